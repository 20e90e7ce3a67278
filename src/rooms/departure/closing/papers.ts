import { longDay, longMonth } from '#kit/day.ts'
import { euro } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { closingTexts } from './closing.en.ts'
import type { DepartureStatement } from './statement.ts'

/** The departure statement as the data of a letter; `name` and `lastDay` in words. */
export function statementPaper(
  statement: DepartureStatement,
  about: { readonly name: string; readonly lastDay: string; readonly sender: readonly string[] },
  language: Language,
): unknown {
  const words = closingTexts(language)
  return {
    language,
    title: fill(words.titleOf, { name: about.name }),
    author: about.sender[0] ?? '',
    sender: about.sender,
    to: [about.name],
    facts: [
      [words.member, about.name],
      [words.lastDay, about.lastDay],
    ],
    parts: [
      { kind: 'text', text: fill(words.on, { day: longDay(statement.on, language) }) },
      ...(statement.sections.length === 0 ? [{ kind: 'text', text: words.empty }] : []),
      ...statement.sections.flatMap((section) => [
        { kind: 'heading', text: words.sections[section.section] },
        {
          kind: 'table',
          columns: [
            { label: words.what, amount: false },
            { label: words.into, amount: true },
            { label: words.out, amount: true },
          ],
          rows: [
            ...(section.opening === 0n ? [] : [[words.opening, euro(section.opening), '']]),
            ...section.moves.map((move) => [
              `${longMonth(move.month, language)}: ${words.moves[move.kind]}`,
              move.into === 0n ? '' : euro(move.into),
              move.out === 0n ? '' : euro(move.out),
            ]),
            [words.closing, euro(section.closing), ''],
          ],
          total: true,
        },
        { kind: 'text', text: remainsOf(section, language) },
      ]),
    ],
    foot: [fill(words.proof, { day: longDay(statement.on, language) })],
    pages: words.pages,
  }
}

/** Where what remains of a part is, in words. */
export function remainsOf(section: Pick<DepartureStatement['sections'][number], 'section' | 'closing'>, language: Language): string {
  const words = closingTexts(language)
  if (section.closing === 0n) return words.zero
  return section.closing < 0n ? words.below : words.remains[section.section]
}
