import { dayOf, type Instant, longDay, longMonth, type Month } from '#kit/day.ts'
import { cents, euro, sum } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { PotPlace, QuestionContent } from '../departure.rules.ts'
import { nl as pots } from '../pots/pots.nl.ts'
import { nl } from './office.nl.ts'

/** A row of the letter, as page and PDF both show it. */
export type LetterRow = { readonly key: string; readonly month: string; readonly pot: string; readonly benefit: string; readonly cents: string }

/** The months of a question in words. */
export function letterRows({ months }: Pick<QuestionContent, 'months'>): LetterRow[] {
  return months.map((row) => ({
    key: `${row.pot}-${row.month}`,
    month: monthWord(row.month),
    pot: pots.potNames[row.pot],
    benefit: pots.benefits[row.benefit],
    cents: euro(cents(BigInt(row.cents))),
  }))
}

/** A month in words; what is from before the books has none. */
export function monthWord(month: Month | null): string {
  return month === null ? pots.before : longMonth(month)
}

/** A key for a month of a pot, as forms and amounts name it. */
export function monthKey(row: { readonly pot: PotPlace; readonly month: string | null }): string {
  return `${row.pot}-${row.month ?? 'eerder'}`
}

/** Whether two questions ask the same about the same months; the database keeps the keys of an object in an order of its own. */
export function sameMonths(a: Pick<QuestionContent, 'months'>, b: Pick<QuestionContent, 'months'>): boolean {
  const said = ({ months }: Pick<QuestionContent, 'months'>) => months.map((row) => `${monthKey(row)} ${row.cents} ${row.benefit}`).join()
  return said(a) === said(b)
}

/** Everything the question asks about together, in cents. */
export function totalOf({ months }: Pick<QuestionContent, 'months'>) {
  return sum(months.map((row) => cents(BigInt(row.cents))))
}

/** The sentences of the letter, in their order: who leaves, what is asked, what waits and what the law says. */
export function letterSentences(content: QuestionContent) {
  const words = nl.letter
  const params = { name: content.name, cooperative: content.cooperative }
  return {
    intro: [fill(words.intro, params), fill(words.notOwn, params)],
    ask: fill(words.ask, params),
    greeting: fill(words.greeting, params),
  }
}

/** The question as the data of a letter, in Dutch; `at` is when it was sent, or now. Without `benefits` it leaves out how the benefit stood, which a municipality knows itself. */
export function questionPaper(content: QuestionContent, at: Instant, sender: readonly string[], benefits: boolean): unknown {
  const words = nl.letter
  const said = letterSentences(content)
  const text = (sentence: string) => ({ kind: 'text', text: sentence })
  return {
    language: 'nl',
    title: words.title,
    author: sender[0] ?? content.cooperative,
    sender: sender.length > 0 ? sender : [content.cooperative],
    to: [content.municipality],
    facts: [
      [words.on, longDay(dayOf(at))],
      [words.about, content.name],
      [words.leaves, longDay(content.lastDay)],
      [words.goal, nl.goals[content.goal]],
    ],
    parts: [
      ...said.intro.map(text),
      { kind: 'heading', text: words.question },
      text(said.ask),
      { kind: 'list', items: words.choices },
      text(words.wait),
      { kind: 'heading', text: words.table },
      {
        kind: 'table',
        columns: [
          { label: words.month, amount: false },
          { label: words.pot, amount: false },
          ...(benefits ? [{ label: words.benefit, amount: false }] : []),
          { label: words.cents, amount: true },
        ],
        rows: [
          ...letterRows(content).map((row) => [row.month, row.pot, ...(benefits ? [row.benefit] : []), row.cents]),
          [words.total, '', ...(benefits ? [''] : []), euro(totalOf(content))],
        ],
        total: true,
      },
      text(words.how),
      { kind: 'heading', text: words.law },
      text(words.lawDeferred),
      text(words.lawReclaim),
      text(said.greeting),
    ],
    foot: [],
    pages: words.pages,
  }
}
