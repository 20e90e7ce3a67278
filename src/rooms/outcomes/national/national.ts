import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { journeysOfAll } from '#rooms/members'
import { yearFigures } from '#rooms/settlement'
import { CELLS, type Cell, type Counts, FIGURES, type Figure, lastToldYear, openYears, ownCounts, rounded, toldFrom } from './figures.rules.ts'
import { FEWEST, figuresIn, guard, type Taking, takersOf } from './guarding.rules.ts'
import { nl } from './national.nl.ts'
import {
  choiceKey,
  choicesOf,
  countsOfAll,
  insertChoices,
  insertCount,
  insertTaking,
  insertTold,
  ownCountsOf,
  ownTaking,
  type ToldYear,
  tellingsAround,
  toldFigures,
} from './national.sql.ts'

/** A year to which the cooperative can say yes or no, with what it chose and what is told already. */
export type YearOfChoice = {
  readonly year: number
  readonly from: Day
  readonly figures: readonly { readonly figure: Figure; readonly agreed: boolean; readonly told: boolean }[]
}

/** What the cooperative chose for each year that is open, the newest first. Two queries. */
export async function figureChoices(tx: Tx, permit: Permit<'figures.agree'>): Promise<YearOfChoice[]> {
  const [chosen, told] = [await choicesOf(tx, permit), await ownTaking(tx, permit)]
  return openYears(permit.today)
    .toReversed()
    .map((year) => ({
      year,
      from: toldFrom(year),
      figures: FIGURES.map((figure) => ({
        figure,
        agreed: chosen.get(choiceKey(year, figure)) ?? false,
        told: told.some((each) => each.year === year && each.figure === figure),
      })),
    }))
}

/**
 * Says yes to these figures of a year and no to the others. A figure that was told with the cooperative in it stays a yes: what is told stays told, so a no
 * is for what is not told yet, and its count goes out of what will be. Refuses a year that is not open.
 */
export async function chooseFigures(tx: Tx, permit: Permit<'figures.agree'>, year: number, agreed: readonly Figure[]): Promise<void> {
  const open = (await figureChoices(tx, permit)).find((each) => each.year === year) ?? refuse(nl.refusals.notOpen)
  const changed = new Map(
    open.figures
      .map(({ figure, agreed: was, told }) => ({ figure, was, now: told || agreed.includes(figure) }))
      .filter(({ was, now }) => was !== now)
      .map(({ figure, now }) => [figure, now]),
  )
  await insertChoices(tx, permit, year, changed)
  const counted = await ownCountsOf(tx, permit, year)
  for (const [figure, now] of changed) {
    const last = counted.get(figure)
    if (last && !now) await insertCount(tx, permit, { year, figure, nr: last.nr + 1, cells: {} })
  }
  if (changed.size > 0) await happened(tx, permit, 'figures.chosen', { year: String(year), figures: agreed.join(' ') })
}

/**
 * Counts the own cooperative for what it agreed to of the newest year that may be told, from its own files and books; a count that is the same as before is
 * not written again.
 */
export async function countOwnFigures(tx: Tx, permit: Permit<'figures.count'>): Promise<void> {
  const year = lastToldYear(permit.today)
  const chosen = await choicesOf(tx, permit)
  const agreed = FIGURES.filter((figure) => chosen.get(choiceKey(year, figure)))
  if (agreed.length === 0) return
  const before = await ownCountsOf(tx, permit, year)
  const journeys = [...(await journeysOfAll(tx, permit)).values()]
  const money = await yearFigures(tx, permit, year)
  for (const figure of agreed) {
    const cells = ownCounts(figure, year, { journeys, turnover: money.turnover, monthsClosed: money.months })
    const last = before.get(figure)
    if (!cells || (last && sameCounts(last.cells, cells))) continue
    await insertCount(tx, permit, { year, figure, nr: (last?.nr ?? 0) + 1, cells })
  }
}

function sameCounts(one: Counts, other: Counts): boolean {
  return Object.values(CELLS)
    .flat()
    .every((cell: Cell) => one[cell] === other[cell])
}

/**
 * Tells the newest year that may be told, or a new version of it, from what the cooperatives were counted as. Gives the version, or null where nothing is told:
 * too few take part, nothing changed, or so little that the difference would tell of people.
 */
export async function tellFigures(tx: Tx, permit: Permit<'figures.tell'>): Promise<number | null> {
  const year = lastToldYear(permit.today)
  const counted = await countsOfAll(tx, year)
  const all: Taking = new Map(
    [...Map.groupBy(counted, ({ tenant }) => tenant)].map(([tenant, parts]) => [tenant, Object.assign({}, ...parts.map(({ cells }) => cells)) as Counts]),
  )
  const before = await tellingsAround(tx, year)
  const found = guard(year, all, before)
  if (!found) return null
  const version = Math.max(0, ...before.filter((each) => each.year === year).map((each) => each.version)) + 1
  const of = (figure: Figure) => {
    const takers = takersOf(found.taking, figure).length
    const cells = CELLS[figure].map((cell) => [cell, takers >= FEWEST && found.shown.has(cell) ? rounded(found.sums.get(cell) ?? 0) : null])
    return { taking: takers >= FEWEST ? rounded(takers) : null, cells: Object.fromEntries(cells) as Partial<Record<Cell, number | null>> }
  }
  const told = { year, version, figures: { members: of('members'), trials: of('trials'), turnover: of('turnover'), departures: of('departures') } }
  // Another program of the network may be telling it at this moment: the first one counts.
  if (!(await insertTold(tx, permit, told))) return null
  await insertTaking(
    tx,
    counted.flatMap(({ tenant, figure, nr }) => (figuresIn(found.taking.get(tenant) ?? {}).includes(figure) ? [{ tenant, year, version, figure, nr }] : [])),
  )
  await happened(tx, permit, 'figures.told', { year: String(year), version: String(version) })
  return version
}

/** Every year as it is told now and each version that was told before, the newest year first; asked without a permit, for anybody may read it. One query. */
export async function toldYears(tx: Tx): Promise<{ readonly now: ToldYear; readonly earlier: readonly ToldYear[] }[]> {
  const all = (await toldFigures(tx)).toReversed()
  return [...Map.groupBy(all, ({ year }) => year)].flatMap(([, versions]) => {
    const [now, ...earlier] = versions
    return now ? [{ now, earlier }] : []
  })
}
