import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Permit } from '#rooms/access'
import { equatedDays, freeDays } from '#rooms/law'
import { requests } from '../consent.sql.ts'
import { lineOf } from '../consent.ts'
import type { RequestId, RequestLine } from '../consent.types.ts'
import { remediesOn } from '../remedies/remedies.rules.ts'
import { lastDayOf, remedyTerms } from '../terms/terms.rules.ts'
import { type CaseCounts, type CasesAsked, caseRows } from './caseload.sql.ts'

/** One page of the cases of a case manager, with how many there are of each kind. */
export type Caseload = {
  readonly counts: CaseCounts
  /** What is shown, in the order of the list; to decide and coming to an end by their last day. */
  readonly shown: readonly RequestLine[]
  /** Consents from paper that wait to be confirmed, the newest first; as many as were asked for. */
  readonly paper: readonly RequestLine[]
  /** Every request of the residents whose work waits for a decision; as many residents as were asked for. */
  readonly money: readonly RequestLine[]
  /** Own cases in which an objection waits for a decision, with its last day (Awb 7:10), the first on top; as many as were asked for. */
  readonly objected: readonly ObjectionLine[]
  /** The name of the team of each request that is shown, where its file is in one. */
  readonly teamOf: ReadonlyMap<RequestId, string>
}

export type ObjectionLine = { readonly line: RequestLine; readonly last: Day | null }

/**
 * What waits at a case manager: the own cases, and those that nobody has. Reads only the requests that are shown, so that a municipality with ten thousand
 * files costs what one with ten does. Four queries, two where nothing is shown.
 */
export async function caseload(tx: Tx, permit: Permit<'home.caseManager'>, asked: CasesAsked): Promise<Caseload> {
  const { counts, ids } = await caseRows(tx, permit, asked)
  const wanted = [...new Set([...ids.shown, ...ids.paper, ...ids.money, ...ids.objected])]
  if (wanted.length === 0) return { counts, shown: [], paper: [], money: [], objected: [], teamOf: new Map() }
  const isFree = freeDays(await equatedDays(tx))
  const found = new Map((await requests(tx, permit, { ids: wanted })).map((request) => [request.id, request]))
  const owned = new Set<string>(ids.own)
  const lines = (of: typeof ids.shown): RequestLine[] =>
    of.flatMap((id) => {
      const request = found.get(id)
      return request ? [{ ...lineOf(request, permit.today, isFree), own: owned.has(id) }] : []
    })
  const names = new Map(counts.teams.map(({ id, name }) => [id, name]))
  const teamOf = new Map(Object.entries(ids.team).map(([id, team]) => [id as RequestId, names.get(team) ?? '']))
  const objected = lines(ids.objected).map((line) => ({ line, last: lastToDecide(line, counts.committee, permit.today, isFree) }))
  return {
    counts,
    shown: lines(ids.shown),
    paper: lines(ids.paper),
    money: lines(ids.money),
    objected: objected.toSorted((a, b) => (a.last ?? '9').localeCompare(b.last ?? '9')),
    teamOf,
  }
}

/** The first last day of the objections that wait in a request, by the rules of the town of the day of each (Awb 7:10). */
function lastToDecide({ request }: RequestLine, committee: CaseCounts['committee'], today: Day, isFree: (on: Day) => boolean): Day | null {
  const settingsOn = (on: Day) => ({ ownWeeks: null, committee: committee.findLast(({ from }) => from <= on)?.committee ?? false })
  const days = remediesOn(request.events, today)
    .filter(({ remedy }) => remedy === 'objected')
    .map(({ decision }) => lastDayOf(remedyTerms(request.events, decision, settingsOn, today, isFree), 'decideObjection'))
  return days.filter((day) => day !== null).toSorted()[0] ?? null
}
