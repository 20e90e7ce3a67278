import type { Day, Instant, Month } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import type { Conditions, ConsentEvent, Effect, Procedure } from './consent.rules.ts'
import type { Deadline } from './deadline/deadline.rules.ts'
import type { PostingChoice } from './posting/posting.rules.ts'

declare const request_: unique symbol
export type RequestId = string & { readonly [request_]: true }

/** What the member asks for. */
export type RequestFacts = {
  readonly work: string
  readonly plan: string
  readonly costKinds: readonly string[]
  readonly wantedFrom: Day
  readonly wantedUntil: Day
}

/** A request with everything that happened to it. */
export type ConsentRequest = RequestFacts & {
  readonly id: RequestId
  readonly tenant: OrganisationId
  readonly municipality: OrganisationId
  readonly member: MemberId
  /** As it was called when the request was sent; null while it is a draft. */
  readonly memberName: string | null
  readonly cooperativeName: string
  readonly municipalityName: string
  readonly renews: RequestId | null
  readonly authorisation: string | null
  /** The picture of what the member signed, where it was kept. */
  readonly authorisationFile: string | null
  /** When the member saw exactly this text; null while it must still be shown. */
  readonly seenAt: Instant | null
  /** The municipality's own number; read only by the municipality and the member. */
  readonly reference: string | null
  /** The days of work that was sold and waits for a decision. */
  readonly waitingOn: readonly Day[]
  /** Weeks to decide by the town's own rules of the day of receipt; null: those of the law. */
  readonly ownWeeks: number | null
  /** The first day on which the member lives in another town, as this one was told and nobody called off; null without. */
  readonly leavesOn: Day | null
  /** What the member chose about post and mail for this municipality, oldest first (Awb 2:14). */
  readonly postingChoices: readonly PostingChoice[]
  readonly events: readonly RecordedEvent[]
}

/** An event with the office of whoever wrote it down; names are not shown (a municipality may hide its staff's). */
export type RecordedEvent = ConsentEvent & { readonly role: string }

/** A consent that was granted, with its conditions. */
export type Consent = Conditions & {
  readonly request: RequestId
  readonly member: MemberId
  readonly municipality: OrganisationId
  readonly grantedOn: Day
}

/** A granted consent of one member, with everything needed to compute its effect on any day. */
export type MemberConsent = Consent & { readonly events: readonly ConsentEvent[] }

/** A line of a list of requests. */
export type RequestLine = {
  readonly request: ConsentRequest
  readonly procedure: Procedure
  readonly effect: Effect
  /** The last day to decide, while a decision is awaited. */
  readonly deadline: Deadline | null
  /** In the list of a case manager: whether the case is the own one; else nobody took it yet. */
  readonly own?: boolean
}

/** Whether work done on a day may be sold, whose work it is and under which name it is sold today; `warning` is for a member who must report it elsewhere too. */
export type TradeAllowed = { readonly name: string; readonly tradeName: string | null } & (
  | { readonly allowed: true; readonly consent: Consent | null; readonly warning: { readonly what: string; readonly next: string } | null }
  | { readonly allowed: false; readonly why: TradeStop; readonly sentence: { readonly what: string; readonly next: string } }
)

/**
 * Why work may not be sold. `awaiting` can still become allowed, so an invoice for it waits; the others say what must be done first.
 * `elsewhere`: only a municipality that does not pay the benefit on that day gave consent.
 */
export type TradeStop = 'notHere' | 'unknownBenefit' | 'noConsent' | 'awaiting' | 'suspended' | 'ended' | 'upcoming' | 'elsewhere'

/** What a municipality wrote that may be paid out to a member, in cents together, and since when. */
export type WrittenWord = { readonly cents: Cents; readonly since: Day }

/** Whether money may be paid out to a member on a day; `warning` is for a member who must report it elsewhere too. */
export type PayoutAllowed =
  | {
      readonly allowed: true
      readonly consent: Consent | null
      readonly warning: { readonly what: string; readonly next: string } | null
      /** Only what the municipality wrote may go: this much together since a day, whatever the consent says. */
      readonly upTo?: WrittenWord
      /** What came after leaving for months on a benefit and waits for a written answer, in cents: it may not go whatever else is allowed. */
      readonly held: Cents
    }
  | { readonly allowed: false; readonly why: PayoutStop; readonly sentence: { readonly what: string; readonly next: string } }

/** What came for a member after leaving, by the month of the work: whether a municipality has a say in it, and what it wrote last, since when. Cents. */
export type LateMonth = { readonly month: Month; readonly cents: Cents; readonly waits: boolean; readonly allowed: Cents; readonly since: Day | null }

/** Why nothing may be paid out. `forbidden`: the consent in force says that the money stays in the budget. */
export type PayoutStop = Exclude<TradeStop, 'notHere'> | 'forbidden'
