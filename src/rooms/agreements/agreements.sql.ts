import { type RawBuilder, sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { AnyPermit, MemberId, PersonId } from '#rooms/access'
import type { Article } from './articles/articles.rules.ts'
import type { NoticeChannel, SignIn } from './signing/signing.rules.ts'
import { readArticles } from './simulation/read-articles.rules.ts'

declare const version_: unique symbol
export type VersionId = string & { readonly [version_]: true }

/** Somebody else's agreement with which a draft began: how it is called, and where it is read. */
export type Origin = { readonly words: string; readonly path: string }

export type Version = {
  readonly id: VersionId
  readonly number: number
  readonly title: string
  readonly articles: readonly Article[]
  readonly from: Day
  readonly until: Day | null
  readonly proposedAt: Instant | null
  readonly text: string | null
  readonly hash: string | null
  readonly origin: Origin | null
}

export type Signature = {
  readonly party: 'member' | 'cooperative'
  readonly member: MemberId | null
  readonly person: PersonId
  readonly role: string
  readonly on: Day
  readonly at: Instant
  readonly signIn: SignIn
  readonly hash: string
}

export type Binding = { readonly member: MemberId; readonly version: VersionId; readonly number: number; readonly from: Day; readonly until: Day | null }

export type BindingWithArticles = Binding & { readonly articles: readonly Article[] }

/** Versions that were not dropped, newest first. */
export async function versionsAll(tx: Tx, permit: AnyPermit): Promise<Version[]> {
  const rows = await tx
    .selectFrom('agreements.version')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .where('dropped_at', 'is', null)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(versionFrom)
}

/** A version of this cooperative, draft or proposed; null when there is none, or it was thrown away. */
export async function versionById(tx: Tx, permit: AnyPermit, id: VersionId): Promise<Version | null> {
  const row = await tx
    .selectFrom('agreements.version')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
  return row ? versionFrom(row) : null
}

/** Locks the agreements of the cooperative: numbers without gaps, and a draft that nobody changes while it is proposed. */
export async function lockAgreements(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agreements ${permit.organisation}`}, 0))`.execute(tx)
}

export async function insertVersion(
  tx: Tx,
  permit: AnyPermit,
  draft: { title: string; articles: readonly Article[]; from: Day; until: Day | null; origin?: Origin },
): Promise<VersionId> {
  const id = newId<VersionId>(permit.now.epochMilliseconds)
  const { last } = await tx
    .selectFrom('agreements.version')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), sql<number>`0`).as('last'))
    .where('tenant', '=', permit.organisation)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('agreements.version')
    .values({
      tenant: permit.organisation,
      id,
      number: last + 1,
      title: draft.title,
      articles: json(draft.articles),
      from_day: draft.from,
      until_day: draft.until,
      prepared_by: permit.person,
      prepared_at: permit.now,
      proposed_by: null,
      proposed_at: null,
      text: null,
      text_hash: null,
      dropped_at: null,
      origin_words: draft.origin?.words ?? null,
      origin_path: draft.origin?.path ?? null,
    })
    .execute()
  return id
}

export async function saveDraft(
  tx: Tx,
  permit: AnyPermit,
  id: VersionId,
  draft: { title: string; articles: readonly Article[]; from: Day; until: Day | null },
): Promise<void> {
  await tx
    .updateTable('agreements.version')
    .set({ title: draft.title, articles: json(draft.articles), from_day: draft.from, until_day: draft.until })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .execute()
}

export async function saveProposal(tx: Tx, permit: AnyPermit, id: VersionId, proposal: { text: string; hash: string }): Promise<void> {
  await tx
    .updateTable('agreements.version')
    .set({ proposed_by: permit.person, proposed_at: permit.now, text: proposal.text, text_hash: proposal.hash })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .execute()
}

export async function saveDropped(tx: Tx, permit: AnyPermit, id: VersionId): Promise<void> {
  await tx.updateTable('agreements.version').set({ dropped_at: permit.now }).where('tenant', '=', permit.organisation).where('id', '=', id).execute()
}

export async function insertRecipients(tx: Tx, permit: AnyPermit, version: VersionId, members: readonly MemberId[]): Promise<void> {
  if (members.length === 0) return
  await tx
    .insertInto('agreements.recipient')
    .values(members.map((member) => ({ tenant: permit.organisation, version, member, put_at: permit.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** To whom a version was put, within reach; of one version or of all. */
export async function recipientsOf(tx: Tx, permit: AnyPermit, version: VersionId | null): Promise<{ version: VersionId; member: MemberId }[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<{ version: VersionId; member: MemberId }>`select version, member from agreements.recipient
    where tenant = ${permit.organisation} and (${version}::uuid is null or version = ${version}) and (${reach}::uuid[] is null or member = any (${reach}::uuid[]))`.execute(
    tx,
  )
  return rows
}

/** To whom a version was put the last time. */
export async function lastRecipients(tx: Tx, permit: AnyPermit, version: VersionId): Promise<MemberId[]> {
  const { rows } = await sql<{ member: MemberId }>`select member from agreements.recipient r where tenant = ${permit.organisation} and version = ${version}
    and put_at = (select max(put_at) from agreements.recipient where tenant = r.tenant and version = r.version)`.execute(tx)
  return rows.map((row) => row.member)
}

export async function insertSignature(
  tx: Tx,
  permit: AnyPermit,
  signature: { version: VersionId; party: 'member' | 'cooperative'; person: PersonId; signIn: SignIn; hash: string },
): Promise<void> {
  await tx
    .insertInto('agreements.signature')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      version: signature.version,
      party: signature.party,
      member: signature.party === 'member' ? signature.person : null,
      person: signature.person,
      role: permit.role,
      signed_on: permit.today,
      signed_at: permit.now,
      sign_in: signature.signIn,
      text_hash: signature.hash,
    })
    .execute()
}

/** Signatures under a version; of members only those within reach. */
export async function signaturesOf(tx: Tx, permit: AnyPermit, version: VersionId | null): Promise<(Signature & { version: VersionId })[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<Signature & { version: VersionId }>`
    select version, party, member, person, role, signed_on as "on", signed_at as at, sign_in as "signIn", text_hash as hash from agreements.signature
    where tenant = ${permit.organisation} and (${version}::uuid is null or version = ${version})
      and (member is null or ${reach}::uuid[] is null or member = any (${reach}::uuid[])) order by signed_at`.execute(tx)
  return rows
}

export async function insertNotices(
  tx: Tx,
  permit: AnyPermit,
  notices: readonly { version: VersionId; member: MemberId; channel: NoticeChannel; on: Day; bindsFrom: Day; person: PersonId }[],
): Promise<void> {
  if (notices.length === 0) return
  await tx
    .insertInto('agreements.notice')
    .values(
      notices.map((notice) => ({
        tenant: permit.organisation,
        version: notice.version,
        member: notice.member,
        channel: notice.channel,
        given_on: notice.on,
        binds_from: notice.bindsFrom,
        person: notice.person,
        recorded_at: permit.now,
      })),
    )
    .execute()
}

/** Every version that binds somebody, now, later or before, oldest first; of one member or of all within reach. */
export async function bindingsOf(tx: Tx, permit: AnyPermit, member: MemberId | null): Promise<Binding[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<Binding>`select member, version, number, binds_from as "from", until_day as until from agreements.binding
    where tenant = ${permit.organisation} and (${member}::uuid is null or member = ${member}) and (${reach}::uuid[] is null or member = any (${reach}::uuid[]))
    order by binds_from, number`.execute(tx)
  return rows
}

/** The version that binds each member on a day; whoever reads is no matter here, for a month close needs everyone. */
export async function bindingsOn(tx: Tx, permit: AnyPermit, on: Day, member: MemberId | null): Promise<BindingWithArticles[]> {
  return withArticles(
    tx,
    sql`with last as (
      select distinct on (member) member, version, number, binds_from, until_day from agreements.binding
      where tenant = ${permit.organisation} and binds_from <= ${on} and (${member}::uuid is null or member = ${member})
      order by member, binds_from desc, number desc),
    found as (select * from last where until_day is null or until_day >= ${on})`,
    permit,
  )
}

/** Every version that binds or bound the members within reach, with its articles, oldest first. */
export async function bindingsWithArticles(tx: Tx, permit: AnyPermit): Promise<BindingWithArticles[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  return withArticles(
    tx,
    sql`with found as (select member, version, number, binds_from, until_day from agreements.binding
      where tenant = ${permit.organisation} and (${reach}::uuid[] is null or member = any (${reach}::uuid[])))`,
    permit,
  )
}

async function withArticles(tx: Tx, found: RawBuilder<unknown>, permit: AnyPermit): Promise<BindingWithArticles[]> {
  const { rows } = await sql<Binding & { articles: unknown }>`${found}
    select l.member, l.version, l.number, l.binds_from as "from", l.until_day as until,
      case when row_number() over (partition by l.version order by l.member, l.binds_from) = 1 then v.articles end as articles
    from found l join agreements.version v on v.tenant = ${permit.organisation} and v.id = l.version
    order by l.member, l.binds_from, l.number`.execute(tx)
  // The articles come once per version, however many members it binds.
  const articles = new Map(rows.flatMap((row) => (row.articles === null ? [] : [[row.version, readArticles(row.articles, `version ${row.version}`)] as const])))
  return rows.map((row) => ({ ...row, articles: articles.get(row.version) ?? [] }))
}

type VersionRow = {
  id: string
  number: number
  title: string
  articles: unknown
  from_day: Day
  until_day: Day | null
  proposed_at: Instant | null
  text: string | null
  text_hash: string | null
  origin_words: string | null
  origin_path: string | null
}

function versionFrom(row: VersionRow): Version {
  return {
    id: row.id as VersionId,
    number: row.number,
    title: row.title,
    articles: readArticles(row.articles, `version ${row.id}`),
    from: row.from_day,
    until: row.until_day,
    proposedAt: row.proposed_at,
    text: row.text,
    hash: row.text_hash,
    origin: row.origin_words === null || row.origin_path === null ? null : { words: row.origin_words, path: row.origin_path },
  }
}
