import { firstDay, lastDay, longMonth, type Month, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import type { MemberId, Permit } from '#rooms/access'
import { bewindFile } from '#rooms/coaching'
import { cooperativeOf } from '#rooms/organisations'
import { monthFigures } from '../statements/figures.ts'
import { sectionsOf } from '../statements/pages/sheet.tsx'
import { nl } from './bewind.nl.ts'

/**
 * A month of a member as the data of a letter for who looks after the money: what came in, what was paid and what stands where, in the words and
 * amounts of the month statement. Only the member or the own coach makes it. Refuses a month to come, and (missing) outside reach.
 */
export async function bewindStatement(tx: Tx, permit: Permit<'bewind.statement'>, member: MemberId, month: Month): Promise<unknown> {
  if (month > monthOf(permit.today)) refuse(nl.refusals.toCome)
  const here = (await bewindFile(tx, permit, member)).filter((each) => each.from <= lastDay(month) && (each.endedOn === null || each.endedOn > firstDay(month)))
  const { legalName, settings } = await cooperativeOf(tx, permit)
  const figures = await monthFigures(tx, permit, member, month, { cooperative: legalName, municipality: '', settings })
  const title = fill(nl.title, { month: longMonth(month), name: figures.name })
  return {
    language: 'nl',
    title,
    author: legalName,
    sender: [legalName],
    to: here.length === 1 ? [here[0]?.name ?? '', ...(here[0]?.office ? [here[0].office] : [])] : [],
    facts: [
      [nl.name, figures.name],
      [nl.month, longMonth(month)],
      [nl.standing, figures.provisional ? nl.provisional : nl.final],
    ],
    parts: [
      ...sectionsOf(figures, 'nl', false).flatMap((section) => [
        { kind: 'heading', text: section.title },
        ...(section.items.length > 0
          ? [
              {
                kind: 'table',
                columns: [
                  { label: nl.what, amount: false },
                  { label: nl.amount, amount: true },
                ],
                rows: section.items.map((item) => [item.label, item.value]),
                total: section.items.at(-1)?.total ?? false,
              },
            ]
          : []),
        ...section.notes.map((text) => ({ kind: 'text', text })),
      ]),
      { kind: 'text', text: nl.note },
    ],
    foot: [title],
    pages: nl.pages,
  }
}
