import type { ComponentChildren } from 'preact'
import { type Day, dayOf, longDay } from '#kit/day.ts'
import { cents, euro, percent } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import { ButtonLink } from '#ui/fields.tsx'
import { Alert, Card, Fold, LinkList, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { DayEntry } from '../../days/days.rules.ts'
import { DaysCard } from '../../days/days-pages.tsx'
import { nl as law } from '../../law.nl.ts'
import { nl as readings } from '../../readings/readings.nl.ts'
import type { EquatedDay } from '../../terms/equated.rules.ts'
import { nl } from '../amounts.nl.ts'
import { type AmountCode, findAmount, type LegalAmount } from '../amounts.rules.ts'
import { type AmountEntry, unknownFrom } from '../entry.rules.ts'
import { AMOUNT_GROUPS, type AmountGroup } from '../groups.rules.ts'

export type AmountsShown = {
  readonly amounts: readonly LegalAmount[]
  readonly entries: readonly AmountEntry[]
  readonly open: readonly AmountEntry[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly equated: readonly EquatedDay[]
  /** Days that wait for a second pair of eyes; to the network alone. */
  readonly days: readonly DayEntry[]
  readonly today: Day
}

/** Every amount of the law: what holds today, until when, where it was read and what is not sure; with everything of earlier and later below. */
export function AmountsPage(props: AmountsShown & { readonly mayEnter: boolean; readonly mayRead: boolean }) {
  const waits = props.open.filter(({ verdict }) => verdict === null)
  const rejected = props.open.filter(({ verdict }) => verdict !== null)
  return (
    <>
      <PageHead
        title={nl.title}
        lead={nl.lead}
        actions={
          props.mayEnter ? (
            <ButtonLink href="/wet/nieuw" icon="plus">
              {nl.enter}
            </ButtonLink>
          ) : undefined
        }
      />
      <Alert tone="info">{nl.estimate}</Alert>
      {props.mayRead ? (
        <p>
          <a href="/wet/lezing">{readings.title}</a>
        </p>
      ) : null}
      {waits.length > 0 ? <OpenEntries title={nl.waiting} entries={waits} names={props.names} /> : null}
      {(Object.keys(AMOUNT_GROUPS) as AmountGroup[]).map((group) => (
        <Group group={group} {...props} key={group} />
      ))}
      <DaysCard days={props.equated} open={props.days} names={props.names} mayEnter={props.mayEnter} />
      {rejected.length > 0 ? <OpenEntries title={nl.rejected} entries={rejected} names={props.names} /> : null}
    </>
  )
}

function OpenEntries(props: { readonly title: string; readonly entries: readonly AmountEntry[]; readonly names: ReadonlyMap<PersonId, string> }) {
  return (
    <Card title={props.title}>
      <LinkList
        items={props.entries.map((entry) => ({
          href: `/wet/voorstellen/${entry.id}`,
          icon: 'search',
          label: `${capital(law.amounts[entry.code])}: ${valueWords(entry)}, ${daysWords(entry)}`,
          note: fill(nl.enteredBy, { name: props.names.get(entry.enteredBy as PersonId) ?? '', day: longDay(dayOf(entry.enteredAt)) }),
        }))}
      />
    </Card>
  )
}

function Group(props: AmountsShown & { readonly group: AmountGroup }) {
  const { group, amounts, today } = props
  const codes: readonly AmountCode[] = AMOUNT_GROUPS[group]
  const now = codes.map((code) => ({ code, row: findAmount(amounts, code, today), gap: unknownFrom(amounts, code, today) }))
  const history = codes.flatMap((code) => amounts.filter((amount) => amount.code === code).toReversed())
  return (
    <Card title={nl.groups[group]} id={group}>
      {nl.notes[group] ? <p>{nl.notes[group]}</p> : null}
      <Table
        caption={nl.groups[group]}
        captionHidden
        rows={now}
        rowKey={({ code }) => code}
        columns={[
          { key: 'what', label: nl.columns.what, header: true, cell: ({ code }) => capital(law.amounts[code]) },
          {
            key: 'now',
            label: nl.columns.now,
            numeric: true,
            phone: 'beside',
            cell: ({ code, row }) => (row ? valueWords(row) : nextOf(amounts, code, today) ? nl.notNow : nl.unknown),
          },
          { key: 'holds', label: nl.columns.holds, cell: ({ code, row, gap }) => <Holds row={row ?? nextOf(amounts, code, today)} gap={gap} today={today} /> },
          { key: 'where', label: nl.columns.where, cell: ({ code, row }) => <Where row={row ?? nextOf(amounts, code, today)} /> },
          { key: 'doubt', label: nl.columns.doubt, cell: ({ code, row }) => <Doubt row={row ?? nextOf(amounts, code, today)} /> },
        ]}
      />
      {history.length > 0 ? <History {...props} history={history} /> : null}
    </Card>
  )
}

function History(props: AmountsShown & { readonly group: AmountGroup; readonly history: readonly LegalAmount[] }) {
  const { group, history, amounts } = props
  return (
    <Fold summary={fill(nl.history, { group: nl.groups[group].toLowerCase() })}>
      <Table
        caption={fill(nl.history, { group: nl.groups[group].toLowerCase() })}
        captionHidden
        rows={history}
        rowKey={(row) => `${row.code}-${row.from}-${String(amounts.indexOf(row))}`}
        columns={[
          { key: 'what', label: nl.columns.what, header: true, cell: (row) => capital(law.amounts[row.code]) },
          { key: 'value', label: nl.form.value, numeric: true, phone: 'beside', cell: (row) => valueWords(row) },
          { key: 'holds', label: nl.columns.holds, cell: (row) => daysWords(row) },
          { key: 'where', label: nl.columns.where, cell: (row) => <Where row={row} /> },
          { key: 'doubt', label: nl.columns.doubt, cell: (row) => <Doubt row={row} /> },
          { key: 'origin', label: nl.columns.origin, cell: (row) => originWords(row, props.entries) },
        ]}
      />
    </Fold>
  )
}

function Holds(props: { readonly row: LegalAmount | null; readonly gap: Day | null; readonly today: Day }) {
  const gap = props.gap !== null && props.gap > props.today ? fill(nl.unknownFrom, { day: longDay(props.gap) }) : null
  return (
    <>
      {props.row ? daysWords(props.row) : null}
      {gap ? <p class="muted">{gap}</p> : null}
    </>
  )
}

function Where(props: { readonly row: LegalAmount | null }): ComponentChildren {
  if (!props.row) return null
  return (
    <>
      {props.row.article} <span class="muted">({props.row.source})</span>
    </>
  )
}

function Doubt(props: { readonly row: LegalAmount | null }): ComponentChildren {
  return props.row ? (props.row.doubt ?? nl.sure) : nl.neverKnown
}

/** The first row after a day, where none holds on it. */
function nextOf(amounts: readonly LegalAmount[], code: AmountCode, today: Day): LegalAmount | null {
  return amounts.filter((each) => each.code === code && each.from > today).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null
}

function originWords(row: LegalAmount, entries: readonly AmountEntry[]): string {
  const at = entries.find((entry) => entry === row)?.verdict?.at
  return at ? fill(nl.wasConfirmed, { day: longDay(dayOf(at)) }) : nl.cameAlong
}

/** An amount as people read it, by its unit. */
export function valueWords({ unit, value }: Pick<LegalAmount, 'unit' | 'value'>): string {
  if (unit === 'cents') return euro(cents(value))
  return unit === 'basisPoints' ? percent(value) : `${value} ${nl.units[unit]}`
}

/** Between which days an amount holds. */
export function daysWords({ from, until }: Pick<LegalAmount, 'from' | 'until'>): string {
  return until === null ? fill(nl.fromOn, { from: longDay(from) }) : fill(nl.fromUntil, { from: longDay(from), until: longDay(until) })
}

export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
