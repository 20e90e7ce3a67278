import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { AnyPermit, MemberId, OrganisationId } from '#rooms/access'
import type { BenefitSource } from '../benefit.rules.ts'

/** What a member reported and what does not count yet. */
export type BenefitReport = {
  readonly id: string
  readonly source: BenefitSource
  readonly municipality: OrganisationId | null
  readonly from: Day
  readonly reportedAt: Instant
}

export async function openReport(tx: Tx, permit: AnyPermit, member: MemberId): Promise<BenefitReport | null> {
  const row = await tx
    .selectFrom('members.benefit_report')
    .select(['id', 'source', 'municipality', 'from_day as from', 'reported_at as reportedAt'])
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where('outcome', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return (row as BenefitReport | undefined) ?? null
}

export async function insertReport(tx: Tx, permit: AnyPermit, member: MemberId, fact: Omit<BenefitReport, 'id' | 'reportedAt'>): Promise<void> {
  const row = { id: newId(permit.now.epochMilliseconds), member, source: fact.source, municipality: fact.municipality, from_day: fact.from }
  await tx
    .insertInto('members.benefit_report')
    .values({ tenant: permit.organisation, ...row, reported_at: permit.now, outcome: null, settled_at: null, settled_by: null })
    .execute()
}

/** Settles what a member has open, if anything. */
export async function settleReport(tx: Tx, permit: AnyPermit, member: MemberId, outcome: 'confirmed' | 'declined' | 'replaced'): Promise<void> {
  await tx
    .updateTable('members.benefit_report')
    .set({ outcome, settled_at: permit.now, settled_by: permit.person })
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where('outcome', 'is', null)
    .execute()
}
