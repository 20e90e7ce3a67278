import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { readFile, type StoredFile } from '#kit/files.ts'
import { refuse } from '#kit/refusal.ts'
import { looked, type Permit, personNames } from '#rooms/access'
import { amountsAll, decreeKnown, equatedDays, freeDays, lastDayToObject, type Term } from '#rooms/law'
import { type Offered, offeredAt } from '../conditions/library.ts'
import { texts } from '../consent.en.ts'
import { type Conditions, conditionsOf, decidedOn, type Effect, effect, runsUntil } from '../consent.rules.ts'
import { type LegalBasis, legalBases, requests } from '../consent.sql.ts'
import { lineOf, requestWithin } from '../consent.ts'
import type { ConsentRequest, RequestId, RequestLine } from '../consent.types.ts'
import { countsUntil } from '../deadline/ends.rules.ts'
import type { Outgoing } from '../outgoing/outgoing.sql.ts'
import { townAndLetter } from '../outgoing/signature.ts'
import { dayNotified, notifiedOn } from '../posting/posting.rules.ts'
import { type DecisionRemedy, remediesOn } from '../remedies/remedies.rules.ts'
import type { TeamMove } from '../teams/teams.sql.ts'
import { procedureTerms, remedyTerms } from '../terms/terms.rules.ts'
import type { RulesOfTown, TownRules } from '../town/town.rules.ts'
import { type WaitsFor, waitsFor } from '../waiting/waiting.rules.ts'

export type RequestFile = RequestLine & {
  readonly memberName: string
  readonly municipalityName: string
  readonly cooperativeName: string
  /** Only for the municipality and the member. */
  readonly reference: string | null
  readonly grounds: readonly LegalBasis[]
  /** What the list of the municipality has to choose from, for a page that lays down conditions; null on every other. */
  readonly offered: Offered | null
  /** Last day to object to the decision (Awb 6:7); null before it. */
  readonly objectUntil: Day | null
  /** Whether the days equated by decree are known for the year in which the term ends. */
  readonly decreeKnown: boolean
  readonly today: Day
  /** The own rules of the municipality, as they count today. */
  readonly town: TownRules
  /** The same through time. */
  readonly rules: RulesOfTown
  /** Every decision with how far somebody went against it, its terms and last day to object; newest first. */
  readonly remedies: readonly (DecisionRemedy & { readonly objectUntil: Day; readonly terms: readonly Term[] })[]
  /** The terms up to the decision. */
  readonly terms: readonly Term[]
  /** The consent of the same cooperative and municipality that this one follows on: what it renews, or what runs today; null where there is none. */
  readonly earlier: EarlierConsent | null
  /** What the money of work without consent waits for; null where none waits. */
  readonly waits: WaitsFor | null
  /** At which team of the municipality the file was and is, oldest first; for the municipality and the member. The reason is for the municipality. */
  readonly teams: readonly TeamMove[]
  /** A letter that is ready and has not left; only the municipality has one. */
  readonly inHand: Outgoing | null
}

export type EarlierConsent = {
  readonly id: RequestId
  readonly conditions: Conditions
  readonly effect: Effect
  /** The last day on which it counts; null where it never began. */
  readonly until: Day | null
  /** Whether it goes on until the decision, for its extension was asked in time. */
  readonly goesOn: boolean
}

/** The whole request for its page, with `toDecide` what a decision can be made of; the look is written down. Refuses (missing) outside reach, also at another municipality. */
export async function requestFile(tx: Tx, permit: Permit<'consent.file'>, id: RequestId, toDecide = false): Promise<RequestFile> {
  const request = await requestWithin(tx, permit, id)
  await looked(tx, permit, [request.member])
  const equated = await equatedDays(tx)
  const isFree = freeDays(equated)
  const { rules, inHand, teams } = await townAndLetter(tx, request)
  const line = lineOf(request, permit.today, isFree)
  const decided = decidedOn(request.events)
  const waits = request.waitingOn.length > 0
  // Only a notice of default makes a figure of the law matter here.
  const amounts = request.events.some(({ kind }) => kind === 'defaultTold') ? await amountsAll(tx) : []
  // Only while nothing counts on this request itself does an earlier one matter.
  const others = waits || line.effect === 'none' ? (await requests(tx, permit, { member: request.member })).filter((each) => isBeside(each, request)) : []
  return {
    ...line,
    objectUntil: decided
      ? lastDayToObject(dayNotified(request.events.findLast(({ on, notified }) => on === decided && notified) ?? { on: decided }), isFree)
      : null,
    decreeKnown: decreeKnown(equated, line.deadline?.last ?? permit.today),
    today: permit.today,
    town: rules(permit.today),
    rules,
    terms: procedureTerms(request.events, rules, permit.today, isFree, amounts),
    remedies: remediesOn(request.events, permit.today)
      .map((each) => ({
        ...each,
        objectUntil: lastDayToObject(notifiedOn(request.events, each.decision), isFree),
        terms: remedyTerms(request.events, each.decision, rules, permit.today, isFree, amounts),
      }))
      .toReversed(),
    memberName: request.memberName ?? (await personNames(tx, [request.member])).get(request.member) ?? texts[permit.language].thisMember,
    municipalityName: request.municipalityName,
    cooperativeName: request.cooperativeName,
    reference: request.reference,
    grounds: await legalBases(tx, permit.today),
    offered: toDecide && permit.organisation === request.municipality ? await offeredAt(tx, permit) : null,
    earlier: line.effect === 'none' ? earlierOf(request, others, permit.today) : null,
    inHand: permit.role === 'caseManager' ? inHand : null,
    teams: teams.map((move) => (permit.organisation === request.municipality ? move : { ...move, reason: '' })),
    waits: waits
      ? waitsFor(
          [request, ...others].map(({ events }) => events),
          request.waitingOn,
          permit.today,
        )
      : null,
  }
}

/** The picture of what the member signed; the look is written down. Refuses (missing) outside reach, and where none was kept. */
export async function authorisationFile(tx: Tx, permit: Permit<'consent.file'>, id: RequestId): Promise<StoredFile> {
  const { member, authorisationFile: file } = await requestWithin(tx, permit, id)
  await looked(tx, permit, [member])
  return file ? readFile(tx, permit, file) : refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/** Whether it is another request of the same cooperative to the same municipality. */
function isBeside(other: ConsentRequest, request: ConsentRequest): boolean {
  return other.id !== request.id && other.tenant === request.tenant && other.municipality === request.municipality
}

function earlierOf(request: ConsentRequest, others: readonly ConsentRequest[], today: Day): EarlierConsent | null {
  const granted = others.flatMap((each) => {
    const conditions = conditionsOf(each.events)
    const until = countsUntil(each.events, each.leavesOn)
    return conditions ? [{ id: each.id, conditions, effect: effect(each.events, today), until, goesOn: runsUntil(each.events) === null }] : []
  })
  return granted.find(({ id }) => id === request.renews) ?? granted.find((each) => each.effect === 'inForce' || each.effect === 'suspended') ?? null
}
