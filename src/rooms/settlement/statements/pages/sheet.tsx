import { type Day, lastDay, longDay, longInstant, longMonth } from '#kit/day.ts'
import { type Cents, euro, negate, ZERO } from '#kit/money.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { articlesEn, articlesNl, costKindName } from '#rooms/agreements'
import { Facts, Tag } from '#ui/parts.tsx'
import { Sheet } from '#ui/print.tsx'
import { type MonthFigures, paidOutTotal, type StatementContent } from '../statement.rules.ts'
import type { SentStatement } from '../statement.types.ts'
import { type StatementTexts, statementTexts } from '../statements.en.ts'

/** The page that the municipality gets: shown before sending from what stands now, and afterwards from the copy that was sent. */
export function StatementSheet(props: { content: StatementContent; sent: SentStatement | null; own: boolean; language: Language }) {
  const { content, sent, language } = props
  const words = statementTexts(language).sheet
  return (
    <Sheet
      from={
        <>
          <p class="soft small">{fill(words.to, { municipality: content.municipality })}</p>
          <h2>{longMonth(content.month, language)}</h2>
        </>
      }
      to={
        <p>
          <Tag tone={content.provisional ? 'wait' : 'info'}>{content.provisional ? words.provisional : words.final}</Tag>{' '}
          {sent && sent.version > 1 ? <Tag tone="plain">{fill(words.version, { version: sent.version })}</Tag> : null}
        </p>
      }
      facts={[
        { label: words.member, value: content.name },
        { label: words.reference, value: content.reference ?? words.noReference },
        { label: words.cooperative, value: content.cooperative },
        ...(content.days ? [{ label: words.days, value: daysText(content.days, language) }] : []),
      ]}
    >
      {sectionsOf(content, language, props.own).map((section) => (
        <section class="stack-s" key={section.title}>
          <h3>{section.title}</h3>
          {section.items.length > 0 ? <Facts items={section.items.map((item) => ({ ...item, total: item.total ?? false }))} /> : null}
          {section.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
      ))}
      {content.provisional ? <p>{words.provisionalNote}</p> : null}
      <p class="small soft">{words.onlyCooperative}</p>
      {content.seal ? <p class="small soft">{sealLine(content.seal, words, 12)}</p> : null}
      {sent ? <p class="small soft">{fill(words.proof, { at: longInstant(sent.releasedAt, language), hash: sent.hash.slice(0, 12) })}</p> : null}
    </Sheet>
  )
}

/** The chain over the books, named outside the database. */
export function sealLine(seal: NonNullable<StatementContent['seal']>, words: StatementTexts['sheet'], length = 64): string {
  return fill(words.seal, { number: seal.number || '–', hash: seal.hash.slice(0, length) })
}

type Section = {
  readonly title: string
  readonly items: readonly { readonly label: string; readonly value: string; readonly total?: boolean }[]
  readonly notes: readonly string[]
}

/** The parts of the statement in words and amounts: the page and the PDF say the same. */
export function sectionsOf(content: MonthFigures, language: Language, own: boolean): Section[] {
  const texts = statementTexts(language)
  const words = texts.sheet
  return [
    {
      title: words.sold,
      items: soldOf(content, language, words),
      notes: content.days ? [fill(words.part, { days: daysText(content.days, language) })] : [],
    },
    {
      title: words.divided,
      items: [
        ...content.parts.map((part) => ({ label: texts.receivers[part.receiver], value: euro(part.cents) })),
        ...amount(words.lossBefore, content.lossBefore),
        ...amount(endOf(content) === lastDay(content.month) ? words.lossAfter : words.lossOpen, content.lossAfter),
      ],
      notes: content.parts.length === 0 ? [words.nothingDivided] : [],
    },
    {
      title: words.pots,
      items: content.pots.map((pot) => ({
        label: fill(words.potOn, { pot: texts.receivers[pot.receiver], day: longDay(endOf(content), language) }),
        value: euro(pot.cents),
      })),
      notes: [],
    },
    ...tipsOf(content, words),
    ...hoursOf(content, words, language),
    { title: words.corrections, ...correctionsOf(content, texts, language) },
    { title: own ? words.paid : words.paidFor, ...paidOf(content, words, language) },
  ]
}

/** The days of which a town hears in a month with a move, each written in full or as `day` writes it. */
export function daysText(days: NonNullable<StatementContent['days']>, language: Language, day = longDay): string {
  const words = statementTexts(language).sheet
  return list(
    days.map(({ from, until }) => (from === until ? day(from, language) : fill(words.daysFrom, { from: day(from, language), until: day(until, language) }))),
    language === 'en' ? 'and' : 'en',
  )
}

/** The last day that a statement is about. */
function endOf({ month, days }: Pick<StatementContent, 'month' | 'days'>): Day {
  return days?.at(-1)?.until ?? lastDay(month)
}

function soldOf(content: MonthFigures, language: Language, words: StatementTexts['sheet']): Section['items'] {
  const kinds = language === 'en' ? articlesEn : articlesNl
  const costs = content.costs.map((cost) => ({
    label: fill(words.costs, { kind: costKindName(cost.kind, kinds).toLowerCase() }),
    value: euro(negate(cost.cents)),
  }))
  return [
    { label: words.turnover, value: euro(content.turnover) },
    ...amount(words.inside, content.inside ?? ZERO),
    ...(costs.length > 0 ? costs : [{ label: words.noCosts, value: euro(0n as Cents) }]),
    { label: words.result, value: euro(content.result), total: true },
  ]
}

function correctionsOf(content: MonthFigures, texts: StatementTexts, language: Language): Pick<Section, 'items' | 'notes'> {
  const words = texts.sheet
  const items = content.corrections.flatMap((each) => [
    {
      label:
        each.month === content.month
          ? fill(words.correctionOf, { month: longMonth(each.of, language) })
          : fill(words.correctionIn, { month: longMonth(each.month, language) }),
      value: euro(each.net),
    },
    ...each.parts.map((part) => ({ label: texts.receivers[part.receiver], value: euro(part.cents) })),
  ])
  return { items, notes: items.length === 0 ? [words.noCorrections] : [] }
}

/** Whose the tips of the month are, in words; nothing where there were none. */
function tipsOf({ tips }: MonthFigures, words: StatementTexts['sheet']): Section[] {
  if (!tips) return []
  const items = [...amount(words.tips.held, tips.held), ...amount(words.tips.paid, tips.paid), ...amount(words.tips.cooperative, tips.cooperative)]
  return [{ title: words.tips.title, items, notes: [...(tips.inTurnover ? [words.tips.inTurnover] : []), ...(items.length > 0 ? [words.tips.note] : [])] }]
}

/** Confirmed work per week, where the consent asks for it; of a week over two months only the days of this one. */
function hoursOf({ hours }: MonthFigures, { hours: words }: StatementTexts['sheet'], language: Language): Section[] {
  if (!hours) return []
  const items = hours.map(({ from, minutes }) => {
    const [whole, rest] = [Number(minutes / 60n), Number(minutes % 60n)]
    const value = rest === 0 ? fill(words.whole, { hours: whole }) : fill(words.parts, { hours: whole, minutes: rest })
    return { label: fill(words.week, { day: longDay(from, language) }), value }
  })
  return [{ title: words.title, items, notes: [words.note] }]
}

function paidOf(content: MonthFigures, words: StatementTexts['sheet'], language: Language): Pick<Section, 'items' | 'notes'> {
  const total = paidOutTotal(content)
  return {
    items: [
      ...content.paidOut.map((each) => ({ label: fill(words.paidEarned, { month: longMonth(each.month, language) }), value: euro(each.cents) })),
      { label: words.paidTotal, value: euro(total), total: true },
      ...amount(words.toGiveBack, content.toGiveBack ?? ZERO),
      ...amount(words.reimbursed, content.reimbursed),
    ],
    notes: [
      (content.toGiveBack ?? 0n) > 0n ? words.toGiveBackNote : total === 0n ? words.nothingPaid : words.somethingPaid,
      ...(content.reimbursed === 0n ? [] : [words.reimbursedNote]),
      ...(content.days ? [words.partExempt] : []),
    ],
  }
}

function amount(label: string, cents: Cents): Section['items'] {
  return cents === 0n ? [] : [{ label, value: euro(cents) }]
}
