import { type Day, daysBetween } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import { type MemberId, type Permit, personOf, professionals } from '#rooms/access'
import { findAgreement, levelOfPot } from '#rooms/agreements'
import { cashInHand } from '#rooms/banking'
import { dueToday, remindingLines } from '#rooms/invoicing'
import { lastVerdict, type PotName } from '#rooms/ledger'
import { memberNames } from '#rooms/members'
import { type Closing, closings } from '#rooms/settlement'
import { type Pots, potsOf } from '#rooms/spending'
import type { BeginStep } from './beginning/beginning.rules.ts'
import { beginning } from './beginning/beginning.ts'
import { lastPaid, type Sale, type Waiting, waitingRows } from './homes.sql.ts'
import { BOOKKEEPING, type Bookkeeping, DUTIES, type Duty, errandsOf, overdue, waitingFor } from './waiting.rules.ts'

export type MemberHome = {
  readonly today: Day
  readonly pots: Pots
  /** The level at which each pot counts as full, as on the page of the money. */
  readonly full: Readonly<Record<PotName, Cents>>
  readonly duties: readonly (Waiting & { readonly what: Duty })[]
  readonly sale: Sale | null
  readonly coach: string | null
  /** Cash of the cooperative in hand, with the last day to bring it. */
  readonly cash: { readonly cents: Cents; readonly until: Day } | null
  /** The last day of the consent, where there is one. */
  readonly consentUntil: { readonly id: string | null; readonly until: Day } | null
}

/** What a member sees first: what can be spent, what must be done, the last sale, who helps. Seven queries, one more with cash in hand. */
export async function memberHome(tx: Tx, permit: Permit<'home.member'>): Promise<MemberHome> {
  const member: MemberId = personOf(permit)
  const all = await waitingRows(tx, permit)
  const granted = all.find((each) => each.what === 'consentEnding' && each.until !== null && each.until >= permit.today)
  const rules = (await findAgreement(tx, permit, member, permit.today))?.rules ?? null
  return {
    today: permit.today,
    pots: await potsOf(tx, permit, member),
    full: { business: levelOfPot(rules, 'business'), development: levelOfPot(rules, 'development') },
    duties: waitingFor(
      all.filter((each) => each.member === member),
      DUTIES,
      permit.today,
      daysBetween,
    ),
    sale: await lastPaid(tx, permit, member),
    coach: (await professionals(tx, permit, 'coach')).get(member)?.name ?? null,
    cash: await cashInHand(tx, permit, member),
    consentUntil: granted?.until ? { id: granted.id, until: granted.until } : null,
  }
}

export type TreasurerHome = {
  readonly today: Day
  readonly names: ReadonlyMap<MemberId, string>
  readonly work: readonly (Waiting & { readonly what: Bookkeeping })[]
  readonly bankLines: number
  readonly overdue: readonly Waiting[]
  /** How many customers are reminded, called or proposed to be written off today. */
  readonly toRemind: number
  readonly lastClosed: Closing | null
  /** What the last check of the books found. */
  readonly verdict: Awaited<ReturnType<typeof lastVerdict>>
  /** What the cooperative still does to begin; null when it has begun. */
  readonly beginning: BeginStep | null
  /** What is in hand in the background, and what ended lately. */
  readonly errands: readonly Waiting[]
}

/** What the books wait for: to check, to match, to send, to close. Six queries. */
export async function treasurerHome(tx: Tx, permit: Permit<'home.treasurer'>): Promise<TreasurerHome> {
  const all = await waitingRows(tx, permit)
  const [lastClosed = null] = await closings(tx, permit)
  return {
    today: permit.today,
    names: await memberNames(tx, permit),
    work: waitingFor(all, BOOKKEEPING, permit.today, daysBetween),
    bankLines: all.find((each) => each.what === 'bankLines')?.number ?? 0,
    overdue: overdue(all, permit.today),
    toRemind: dueToday(await remindingLines(tx, permit), permit.today).length,
    lastClosed,
    verdict: await lastVerdict(tx, permit),
    beginning: (await beginning(tx, permit)).next,
    errands: errandsOf(all, permit.now),
  }
}

export type CaseManagerHome = {
  readonly today: Day
  readonly toDecide: readonly RequestLine[]
  readonly askedBack: readonly RequestLine[]
  readonly ending: readonly RequestLine[]
  readonly green: number
  /** Every request that the desk is about. */
  readonly lines: readonly RequestLine[]
  readonly own: ReadonlySet<MemberId>
  readonly statements: readonly Waiting[]
  /** Letters of own cases that are ready and have not left, and those of colleagues that ask for a second pair of eyes. */
  readonly letters: readonly Waiting[]
  /** Questions of the municipality, about statements and drawn things of own cases, that have no answer yet. */
  readonly asked: readonly Waiting[]
  /** Names of residents who ask for a case manager. */
  readonly invited: readonly string[]
  /** With whom the own cases and what nobody took are: to choose one from. */
  readonly cooperatives: ReadonlyMap<string, string>
  /** Of whom work was sold without consent, how many sales, and what the money waits for by now; never which customers or how much. */
  readonly waiting: readonly { readonly line: RequestLine; readonly number: number; readonly waits: WaitsFor }[]
  /** Consents from paper that run or will run, and that the municipality did not confirm yet: the own ones and those that nobody took. */
  readonly paper: readonly RequestLine[]
}

/**
 * What waits for a decision and until when, which statements wait to be read and questions for an answer, and how many are simply in order; of one
 * cooperative where one is named. Five queries.
 */
export async function caseManagerHome(tx: Tx, permit: Permit<'home.caseManager'>, cooperative: string | null = null): Promise<CaseManagerHome> {
  const all = await requestLines(tx, permit)
  const lines = cooperative === null ? all : all.filter(({ request }) => request.tenant === cooperative)
  const rows = await waitingRows(tx, permit)
  const own = new Set(lines.filter((line) => line.own).map((line) => line.request.member))
  const mine = (each: { member: MemberId | null }) => each.member !== null && own.has(each.member)
  const inForce = lines.filter((line) => line.effect === 'inForce' && mine(line.request))
  const ending = inForce.filter((line) => endsWithin(line, permit.today, 60))
  return {
    today: permit.today,
    // A request that nobody took belongs to everybody; somebody else's is not among the lines.
    toDecide: lines.filter((line) => line.procedure === 'waiting').toSorted((a, b) => (a.deadline?.last ?? '9').localeCompare(b.deadline?.last ?? '9')),
    askedBack: lines.filter((line) => line.procedure === 'incomplete' && mine(line.request)),
    ending,
    lines,
    green: inForce.filter((line) => !ending.includes(line) && !paperWaits(line.request.events)).length,
    own,
    statements: rows.filter((each) => each.what === 'statementToRead' && mine(each)),
    letters: rows.filter((each) => each.what === 'letterToSee' || (each.what === 'letterInHand' && mine(each))),
    asked: rows.filter((each) => (each.what === 'questionAsked' || each.what === 'conditionAsked' || each.what === 'statementAsked') && mine(each)),
    invited: rows.filter((each) => each.what === 'caseInvited').map((each) => each.about ?? ''),
    cooperatives: new Map(all.map(({ request }) => [request.tenant, request.cooperativeName])),
    waiting: moneyWaits(lines, permit.today).filter(({ line }) => mine(line.request) || line.procedure === 'waiting'),
    paper: lines.filter((line) => line.effect !== 'ended' && paperWaits(line.request.events)),
  }
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

function endsWithin(line: RequestLine, today: Day, days: number): boolean {
  const until = untilOf(line)
  return until !== null && daysBetween(today, until) <= days
}

/** The last day of a consent that was granted. */
export function untilOf(line: RequestLine): Day | null {
  return conditionsOf(line.request.events)?.until ?? null
}
