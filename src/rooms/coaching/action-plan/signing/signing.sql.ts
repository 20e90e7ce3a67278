import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { type AnyPermit, type OrganisationId, type PersonId, personOf } from '#rooms/access'
import type { PlanRow } from '../plan.sql.ts'
import type { PlanContent, SignerKind } from './signing.rules.ts'

/** Somebody whom a version asks to sign, and how that went. */
export type PlanSigner = {
  readonly id: string
  readonly who: SignerKind
  readonly name: string
  readonly signed: boolean
  readonly signedName: string | null
  readonly signedAt: Instant | null
  /** The last day of the link, for whoever has no account. */
  readonly until: Day | null
}

/** A text that was laid down to be signed. */
export type PlanVersion = {
  readonly version: number
  readonly content: PlanContent
  readonly hash: string
  readonly frozenAt: Instant
  readonly signers: readonly PlanSigner[]
}

export type NewSigner = {
  readonly id: string
  readonly who: SignerKind
  readonly name: string
  readonly person: PersonId | null
  readonly link: { readonly email: string; readonly tokenHash: string; readonly until: Day } | null
}

/** The versions of a plan that were laid down, the newest first, with who signed; two queries. */
export async function versionsOf(tx: Tx, plan: PlanRow): Promise<PlanVersion[]> {
  const versions = await tx
    .selectFrom('coaching.plan_version')
    .selectAll()
    .where('tenant', '=', plan.tenant)
    .where('plan', '=', plan.id)
    .orderBy('version', 'desc')
    .execute()
  if (versions.length === 0) return []
  const signers = await tx
    .selectFrom('coaching.plan_signer as s')
    .leftJoin('coaching.plan_signature as g', (join) => join.onRef('g.tenant', '=', 's.tenant').onRef('g.signer', '=', 's.id'))
    .select(['s.id', 's.version', 's.who', 's.name', 's.until', 'g.name as signed_name', 'g.signed_at'])
    .where('s.tenant', '=', plan.tenant)
    .where('s.plan', '=', plan.id)
    .orderBy('s.id')
    .execute()
  const of = Map.groupBy(signers, ({ version }) => version)
  return versions.map((row) => ({
    version: row.version,
    content: row.content as unknown as PlanContent,
    hash: row.hash,
    frozenAt: row.frozen_at,
    signers: (of.get(row.version) ?? []).map((each) => ({
      id: each.id,
      who: each.who as SignerKind,
      name: each.name,
      signed: each.signed_at !== null,
      signedName: each.signed_name,
      signedAt: each.signed_at,
      until: each.until,
    })),
  }))
}

export async function insertVersion(
  tx: Tx,
  permit: AnyPermit,
  plan: PlanRow,
  version: { readonly version: number; readonly content: PlanContent; readonly hash: string },
  signers: readonly NewSigner[],
): Promise<void> {
  const of = { tenant: plan.tenant, plan: plan.id, version: version.version }
  await tx
    .insertInto('coaching.plan_version')
    .values({ ...of, content: json(version.content), hash: version.hash, frozen_at: permit.now, frozen_by: personOf(permit) })
    .execute()
  await tx
    .insertInto('coaching.plan_signer')
    .values(
      signers.map(({ id, who, name, person, link }) => ({
        ...of,
        id,
        who,
        name,
        person,
        email: link?.email ?? null,
        token_hash: link?.tokenHash ?? null,
        until: link?.until ?? null,
      })),
    )
    .execute()
}

/** Whether this was the first signature of this signer. */
export async function insertSignature(tx: Tx, permit: AnyPermit, plan: PlanRow, signer: string, hash: string, name: string): Promise<boolean> {
  const row = await tx
    .insertInto('coaching.plan_signature')
    .values({ tenant: plan.tenant, signer, plan: plan.id, hash, name, signed_at: permit.now, signed_by: permit.person })
    .onConflict((conflict) => conflict.doNothing())
    .returning('signer')
    .executeTakeFirst()
  return row !== undefined
}

/** What the holder of a link to sign sees: the one version, and the own signature. */
export type SignLink = {
  readonly tenant: OrganisationId
  readonly plan: string
  readonly signer: string
  readonly name: string
  readonly until: Day
  readonly version: number
  readonly content: PlanContent
  readonly hash: string
  readonly signedName: string | null
  readonly signedAt: Instant | null
}

/** Reads as the holder of a link: row security shows what belongs to it, and nothing else. Null for a link that is none. */
export async function signLink(tx: Tx, tokenHash: string): Promise<SignLink | null> {
  await sql`select set_config('app.token', ${tokenHash}, true)`.execute(tx)
  const row = await tx
    .selectFrom('coaching.plan_signer as s')
    .innerJoin('coaching.plan_version as v', (join) =>
      join.onRef('v.tenant', '=', 's.tenant').onRef('v.plan', '=', 's.plan').onRef('v.version', '=', 's.version'),
    )
    .leftJoin('coaching.plan_signature as g', (join) => join.onRef('g.tenant', '=', 's.tenant').onRef('g.signer', '=', 's.id'))
    .select(['s.tenant', 's.plan', 's.id', 's.name', 's.until', 'v.version', 'v.content', 'v.hash', 'g.name as signed_name', 'g.signed_at'])
    .where('s.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row?.until) return null
  return {
    tenant: row.tenant as OrganisationId,
    plan: row.plan,
    signer: row.id,
    name: row.name,
    until: row.until,
    version: row.version,
    content: row.content as unknown as PlanContent,
    hash: row.hash,
    signedName: row.signed_name,
    signedAt: row.signed_at,
  }
}

/** The plan and the newest version of the plan that a link belongs to, for the program of its cooperative. */
export async function planOfLink(tx: Tx, link: Pick<SignLink, 'tenant' | 'plan'>): Promise<{ readonly plan: PlanRow; readonly newest: number } | null> {
  const row = await tx
    .selectFrom('coaching.plan as p')
    .innerJoin('coaching.plan_version as v', (join) => join.onRef('v.tenant', '=', 'p.tenant').onRef('v.plan', '=', 'p.id'))
    .select(['p.member', 'v.version'])
    .where('p.tenant', '=', link.tenant)
    .where('p.id', '=', link.plan)
    .orderBy('v.version', 'desc')
    .executeTakeFirst()
  return row ? { plan: { tenant: link.tenant, id: link.plan as PlanRow['id'], member: row.member as PlanRow['member'] }, newest: row.version } : null
}
