import { longMonth } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { daysText, sealLine, sectionsOf } from './pages/sheet.tsx'
import type { SentStatement } from './statement.types.ts'
import { nl } from './statements.nl.ts'

/** A released statement as the data of a letter: the same words and amounts as the page, in Dutch. `at` is when it was sent, in words. */
export function paperOf(statement: SentStatement, at: string): unknown {
  const { content } = statement
  const words = nl.sheet
  return {
    language: 'nl',
    title: `${fill(words.to, { municipality: content.municipality })}: ${longMonth(content.month)}`,
    author: content.cooperative,
    // For the archive of the municipality: what it is and of when, the number of the document, and its check value; no name.
    subject: fill(words.subject, { month: longMonth(content.month), version: statement.version }),
    keywords: [statement.month, `versie ${statement.version}`, content.provisional ? words.provisional : words.final, statement.id, statement.hash],
    sender: [content.cooperative],
    to: [content.municipality],
    facts: [
      [words.member, content.name],
      [words.reference, content.reference ?? words.noReference],
      ...(content.days ? [[words.days, daysText(content.days, 'nl')]] : []),
      [fill(words.version, { version: statement.version }), content.provisional ? words.provisional : words.final],
    ],
    parts: statementParts(statement),
    foot: [fill(words.proof, { at, hash: statement.hash }), ...(content.seal ? [sealLine(content.seal, words)] : [])],
    pages: words.pages,
  }
}

/** The text of a released statement, in Dutch: headings, amounts and notes, as the municipality reads them. */
export function statementParts({ content }: Pick<SentStatement, 'content'>): readonly StatementPart[] {
  const words = nl.sheet
  return [
    ...sectionsOf(content, 'nl', false).flatMap((section): StatementPart[] => [
      { kind: 'heading', text: section.title },
      ...(section.items.length > 0
        ? [
            {
              kind: 'table' as const,
              columns: [
                { label: words.what, amount: false },
                { label: words.amount, amount: true },
              ],
              rows: section.items.map((item) => [item.label, item.value]),
              total: section.items.at(-1)?.total ?? false,
            },
          ]
        : []),
      ...section.notes.map((text): StatementPart => ({ kind: 'text', text })),
    ]),
    ...(content.provisional ? [{ kind: 'text' as const, text: words.provisionalNote }] : []),
    { kind: 'text', text: words.onlyCooperative },
  ]
}

type StatementPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly label: string; readonly amount: boolean }[]
      readonly rows: readonly (readonly string[])[]
      readonly total: boolean
    }
