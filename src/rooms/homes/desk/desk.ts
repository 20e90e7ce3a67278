import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type MemberId, type Permit, personNames } from '#rooms/access'
import {
  type CasePart,
  caseload,
  conditionsOf,
  type ObjectionLine,
  type RequestId,
  type RequestLine,
  reviewDeadline,
  type TeamAsked,
  type TeamChoice,
  type TeamId,
  type WaitsFor,
  waitsFor,
} from '#rooms/consent'
import { equatedDays, freeDays } from '#rooms/law'
import { justRead, type SentStatement, sentStatements, statementDeviations } from '#rooms/settlement'
import { knowledgeIn, type ToKeep } from '../keeping/keeping.rules.ts'
import type { DeskTab } from './address.rules.ts'
import { type AskedRow, type DeskRows, deskRows, type ReviewRow } from './desk.sql.ts'

/** How many rows a page of the desk shows, and how many of what stands beside them. */
export const DESK_PAGE = 50
const BESIDE = 10

const PARTS: Readonly<Record<DeskTab, CasePart | null>> = { beslissen: 'toDecide', team: 'free', opgaven: null, vragen: 'askedBack', af: 'ending' }

const BROUGHT = { beslissen: 'decide', team: null, opgaven: 'statements', vragen: 'asked', af: null } as const

/** What the address asks of the desk. */
export type DeskAsked = { readonly tab: DeskTab; readonly cooperative: string | null; readonly team: string | null; readonly page: number }

export type Desk = DeskAsked & {
  readonly today: Day
  /** How many there are on each tab. */
  readonly numbers: Readonly<Record<DeskTab, number>>
  readonly pages: number
  readonly green: number
  /** With whom the own cases and what nobody took are: to choose one from. */
  readonly cooperatives: ReadonlyMap<string, string>
  /** On their own tab, of one page: requests to decide about or that end, the first last day on top. */
  readonly toDecide: readonly RequestLine[]
  readonly ending: readonly RequestLine[]
  /** The queue of the team: what is not decided, and nobody's case. */
  readonly free: readonly RequestLine[]
  /** The open teams of the municipality, and the team of each request that is shown, by name. */
  readonly teams: readonly TeamChoice[]
  readonly teamOf: ReadonlyMap<RequestId, string>
  /** Statements of own cases that wait to be read, apart whether something deviates from the consent. */
  readonly differing: readonly SentStatement[]
  readonly plain: readonly SentStatement[]
  /** Answered with no questions a moment ago: it can still be taken back. */
  readonly justRead: readonly SentStatement[]
  /** Questions of the municipality, about statements and drawn things, and what was asked before a decision. */
  readonly asked: readonly AskedRow[]
  readonly askedBack: readonly RequestLine[]
  readonly names: ReadonlyMap<MemberId, string>
  /** Letters that are ready and have not left, and those of colleagues that ask for a second pair of eyes. */
  readonly letters: readonly AskedRow[]
  /** Objections of own cases that wait for a decision, the first last day on top. */
  readonly objected: readonly ObjectionLine[]
  /** How many of those there are, on every tab. */
  readonly objections: number
  /** Reviews that residents asked for, with the last day to answer. */
  readonly reviews: readonly (ReviewRow & { readonly until: Day | null })[]
  /** Names of residents who ask for a case manager. */
  readonly invited: readonly string[]
  readonly moved: DeskRows['moved']
  readonly toPost: DeskRows['toPost']
  /** Knowledge of the network that the case manager keeps or is asked to keep. */
  readonly kept: readonly ToKeep[]
  /** Of whose cases one looks after for a colleague who is away: the name of that colleague, by the resident. */
  readonly standsIn: ReadonlyMap<string, string>
  /** Of whom work was sold without consent, how many sales, and what the money waits for by now; never which customers or how much. */
  readonly waiting: readonly { readonly line: RequestLine; readonly number: number; readonly waits: WaitsFor }[]
  /** Consents from paper that run or will run, and that the municipality did not confirm yet: the own ones and those that nobody took. */
  readonly paper: readonly RequestLine[]
  /** How many more wait beside than are shown. */
  readonly moreBeside: number
}

/** The desk of a case manager: counts, and one page of the tab that is shown. At most six queries, the same for ten files and for ten thousand. */
export async function deskOf(tx: Tx, permit: Permit<'home.caseManager'>, asked: DeskAsked): Promise<Desk> {
  const { tab, cooperative } = asked
  const offset = (asked.page - 1) * DESK_PAGE
  const page = { cooperative, offset, limit: DESK_PAGE }
  const team = teamAsked(asked.team)
  const cases = await caseload(tx, permit, { ...page, team, part: PARTS[tab], beside: tab === 'beslissen' ? BESIDE : 0 })
  const rest = await deskRows(tx, permit, { ...page, tab: BROUGHT[tab] })
  const { counts } = cases
  const numbers = { beslissen: counts.toDecide, team: counts.free, opgaven: rest.statements, vragen: rest.asked + counts.askedBack, af: counts.ending }
  const read = await inOrder(tx, permit, rest.toRead)
  const differs = (each: SentStatement) => statementDeviations(each.content, each.version).length > 0
  return {
    ...asked,
    today: permit.today,
    numbers,
    // Two lists stand on the tab of the questions, each with pages of its own length.
    pages: Math.max(1, Math.ceil((tab === 'vragen' ? Math.max(rest.asked, counts.askedBack) : numbers[tab]) / DESK_PAGE)),
    green: counts.green,
    cooperatives: new Map(Object.entries(counts.cooperatives).toSorted(([, a], [, b]) => a.localeCompare(b, 'nl'))),
    toDecide: tab === 'beslissen' ? byLastDay(cases.shown, (line) => line.deadline?.last ?? null) : [],
    free: tab === 'team' ? byLastDay(cases.shown, (line) => line.deadline?.last ?? null) : [],
    teams: counts.teams,
    teamOf: cases.teamOf,
    askedBack: tab === 'vragen' ? cases.shown : [],
    ending: tab === 'af' ? byLastDay(cases.shown, untilOf) : [],
    differing: read.filter(differs),
    plain: read.filter((each) => !differs(each)),
    // What was read a moment ago may have been handed over since: then it is no longer here to open.
    justRead: tab === 'opgaven' ? (await justRead(tx, permit)).filter(({ member }) => rest.own.includes(member)) : [],
    asked: rest.questions,
    names: await namesFor(tx, [...rest.questions, ...rest.letters.filter(({ what }) => what === 'letterInHand')]),
    letters: rest.letters,
    objected: cases.objected,
    objections: counts.objected,
    reviews: await withLastDay(tx, permit.today, rest.reviews),
    standsIn: new Map(Object.entries(rest.standsIn)),
    invited: rest.invited,
    moved: rest.moved,
    toPost: rest.toPost,
    kept: knowledgeIn(rest.knowledge, permit.role),
    waiting: moneyWaits(cases.money, permit.today),
    paper: cases.paper,
    moreBeside: tab === 'beslissen' ? [counts.paper, counts.money, counts.objected].reduce((more, n) => more + Math.max(0, n - BESIDE), 0) : 0,
  }
}

function teamAsked(team: string | null): TeamAsked {
  return team === 'alle' ? 'every' : team === 'geen' ? 'none' : (team as TeamId | null)
}

// A request to look again is a request: it is answered within the term of any other (Awb 4:13).
async function withLastDay(tx: Tx, today: Day, reviews: readonly ReviewRow[]) {
  if (reviews.length === 0) return []
  const isFree = freeDays(await equatedDays(tx))
  return reviews.map((each) => ({ ...each, until: reviewDeadline(each.askedOn, today, isFree, each.weeks) }))
}

/** The statements with these ids, in this order. */
async function inOrder(tx: Tx, permit: Permit<'home.caseManager'>, ids: readonly string[]): Promise<SentStatement[]> {
  if (ids.length === 0) return []
  const found = new Map((await sentStatements(tx, permit, { ids })).map((each) => [each.id as string, each]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function namesFor(tx: Tx, questions: readonly AskedRow[]): Promise<ReadonlyMap<MemberId, string>> {
  const members = [...new Set(questions.flatMap(({ member }) => member ?? []))]
  return members.length > 0 ? personNames(tx, members) : new Map()
}

// The page came in an order that knows no holidays: within it, the day that the law reckons decides.
function byLastDay(lines: readonly RequestLine[], dayOfLine: (line: RequestLine) => Day | null): readonly RequestLine[] {
  return lines.toSorted((a, b) => (dayOfLine(a) ?? '9').localeCompare(dayOfLine(b) ?? '9'))
}

/** Per resident and cooperative, with the newest request; whoever never asked is nobody's case, and stays unknown here. */
function moneyWaits(lines: readonly RequestLine[], today: Day) {
  const asked = Map.groupBy(
    lines.filter(({ request }) => request.waitingOn.length > 0),
    ({ request }) => `${request.tenant} ${request.member}`,
  )
  return [...asked.values()].flatMap((all) => {
    const [line] = all
    if (!line) return []
    const events = all.map(({ request }) => request.events)
    return [{ line, number: line.request.waitingOn.length, waits: waitsFor(events, line.request.waitingOn, today) }]
  })
}

/** The last day of a consent that was granted. */
export function untilOf(line: RequestLine): Day | null {
  return conditionsOf(line.request.events)?.until ?? null
}
