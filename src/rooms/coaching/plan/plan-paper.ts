import { dayOf, type Instant, longDay, longMonth } from '#kit/day.ts'
import { euro, minus } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { Paper, PaperPart } from '../paper.ts'
import { nl } from './plan.nl.ts'
import { liquidityTable, PLAN_PARTS } from './plan.rules.ts'
import type { PlanFile } from './plan.ts'

/** The plan as it is handed to a municipality, with every part under a heading of its own and the table of money. */
export function planPaper(
  file: Pick<PlanFile, 'words' | 'liquidity'>,
  facts: { readonly name: string; readonly trade: string | null; readonly cooperative: string; readonly madeAt: Instant },
): Paper {
  const words = nl.sheet
  const title = fill(words.title, { name: facts.name })
  return {
    title,
    cooperative: facts.cooperative,
    facts: [[words.name, facts.name], ...(facts.trade ? [[words.trade, facts.trade] as const] : []), [words.made, longDay(dayOf(facts.madeAt))]],
    parts: [
      ...PLAN_PARTS.flatMap((part): PaperPart[] => [
        { kind: 'heading', text: nl.parts[part][0] },
        ...(file.words[part] ?? words.empty)
          .split(/\n+/)
          .filter((line) => line.trim() !== '')
          .map((text): PaperPart => ({ kind: 'text', text })),
      ]),
      { kind: 'heading', text: words.money },
      ...moneyParts(file.liquidity),
    ],
    foot: [`${title} · ${facts.cooperative}`],
    pages: words.pages,
    madeAt: facts.madeAt,
  }
}

function moneyParts(liquidity: PlanFile['liquidity']): PaperPart[] {
  if (!liquidity) return [{ kind: 'text', text: nl.moneyNone }]
  const { rows, moneyIn, moneyOut, short, lowest } = liquidityTable(liquidity)
  const { columns } = nl
  return [
    { kind: 'text', text: fill(nl.sheet.opening, { amount: euro(liquidity.opening) }) },
    {
      kind: 'table',
      about: nl.sheet.money,
      columns: [
        { label: columns.month, amount: false },
        ...[columns.moneyIn, columns.moneyOut, columns.result, columns.balance].map((label) => ({ label, amount: true })),
      ],
      rows: [
        ...rows.map((row) => [longMonth(row.month), euro(row.moneyIn), euro(row.moneyOut), euro(row.result), euro(row.balance)]),
        [nl.together, euro(moneyIn), euro(moneyOut), euro(minus(moneyIn, moneyOut)), euro(rows.at(-1)?.balance ?? liquidity.opening)],
      ],
      total: true,
    },
    {
      kind: 'text',
      text:
        short.length > 0 && lowest
          ? fill(nl.sheet.lowest, {
              how: short.length === 1 ? nl.shortOne : fill(nl.short, { n: short.length }),
              month: longMonth(lowest.month),
              amount: euro(lowest.balance),
            })
          : nl.enough,
    },
    { kind: 'text', text: nl.sheet.note },
  ]
}
