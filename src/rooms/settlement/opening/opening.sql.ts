import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'

export type OpeningDraft = { readonly on: Day; readonly lines: string }

export async function openingDraft(tx: Tx, permit: AnyPermit): Promise<OpeningDraft | null> {
  const row = await tx.selectFrom('settlement.opening_draft').select(['on_day', 'lines']).where('tenant', '=', permit.organisation).executeTakeFirst()
  return row ? { on: row.on_day, lines: row.lines } : null
}

export async function saveOpeningDraft(tx: Tx, permit: AnyPermit, draft: OpeningDraft): Promise<void> {
  const row = { on_day: draft.on, lines: draft.lines, brought_at: permit.now, brought_by: permit.person }
  await tx
    .insertInto('settlement.opening_draft')
    .values({ tenant: permit.organisation, ...row })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(row))
    .execute()
}

export async function dropOpeningDraft(tx: Tx, permit: AnyPermit): Promise<void> {
  await tx.deleteFrom('settlement.opening_draft').where('tenant', '=', permit.organisation).execute()
}
