import type { Tx } from '#kit/db.ts'
import { Refusal, refuse } from '#kit/refusal.ts'
import type { MemberId, Permit } from '#rooms/access'
import { addCustomer, type CustomerFacts, type CustomerId } from '#rooms/organisations'
import { newCustomer, type TypedCustomer } from '../forms.ts'
import { texts } from '../invoicing.en.ts'

type Asks = Permit<'invoice.request'> | Permit<'quote.write'>

/** The customer that was chosen, or the one typed in, who is added first. Refuses none at all, and numbers that cannot be right. */
export async function customerOf(tx: Tx, permit: Asks, form: TypedCustomer, member: MemberId): Promise<CustomerId> {
  const added = form.customer ? null : newCustomer(form, member)
  return form.customer ?? (added ? addTyped(tx, permit, added) : refuse(texts[permit.language].refusals.noCustomer, {}, { field: 'customer' }))
}

/** What is wrong with it stands at the field of this form. */
async function addTyped(tx: Tx, permit: Asks, facts: CustomerFacts): Promise<CustomerId> {
  try {
    return await addCustomer(tx, permit, facts)
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error
    throw new Refusal(error.sentence, error.kind, `new${error.field.charAt(0).toUpperCase()}${error.field.slice(1)}`)
  }
}
