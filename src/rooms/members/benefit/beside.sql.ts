import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { ExemptionUsed } from '../exemption/exemption.ts'
import type { BenefitReport } from './report.sql.ts'

type Beside = { readonly reported: BenefitReport | null; readonly exemptions: readonly ExemptionUsed[] }

/** What stands beside a benefit in the file of a member, in one question: the report that waits, and the months of exemption used before. */
export async function besideBenefit(tx: Tx, permit: AnyPermit, member: MemberId): Promise<Beside> {
  const { rows } = await sql<{ reported: (Omit<BenefitReport, 'reportedAt'> & { readonly reportedAt: string }) | null; exemptions: ExemptionUsed[] }>`
    select
      (select row_to_json(r) from (
        select id, source, municipality, from_day as "from", reported_at as "reportedAt" from members.benefit_report
        where tenant = ${permit.organisation} and member = ${member} and outcome is null limit 1) r) as reported,
      (select coalesce(json_agg(json_build_object('part', part, 'months', months, 'until', until_day) order by part), '[]') from members.exemption_used
        where tenant = ${permit.organisation} and member = ${member}) as exemptions`.execute(tx)
  const [row] = rows
  return {
    reported: row?.reported ? { ...row.reported, reportedAt: Temporal.Instant.from(row.reported.reportedAt) } : null,
    exemptions: row?.exemptions ?? [],
  }
}
