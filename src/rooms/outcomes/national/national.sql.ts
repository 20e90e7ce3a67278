import type { Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import { CELLS, type Cell, type Counts, FIGURES, type Figure } from './figures.rules.ts'
import type { Taking, Telling } from './guarding.rules.ts'

/** What the board chose last, per year and figure; what was never chosen is not there. */
export async function choicesOf(tx: Tx, permit: AnyPermit): Promise<ReadonlyMap<string, boolean>> {
  const rows = await tx
    .selectFrom('outcomes.figure_choice')
    .select(['year', 'figure', 'agreed'])
    .where('tenant', '=', permit.organisation)
    .orderBy('nr')
    .execute()
  return new Map(rows.map(({ year, figure, agreed }) => [choiceKey(year, figure as Figure), agreed]))
}

export function choiceKey(year: number, figure: Figure): string {
  return `${year} ${figure}`
}

export async function insertChoices(tx: Tx, permit: AnyPermit, year: number, changed: ReadonlyMap<Figure, boolean>): Promise<void> {
  if (changed.size === 0) return
  await tx
    .insertInto('outcomes.figure_choice')
    .values([...changed].map(([figure, agreed]) => ({ tenant: permit.organisation, figure, year, agreed, chosen_by: personOf(permit), chosen_at: permit.now })))
    .execute()
}

/** What the own cooperative was counted as, the newest count of each figure of a year. */
export async function ownCountsOf(tx: Tx, permit: AnyPermit, year: number): Promise<ReadonlyMap<Figure, { readonly nr: number; readonly cells: Counts }>> {
  const rows = await tx
    .selectFrom('outcomes.figure_count')
    .select(['figure', 'nr', 'cells'])
    .where('tenant', '=', permit.organisation)
    .where('year', '=', year)
    .orderBy('nr')
    .execute()
  return new Map(rows.map(({ figure, nr, cells }) => [figure as Figure, { nr, cells: cells as Counts }]))
}

export async function insertCount(tx: Tx, permit: AnyPermit, row: { year: number; figure: Figure; nr: number; cells: Counts }): Promise<void> {
  await tx
    .insertInto('outcomes.figure_count')
    .values({ tenant: permit.organisation, ...row, cells: json(row.cells) as never, counted_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** In which told versions the own cooperative counts. */
export async function ownTaking(tx: Tx, permit: AnyPermit): Promise<{ readonly year: number; readonly version: number; readonly figure: Figure }[]> {
  const rows = await tx.selectFrom('outcomes.figure_taking').select(['year', 'version', 'figure']).where('tenant', '=', permit.organisation).execute()
  return rows.map((row) => ({ ...row, figure: row.figure as Figure }))
}

type Counted = { readonly tenant: string; readonly figure: Figure; readonly nr: number; readonly cells: Counts }

/** The newest count of a year of every cooperative that agreed; the wall shows them to the program of the network alone. */
export async function countsOfAll(tx: Tx, year: number): Promise<Counted[]> {
  const rows = await tx
    .selectFrom('outcomes.figure_count')
    .select(['tenant', 'figure', 'nr', 'cells'])
    .where('year', '=', year)
    .distinctOn(['tenant', 'figure'])
    .orderBy('tenant')
    .orderBy('figure')
    .orderBy('nr', 'desc')
    .execute()
  return rows.map((row) => ({ tenant: row.tenant, figure: row.figure as Figure, nr: row.nr, cells: row.cells as Counts }))
}

/** Every version that was told of the years around one, with what each cooperative counted in it. */
export async function tellingsAround(tx: Tx, year: number): Promise<Telling[]> {
  const rows = await tx
    .selectFrom('outcomes.figure_taking as t')
    .innerJoin('outcomes.figure_count as c', (join) =>
      join.onRef('c.tenant', '=', 't.tenant').onRef('c.year', '=', 't.year').onRef('c.figure', '=', 't.figure').onRef('c.nr', '=', 't.nr'),
    )
    .select(['t.tenant', 't.year', 't.version', 'c.cells'])
    .where('t.year', '>=', year - 1)
    .where('t.year', '<=', year + 1)
    .execute()
  const told = await toldFigures(tx)
  return told
    .filter((each) => Math.abs(each.year - year) <= 1)
    .map(({ year: of, version, figures }) => {
      const own = rows.filter((row) => row.year === of && row.version === version)
      const taking: Taking = new Map(
        [...Map.groupBy(own, ({ tenant }) => tenant)].map(([tenant, parts]) => [tenant, Object.assign({}, ...parts.map(({ cells }) => cells)) as Counts]),
      )
      const shown = new Set(FIGURES.flatMap((figure) => CELLS[figure].filter((cell) => (figures[figure]?.cells[cell] ?? null) !== null)))
      return { year: of, version, taking, shown }
    })
}

/** A told figure: rounded counts, null where one is hidden; how many cooperatives take part, null for fewer than five. */
export type ToldFigure = { readonly taking: number | null; readonly cells: Readonly<Partial<Record<Cell, number | null>>> }
/** One version of a year as it was told. */
export type ToldYear = { readonly year: number; readonly version: number; readonly toldAt: Instant; readonly figures: Readonly<Record<Figure, ToldFigure>> }

/** Every version of every year as it was told, the oldest first: anybody may read them. */
export async function toldFigures(tx: Tx): Promise<ToldYear[]> {
  const rows = await tx.selectFrom('outcomes.told_figure').selectAll().orderBy('year').orderBy('version').execute()
  return [...Map.groupBy(rows, ({ year, version }) => `${year} ${version}`)].flatMap(([, parts]) => {
    const [first] = parts
    if (!first) return []
    const none: ToldFigure = { taking: null, cells: {} }
    const of = (figure: Figure): ToldFigure => {
      const row = parts.find((each) => each.figure === figure)
      return row ? { taking: row.taking, cells: row.cells as ToldFigure['cells'] } : none
    }
    const figures = { members: of('members'), trials: of('trials'), turnover: of('turnover'), departures: of('departures') }
    return [{ year: first.year, version: first.version, toldAt: first.told_at, figures }]
  })
}

/** Keeps a version as told; whether this was the first to tell it. */
export async function insertTold(tx: Tx, permit: AnyPermit, told: Omit<ToldYear, 'toldAt'>): Promise<boolean> {
  const rows = await tx
    .insertInto('outcomes.told_figure')
    .values(
      FIGURES.map((figure) => ({
        year: told.year,
        version: told.version,
        figure,
        taking: told.figures[figure].taking,
        cells: json(told.figures[figure].cells) as never,
        told_at: permit.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('figure')
    .execute()
  return rows.length > 0
}

export async function insertTaking(
  tx: Tx,
  rows: readonly { readonly tenant: string; readonly year: number; readonly version: number; readonly figure: Figure; readonly nr: number }[],
): Promise<void> {
  await tx
    .insertInto('outcomes.figure_taking')
    .values([...rows])
    .execute()
}
