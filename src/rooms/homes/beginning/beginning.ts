import { yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { beginNumbers } from '#rooms/invoicing'
import { nl } from './beginning.nl.ts'
import { type Beginning, beginningFrom } from './beginning.rules.ts'
import { begunSteps } from './beginning.sql.ts'

/** How far the cooperative is with beginning: each step with its state, and the next one. One query. */
export async function beginning(tx: Tx, permit: AnyPermit): Promise<Beginning> {
  return beginningFrom(await begunSteps(tx, permit))
}

/** Sets the first invoice number of this year. Refuses when numbers began here already: a series has no gap and no double (Wet OB art. 35a). */
export async function setFirstNumber(tx: Tx, permit: Permit<'invoice.begin'>, next: number, soldBefore: Cents): Promise<void> {
  if ((await begunSteps(tx, permit)).has('number')) refuse(nl.refusals.numberBegun, {}, { field: 'next' })
  await beginNumbers(tx, permit, { year: yearOf(permit.today), next, soldBefore })
}
