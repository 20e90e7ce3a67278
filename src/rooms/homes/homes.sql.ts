import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { FollowedTrack } from '#rooms/coaching'

/** Everything that can wait for somebody; each room says its own in a view. */
export const WAITS = [
  'consentDraft',
  'consentToAnswer',
  'objectionToMend',
  'consentToDecide',
  'consentEnding',
  'consentAsked',
  'consentStops',
  'consentElsewhere',
  'letterToSee',
  'letterInHand',
  'application',
  'trialEnding',
  'benefitReported',
  'agreementToSign',
  'agreementToSignFor',
  'cooperationAnswered',
  'invoiceToSend',
  'invoiceReturned',
  'shareToAgree',
  'memberWorkToAnswer',
  'invoiceOpen',
  'invoiceWaiting',
  'invoiceToRelease',
  'writeOffToJudge',
  'workToDecide',
  'receiptToAnswer',
  'receiptToJudge',
  'spendingToDecide',
  'spendingToBuy',
  'instalmentDue',
  'billToPay',
  'bankLines',
  'statementToSend',
  'statementChanged',
  'statementToRead',
  'memberClaim',
  'memberQuestion',
  'municipalityQuestion',
  'errandRuns',
  'errandDone',
  'errandStopped',
  'questionToAnswer',
  'questionAsked',
  'conditionToAnswer',
  'conditionAsked',
  'statementAsked',
  'requestAsked',
  'requestToAnswer',
  'caseInvited',
  'planToSign',
  'relocationToTell',
  'residentLeaves',
  'residentComes',
  'knowledgeToCheck',
  'knowledgeAsked',
] as const
export type Wait = (typeof WAITS)[number]

export type Waiting = {
  readonly what: Wait
  readonly id: string | null
  readonly member: MemberId | null
  readonly since: Instant | null
  /** The last day, where there is one. */
  readonly until: Day | null
  /** A month, a name or a reason, as the room tells it. */
  readonly about: string | null
  readonly cents: Cents | null
  /** How many, where they are counted together. */
  readonly number: number
}

/** What waits at the permit's organisation, of everybody within reach or of nobody in particular, in one query. */
export async function waitingRows(tx: Tx, permit: AnyPermit): Promise<Waiting[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<Waiting>`
    select w.what, w.id, w.member, w.since, w.until, w.about, w.cents, w.number from (
      select * from consent.shared_waiting union all select * from consent.shared_waiting_work union all select * from consent.shared_outgoing union all select * from consent.shared_relocation union all select * from members.shared_waiting union all select * from agreements.shared_waiting
      union all select * from invoicing.shared_waiting union all select * from spending.shared_waiting union all select * from spending.shared_bill union all select * from banking.shared_waiting
      union all select * from settlement.shared_waiting
      union all select * from threads.shared_waiting union all select * from coaching.shared_invited union all select * from coaching.shared_to_sign union all select * from access.shared_waiting
      union all select * from network.shared_waiting) w
    where w.owner = ${permit.organisation} and (${reach}::uuid[] is null or w.member is null or w.member = any (${reach}::uuid[]))
    order by w.until nulls last, w.since nulls last, w.id`.execute(tx)
  return rows
}

/** The knowledge of the network that waits for somebody of the permit's organisation, where a home reads nothing else that waits; in one query. */
export async function knowledgeWaiting(tx: Tx, permit: AnyPermit): Promise<Pick<Waiting, 'what' | 'about' | 'until'>[]> {
  const { rows } = await sql<Pick<Waiting, 'what' | 'about' | 'until'>>`
    select w.what, w.about, w.until from network.shared_waiting w where w.owner = ${permit.organisation} order by w.until, w.id`.execute(tx)
  return rows
}

export type SalePart = { readonly receiver: string; readonly article: string; readonly cents: Cents }

/** A payment of a customer with the parts it was divided in; none while its month is open. */
export type Sale = { readonly receipt: string; readonly number: string; readonly on: Day; readonly gross: Cents; readonly parts: readonly SalePart[] }

/** The last payment for work of a member, and what the member follows: in one question, for a home asks few. */
export async function saleAndTrack(
  tx: Tx,
  permit: AnyPermit,
  member: MemberId,
): Promise<{ readonly sale: Sale | null; readonly follows: FollowedTrack | null }> {
  const { rows } = await sql<
    { [K in keyof Omit<Sale, 'parts'>]: Sale[K] | null } & { parts: PartJson[] | null } & { [K in keyof FollowedTrack]: FollowedTrack[K] | null }
  >`
    select s.*, t.track, t.own_steps as "ownSteps", t.done_keys as "doneKeys" from (select 1) one
    left join lateral (select r.receipt, r.number, r.on_day as on, r.gross,
      (select jsonb_agg(jsonb_build_object('receiver', p.receiver, 'article', p.article, 'cents', p.cents::text)) from settlement.shared_receipt_part p
        where p.tenant = r.tenant and p.receipt = r.receipt) as parts
    from invoicing.shared_received r
    where r.tenant = ${permit.organisation} and r.member = ${member}
    order by r.on_day desc, r.recorded_at desc limit 1) s on true
    left join coaching.shared_track t on t.tenant = ${permit.organisation} and t.member = ${member}`.execute(tx)
  const [row] = rows
  if (!row) return { sale: null, follows: null }
  const { receipt, number, on, gross, parts, track, ownSteps, doneKeys } = row
  return {
    sale:
      receipt !== null && number !== null && on !== null && gross !== null
        ? { receipt, number, on, gross, parts: (parts ?? []).map((part) => ({ ...part, cents: BigInt(part.cents) as Cents })) }
        : null,
    follows: track === null ? null : { track, ownSteps, doneKeys: doneKeys ?? [] },
  }
}

type PartJson = { readonly receiver: string; readonly article: string; readonly cents: string }
