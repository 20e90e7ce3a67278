import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, MemberId, OrganisationId } from '#rooms/access'

export type WaitingRow = { readonly invoice: string; readonly member: MemberId; readonly performedOn: Day; readonly municipality: OrganisationId | null }

export async function insertWaiting(tx: Tx, permit: AnyPermit, work: WaitingRow): Promise<void> {
  const { performedOn: performed_on, ...row } = work
  await tx
    .insertInto('consent.waiting_work')
    .values({ tenant: permit.organisation, ...row, performed_on, waits_since: permit.now, over_at: null })
    .execute()
}

export async function endWaiting(tx: Tx, permit: AnyPermit, invoice: string, member: MemberId | null): Promise<void> {
  await tx
    .updateTable('consent.waiting_work')
    .set({ over_at: permit.now })
    .where('tenant', '=', permit.organisation)
    .where('invoice', '=', invoice)
    .where('over_at', 'is', null)
    .$if(member !== null, (query) => query.where('member', '=', member ?? ''))
    .execute()
}
