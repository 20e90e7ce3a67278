import type { Tx } from '#kit/db.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { invoiceById } from '../invoicing.sql.ts'
import { findDraft } from '../requesting.ts'
import { type AskedBefore, againFrom } from './again.rules.ts'
import { lastAskedId } from './again.sql.ts'

/** What was asked the last time for a member, to ask the same once more; null where nothing was, or out of reach. */
export async function lastAsked(tx: Tx, permit: AnyPermit, member: MemberId): Promise<AskedBefore | null> {
  const id = await lastAskedId(tx, permit, member)
  if (!id) return null
  const draft = await findDraft(tx, permit, id)
  if (draft) return againFrom(draft)
  const sent = await invoiceById(tx, permit, id)
  return sent && againFrom({ customer: sent.customer, basis: sent.document.priced.basis, lines: sent.document.priced.lines })
}
