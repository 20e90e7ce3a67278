import { dayOf, type Month, monthAfter } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Permit } from '#rooms/access'
import { type ConsentEvent, type RequestLine, requestLines, standingOn } from '#rooms/consent'
import { type SentStatement, sentStatements } from '#rooms/settlement'
import { keepQuarters, toldQuarters } from './told.sql.ts'
import { bandOf, type Counted, firstMonth, type Quarter, quartersTold, startOfQuarter, type TotalsRow, totalsOf } from './totals.rules.ts'

/** Counts of the residents of a municipality in one quarter, and which quarters there are; null where none is over long enough. */
export type Totals = { readonly quarters: readonly Quarter[]; readonly shown: { readonly quarter: Quarter; readonly rows: readonly TotalsRow[] } | null }

/**
 * How many residents have a consent, per cooperative, with what they turned over and whose consent ended: counts in which nobody can be found again
 * (domain 2.12), no names. Of the quarter asked for, or the newest. A quarter that was told is read back as it was told, in one query; the first look after
 * a quarter may be told reckons it and keeps it, in four.
 */
export async function totals(tx: Tx, permit: Permit<'totals.read'>, asked: string | null): Promise<Totals> {
  const told = await toldUpTo(tx, permit)
  const shown = told.find(({ quarter }) => quarter.first === asked) ?? told.at(-1) ?? null
  return { quarters: told.map(({ quarter }) => quarter).toReversed(), shown }
}

type ToldQuarter = { readonly quarter: Quarter; readonly rows: readonly TotalsRow[] }

async function toldUpTo(tx: Tx, permit: Permit<'totals.read'>): Promise<ToldQuarter[]> {
  const kept = await toldQuarters(tx, permit)
  const since = kept[0]?.quarter
  const known = since ? quartersTold(since, permit.today) : []
  if (known.length > 0 && known.length <= kept.length) return asTold(kept, known)
  const lines = await requestLines(tx, permit)
  const first = since ?? firstMonth(lines.flatMap(({ request }) => request.events.map(({ recordedAt }) => dayOf(recordedAt))))
  const quarters = first ? quartersTold(first, permit.today) : []
  if (quarters.length === 0) return []
  const statements = (await sentStatements(tx, permit, { limit: 1_000_000 })).filter(({ municipality }) => municipality === permit.organisation)
  const rows = totalsOf(
    quarters.map((each) => countedIn(each, lines, statements)),
    kept.map((each) => each.rows),
  )
  await keepQuarters(
    tx,
    permit,
    quarters.slice(kept.length).map((quarter, nr) => ({ quarter: quarter.first, rows: rows[kept.length + nr] ?? [] })),
  )
  // Read back, for somebody else may have told them in the meantime: both see what was kept.
  return asTold(await toldQuarters(tx, permit), quarters)
}

/** What was kept, with the quarter it belongs to; a clock that was set back shows no quarter of a later day. */
function asTold(kept: Awaited<ReturnType<typeof toldQuarters>>, quarters: readonly Quarter[]): ToldQuarter[] {
  return quarters.flatMap((quarter) => {
    const found = kept.find((each) => each.quarter === quarter.first)
    return found ? [{ quarter, rows: found.rows }] : []
  })
}

/** Who had a consent at the start or the end of a quarter, as was known when the quarter was told for the first time; a resident counts once per cooperative. */
function countedIn(quarter: Quarter, lines: readonly RequestLine[], statements: readonly SentStatement[]): Counted[] {
  const start = startOfQuarter(quarter)
  const people = Map.groupBy(lines, ({ request }) => `${request.tenant} ${request.member}`)
  return [...people.values()].flatMap((own): Counted[] => {
    const [line] = own
    if (!line) return []
    const runs = (on: Quarter['from'], knownUntil: Quarter['from']) =>
      own.some(({ request }) => ['inForce', 'suspended'].includes(standingOn(request.events, on, knownUntil).effect))
    const [atStart, atEnd] = [runs(start.on, start.knownUntil), runs(quarter.until, quarter.knownUntil)]
    const refused = own.some(({ request }) => request.events.some((event) => isRefusalIn(quarter, event)))
    if (!atStart && !atEnd && !refused) return []
    const { tenant, member, cooperativeName } = line.request
    return [
      {
        cooperative: cooperativeName,
        atStart,
        atEnd,
        refused,
        band: bandOf(
          turnoverIn(
            quarter,
            statements.filter((each) => each.tenant === tenant && each.member === member),
          ),
        ),
      },
    ]
  })
}

/** A refusal of a day in the quarter that was known when the quarter was told; what was left unprocessed is none (Awb 4:5). */
function isRefusalIn({ from, until, knownUntil }: Quarter, event: ConsentEvent): boolean {
  return (event.kind === 'refused' || event.kind === 'refusedInstead') && event.on >= from && event.on <= until && dayOf(event.recordedAt) <= knownUntil
}

/** Together over the months of a quarter, of each the newest statement that had come by then; null where none had. */
function turnoverIn({ first, knownUntil }: Quarter, own: readonly SentStatement[]): bigint | null {
  const months: readonly Month[] = [first, monthAfter(first), monthAfter(first, 2)]
  // The newest version of a month comes first.
  const sent = months.flatMap((month) => own.find((each) => each.month === month && dayOf(each.releasedAt) <= knownUntil) ?? [])
  return sent.length === 0 ? null : sent.reduce((all, { content }) => all + content.turnover, 0n)
}
