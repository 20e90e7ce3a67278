import { addMonths, dayOf, firstDay, longDay, longMonth, type Month, monthOf, nameOfMonth, shortDay, yearOf } from '#kit/day.ts'
import { fill, list } from '#kit/text.ts'
import { eventLabel } from '#rooms/consent'
import { Card, Fold, Timeline } from '#ui/parts.tsx'
import { whenOf } from '../looking/sample-page.tsx'
import { nl } from './resident.nl.ts'
import { type Happening, latestOf, spansOf, type TimelineLine } from './resident.rules.ts'
import type { ResidentView } from './resident.ts'

/** What happened, by day; no prose of anybody: that stands in the request, the statement or the question itself. */
export function HappenedCard(props: { view: ResidentView }) {
  const { shown, more } = latestOf(happeningsOf(props.view))
  return (
    <Card title={nl.timeline}>
      {shown.length > 0 ? <Timeline items={shown.map(itemOf)} /> : <p class="soft">{nl.noTimeline}</p>}
      {more ? <p class="soft small">{nl.older}</p> : null}
    </Card>
  )
}

function itemOf(line: TimelineLine) {
  if (!('several' in line)) return { on: shortDay(line.on), label: line.label, note: <a href={line.href}>{line.note}</a>, state: 'done' as const }
  const [newest] = line.several
  return {
    on: newest ? shortDay(newest.on) : '',
    label: rowLabel(line.several),
    fold: (
      <Fold summary={fill(nl.row.open, { n: line.several.length })}>
        <ul class="plain small">
          {line.several.map((each) => (
            <li key={`${each.on} ${each.label}`}>
              {longDay(each.on)}: {each.label} · <a href={each.href}>{each.note}</a>
            </li>
          ))}
        </ul>
      </Fold>
    ),
    state: 'done' as const,
  }
}

/** Which months came and which were read; in one sentence where they are the same. */
function rowLabel(row: readonly Happening[]): string {
  const of = (what: 'came' | 'read') => monthsSaid(row.flatMap(({ statement }) => (statement?.what === what ? [statement.month] : [])))
  const [came, read] = [of('came'), of('read')]
  if (came === read) return fill(nl.row.both, { months: came })
  return [came && fill(nl.row.came, { months: came }), read && fill(nl.row.read, { months: read })].filter(Boolean).join(' ')
}

function monthsSaid(months: readonly Month[]): string {
  return list(spansOf(months).map(spanSaid))
}

function spanSaid({ from, until }: { readonly from: Month; readonly until: Month }): string {
  if (from === until) return longMonth(until)
  const two = monthOf(addMonths(firstDay(from), 1)) === until
  const first = yearOf(from) === yearOf(until) ? nameOfMonth(from) : longMonth(from)
  return fill(two ? nl.row.two : nl.row.span, { from: first, until: longMonth(until) })
}

function happeningsOf(view: ResidentView): Happening[] {
  return [
    ...view.consents.lines.flatMap(({ request }) =>
      request.events.map((event) => ({
        on: event.on,
        label: eventLabel(event, 'nl'),
        note: request.cooperativeName,
        href: `/toestemmingen/${request.id}`,
      })),
    ),
    ...view.statements.flatMap((each) => {
      const at = { note: each.content.cooperative, href: `/opgaven/${each.id}` }
      const quiet = (what: 'came' | 'read') => ({ statement: { month: each.month, what } })
      const month = longMonth(each.month)
      const words = nl.happened
      return [
        { ...at, on: dayOf(each.releasedAt), label: fill(words.statement, { month }), ...quiet('came') },
        ...(each.receipt
          ? [
              {
                ...at,
                on: dayOf(each.receipt.at),
                label: fill(each.question ? words.question : words.receipt, { month }),
                ...(each.question ? {} : quiet('read')),
              },
            ]
          : []),
        ...(each.question?.answer ? [{ ...at, on: dayOf(each.question.answer.at), label: fill(words.answer, { month }) }] : []),
      ]
    }),
    ...view.drawn.flatMap((each) =>
      each.finding
        ? [
            {
              on: dayOf(each.finding.at),
              label: nl.happened.finding,
              note: fill(nl.drawn[each.content.kind], { when: whenOf(each, 'nl') }),
              href: `/steekproeven/stukken/${each.id}`,
            },
          ]
        : [],
    ),
  ]
}
