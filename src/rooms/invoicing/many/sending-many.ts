import { shortDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { euro } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, doTogether, type Permit, personNames, type Together, type TogetherItem, togetherOf } from '#rooms/access'
import { texts } from '../invoicing.en.ts'
import { drafts } from '../invoicing.sql.ts'
import type { InvoiceId } from '../invoicing.types.ts'
import { price } from '../pricing/pricing.rules.ts'
import { sendInvoice } from '../sending.ts'

const TOGETHER = 'invoice.send'

/**
 * Sends many drafts, each by its own rule and with its own number, the oldest work first. One that was given back to the member, or that may not be sent,
 * is left as it was with its reason. Gives under which id what came of each is kept. Refuses a choice of nothing.
 */
export async function sendMany(tx: Tx, permit: Permit<'invoice.send'>, chosen: readonly InvoiceId[]): Promise<string> {
  const { refusals } = texts[permit.language]
  if (chosen.length === 0) refuse(refusals.noneChosen)
  // All are held before the first number is taken: who sends one of them by itself waits, and never for ever.
  const found = (await drafts(tx, permit, { lock: true })).filter((draft) => chosen.includes(draft.id))
  const names = await personNames(tx, [...new Set(found.map((draft) => draft.member))])
  const things = found.map((draft): TogetherItem => {
    const { payable } = price(draft.lines, draft.basis, permit.today)
    return {
      id: draft.id,
      label: [names.get(draft.member) ?? '', euro(payable), shortDay(draft.performedOn, permit.language)].join(', '),
      because: draft.returnedBecause ? refusals.returnedToMember : null,
      run: () => sendInvoice(tx, permit, draft.id),
    }
  })
  const gone = [...new Set(chosen)].filter((id) => !found.some((draft) => draft.id === id))
  const sentMeanwhile = gone.map(
    (id): TogetherItem => ({ id, label: texts[permit.language].kind.invoice, because: refusals.noDraft, run: () => Promise.resolve() }),
  )
  return (await doTogether(tx, permit, TOGETHER, [...things, ...sentMeanwhile])).id
}

/** What came of drafts that this person sent together; null for an unknown id. */
export function sentTogether(tx: Tx, permit: AnyPermit, id: string): Promise<Together | null> {
  return togetherOf(tx, permit, TOGETHER, id)
}
