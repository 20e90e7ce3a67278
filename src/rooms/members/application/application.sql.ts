import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Language } from '#kit/text.ts'
import type { AnyPermit, MemberId, OrganisationId } from '#rooms/access'
import type { BenefitSource } from '../benefit.rules.ts'
import type { Application, SupportKind } from '../members.types.ts'
import type { ReferrerKind } from '../referral/referral.rules.ts'

/** What one question may write; nothing else of the row can be reached from outside. */
export type Answers = {
  readonly firstName?: string | null
  readonly reach?: string | null
  readonly idea?: string | null
  readonly benefit?: BenefitSource | null
  readonly help?: readonly SupportKind[]
  readonly note?: string | null
  readonly unsure: readonly string[]
}

export async function insertApplication(
  tx: Tx,
  tenant: OrganisationId,
  id: string,
  tokenHash: string,
  facts: { readonly language: Language; readonly at: Instant; readonly brought: string | null },
): Promise<void> {
  await tx
    .insertInto('members.application')
    .values({
      tenant,
      id,
      token_hash: tokenHash,
      first_name: null,
      reach: null,
      idea: null,
      benefit: null,
      help: null,
      note: null,
      language: facts.language,
      unsure: [],
      brought: facts.brought,
      begun_at: facts.at,
      sent_at: null,
      taken_at: null,
      answered_at: null,
      declined_at: null,
      declined_by: null,
      member: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function applicationByToken(tx: Tx, tenant: OrganisationId, tokenHash: string): Promise<Application | null> {
  const row = await tx.selectFrom('members.application').selectAll().where('tenant', '=', tenant).where('token_hash', '=', tokenHash).executeTakeFirst()
  return row ? applicationFrom(row) : null
}

/** Sent and taken up by nobody yet, oldest first. */
export async function openApplications(tx: Tx, tenant: OrganisationId): Promise<Application[]> {
  const rows = await tx
    .selectFrom('members.application')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('sent_at', 'is not', null)
    .where('taken_at', 'is', null)
    .where('declined_at', 'is', null)
    .orderBy('sent_at')
    .execute()
  return rows.map(applicationFrom)
}

export async function applicationForTaking(
  tx: Tx,
  tenant: OrganisationId,
  id: string,
): Promise<(Application & { takenAt: Instant | null; declinedAt: Instant | null }) | null> {
  const row = await tx
    .selectFrom('members.application')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('sent_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  return row ? { ...applicationFrom(row), takenAt: row.taken_at, declinedAt: row.declined_at } : null
}

export async function saveAnswers(tx: Tx, tenant: OrganisationId, id: string, answers: Answers): Promise<void> {
  const { firstName, reach, idea, benefit, help, note, unsure } = answers
  await tx
    .updateTable('members.application')
    .set({
      unsure: [...unsure],
      ...(firstName === undefined ? {} : { first_name: firstName }),
      ...(reach === undefined ? {} : { reach }),
      ...(idea === undefined ? {} : { idea }),
      ...(benefit === undefined ? {} : { benefit }),
      ...(help === undefined ? {} : { help: [...help] }),
      ...(note === undefined ? {} : { note }),
    })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .execute()
}

export async function markSent(tx: Tx, tenant: OrganisationId, id: string, at: Instant): Promise<void> {
  await tx.updateTable('members.application').set({ sent_at: at }).where('tenant', '=', tenant).where('id', '=', id).where('sent_at', 'is', null).execute()
}

export async function markTaken(tx: Tx, tenant: OrganisationId, id: string, member: MemberId, at: Instant): Promise<void> {
  await tx.updateTable('members.application').set({ taken_at: at, member }).where('tenant', '=', tenant).where('id', '=', id).execute()
}

export async function markAnswered(tx: Tx, permit: AnyPermit, id: string): Promise<void> {
  await tx.updateTable('members.application').set({ answered_at: permit.now }).where('tenant', '=', permit.organisation).where('id', '=', id).execute()
}

export async function markDeclined(tx: Tx, permit: AnyPermit, id: string): Promise<void> {
  const row = { declined_at: permit.now, declined_by: permit.person }
  await tx.updateTable('members.application').set(row).where('tenant', '=', permit.organisation).where('id', '=', id).execute()
}

/** Deletes what was begun before a moment and never sent, declined before another, or sent before a third; gives how many. */
export async function deleteOld(tx: Tx, tenant: OrganisationId, before: { begun: Instant; declined: Instant; sent: Instant }): Promise<number> {
  const done = await tx
    .deleteFrom('members.application')
    .where('tenant', '=', tenant)
    .where((eb) =>
      eb.or([eb.and([eb('sent_at', 'is', null), eb('begun_at', '<', before.begun)]), eb('declined_at', '<', before.declined), eb('sent_at', '<', before.sent)]),
    )
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}

type Row = {
  id: string
  first_name: string | null
  reach: string | null
  idea: string | null
  benefit: string | null
  help: string[] | null
  note: string | null
  language: string
  unsure: string[]
  brought: string | null
  begun_at: Instant
  sent_at: Instant | null
  answered_at: Instant | null
  referrer_kind: string | null
  referrer: string | null
  referral_why: string | null
  speaks: string | null
}

function applicationFrom(row: Row): Application {
  return {
    id: row.id,
    firstName: row.first_name,
    reach: row.reach,
    idea: row.idea,
    benefit: row.benefit as BenefitSource | null,
    help: (row.help ?? []) as SupportKind[],
    note: row.note,
    language: row.language as Language,
    unsure: row.unsure,
    brought: row.brought,
    begunAt: row.begun_at,
    sentAt: row.sent_at,
    answeredAt: row.answered_at,
    referral: row.referrer_kind
      ? { kind: row.referrer_kind as ReferrerKind, referrer: row.referrer ?? '', why: row.referral_why ?? '', speaks: row.speaks }
      : null,
  }
}
