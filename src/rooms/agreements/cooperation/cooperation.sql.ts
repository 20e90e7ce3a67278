import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type OrganisationId, type PersonId, personOf } from '#rooms/access'
import type { Bound } from '../bounds/bounds.rules.ts'
import type { SignIn } from '../signing/signing.rules.ts'
import { readBounds } from '../simulation/read-articles.rules.ts'

declare const cooperation_: unique symbol
export type CooperationId = string & { readonly [cooperation_]: true }

export type CooperationParty = 'cooperative' | 'municipality'

export type CooperationSignature = {
  readonly party: CooperationParty
  readonly personName: string
  readonly role: string
  readonly on: Day
  readonly signIn: SignIn
  readonly hash: string
}

/** What a party can say besides signing. */
export const ANSWER_KINDS = ['changeAsked', 'declined'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** What a party said of an agreement instead of signing it. */
export type CooperationAnswer = {
  readonly party: CooperationParty
  readonly kind: AnswerKind
  readonly words: string
  readonly personName: string
  readonly on: Day
}

/** An agreement of a cooperative with a municipality: bounds for every member agreement. */
export type CooperationAgreement = {
  readonly id: CooperationId
  readonly tenant: OrganisationId
  readonly municipality: OrganisationId
  readonly number: number
  readonly cooperativeName: string
  readonly municipalityName: string
  readonly bounds: readonly Bound[]
  readonly text: string
  readonly hash: string
  readonly from: Day
  readonly until: Day | null
  readonly proposedAt: Instant
  readonly signatures: readonly CooperationSignature[]
  /** In the order in which they came. */
  readonly answers: readonly CooperationAnswer[]
}

type Row = Omit<CooperationAgreement, 'bounds' | 'signatures' | 'answers'> & {
  bounds: unknown
  signatures: CooperationSignature[] | null
  answers: CooperationAnswer[] | null
}

/** Agreements in which the acting organisation is a party, newest first. */
export async function cooperationAgreements(tx: Tx, permit: AnyPermit, id: CooperationId | null = null): Promise<CooperationAgreement[]> {
  const { rows } = await sql<Row>`
    select c.id, c.tenant, c.municipality, c.number, c.cooperative_name as "cooperativeName", c.municipality_name as "municipalityName", c.bounds, c.text,
      c.text_hash as hash, c.from_day as "from", c.until_day as until, c.proposed_at as "proposedAt",
      (select jsonb_agg(jsonb_build_object('party', s.party, 'personName', s.person_name, 'role', s.role, 'on', s.signed_on, 'signIn', s.sign_in, 'hash', s.text_hash)
        order by s.signed_at) from agreements.cooperation_signature s where s.tenant = c.tenant and s.agreement = c.id) as signatures,
      (select jsonb_agg(jsonb_build_object('party', a.party, 'kind', a.kind, 'words', a.words, 'personName', a.person_name, 'on', a.answered_on)
        order by a.answered_at) from agreements.cooperation_answer a where a.tenant = c.tenant and a.agreement = c.id) as answers
    from agreements.cooperation c
    where (c.tenant = ${permit.organisation} or c.municipality = ${permit.organisation}) and (${id}::uuid is null or c.id = ${id})
    order by c.municipality_name, c.number desc`.execute(tx)
  return rows.map((row) => ({ ...row, bounds: readBounds(row.bounds, `cooperation ${row.id}`), signatures: row.signatures ?? [], answers: row.answers ?? [] }))
}

export async function insertCooperation(
  tx: Tx,
  permit: AnyPermit,
  row: {
    municipality: OrganisationId
    number: number
    cooperativeName: string
    municipalityName: string
    bounds: readonly Bound[]
    text: string
    hash: string
    from: Day
    until: Day | null
  },
): Promise<CooperationId> {
  const id = newId<CooperationId>(permit.now.epochMilliseconds)
  await tx
    .insertInto('agreements.cooperation')
    .values({
      tenant: permit.organisation,
      municipality: row.municipality,
      id,
      number: row.number,
      cooperative_name: row.cooperativeName,
      municipality_name: row.municipalityName,
      bounds: json(row.bounds),
      text: row.text,
      text_hash: row.hash,
      from_day: row.from,
      until_day: row.until,
      proposed_by: personOf(permit),
      proposed_at: permit.now,
    })
    .execute()
  return id
}

export async function insertCooperationSignature(
  tx: Tx,
  permit: AnyPermit,
  agreement: Pick<CooperationAgreement, 'id' | 'tenant' | 'municipality' | 'hash'>,
  signature: { party: CooperationParty; person: PersonId; personName: string; signIn: SignIn },
): Promise<void> {
  await tx
    .insertInto('agreements.cooperation_signature')
    .values({
      tenant: agreement.tenant,
      municipality: agreement.municipality,
      id: newId(permit.now.epochMilliseconds),
      agreement: agreement.id,
      party: signature.party,
      person: signature.person,
      person_name: signature.personName,
      role: permit.role,
      signed_on: permit.today,
      signed_at: permit.now,
      sign_in: signature.signIn,
      text_hash: agreement.hash,
    })
    .execute()
}

/** Locks an agreement: signing and declining at once come one after the other. */
export async function lockCooperation(tx: Tx, id: CooperationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cooperation ${id}`}, 0))`.execute(tx)
}

export async function insertCooperationAnswer(
  tx: Tx,
  permit: AnyPermit,
  agreement: Pick<CooperationAgreement, 'id' | 'tenant' | 'municipality'>,
  answer: { party: CooperationParty; kind: AnswerKind; words: string; person: PersonId; personName: string },
): Promise<void> {
  await tx
    .insertInto('agreements.cooperation_answer')
    .values({
      tenant: agreement.tenant,
      municipality: agreement.municipality,
      id: newId(permit.now.epochMilliseconds),
      agreement: agreement.id,
      party: answer.party,
      kind: answer.kind,
      words: answer.words,
      person: answer.person,
      person_name: answer.personName,
      role: permit.role,
      answered_on: permit.today,
      answered_at: permit.now,
    })
    .execute()
}
