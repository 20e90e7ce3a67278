import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { prepareRelocation, tellRelocation } from '#rooms/consent'
import { type InvoiceId, requestInvoice, sendInvoice } from '#rooms/invoicing'
import { addCustomer, registerMunicipality } from '#rooms/organisations'
import { asMember, asTreasurer, newMember, type Village, withConsent } from './village.ts'
import { as, found, itIs, somebody } from './world.ts'

/** The same cooperative with another town and its desk; stories that share a world give each town a code of its own. */
export async function anotherTown(old: Village, code = 'DM47'): Promise<Village> {
  const municipality = await found(old.world, 'municipality', 'Gemeente Verhuisverder')
  await asSystem(old.world.world, municipality, 'organisation.edit', (tx, permit) =>
    registerMunicipality(tx, permit, {
      code,
      name: 'Gemeente Verhuisverder',
      department: 'Werk',
      street: 'Plein 2',
      postCode: '1234 AC',
      city: 'Verhuisverder',
      email: 'werk@verhuisverder.example',
    }),
  )
  return { ...old, municipality, caseManager: await somebody(old.world, municipality, 'caseManager', 'Bart Verder') }
}

/** A member with a benefit and the consent of the old town. */
export async function resident(old: Village, name: string): Promise<MemberId> {
  itIs(old.world, '2026-09-01')
  const member = await newMember(old, name, 'participatiewetOwn')
  await withConsent(old, member, '2026-09-01')
  return member
}

/** The member tells the move, to a town that is here or to one that is not; the new town consents from a day on, where it does. */
export async function moves(old: Village, next: Village | null, member: MemberId, told: string, on: string, consentFrom: string | null): Promise<void> {
  itIs(old.world, told)
  const seat = asMember(old, member)
  const move = { to: next?.municipality ?? null, on: day(on), benefit: next ? 'same' : 'unknown' } as const
  await as(old.world, seat, 'relocation.prepare', (tx, permit) => prepareRelocation(tx, permit, member, move))
  await as(old.world, seat, 'relocation.tell', (tx, permit) => tellRelocation(tx, permit, member, { newTown: true, share: false, authorisation: null }))
  if (next && consentFrom) await withConsent(next, member, consentFrom, { payOutAllowed: true })
}

/** An invoice of work that no town had consented to: its money waits. */
export async function soldInTheGap(old: Village, member: MemberId, on: string, net: number): Promise<InvoiceId> {
  itIs(old.world, on)
  const buyer = await asSystem(old.world.world, old.cooperative, 'customer.edit', (tx, permit) =>
    addCustomer(tx, permit, {
      member,
      kind: 'organisation',
      name: 'Wijkwerkplaats De Linde',
      attention: null,
      street: 'Lindelaan 4',
      postCode: '1234 CD',
      city: 'Wilgendam',
      country: 'NL',
      email: 'werkplaats@linde.example',
      kvk: '90005678',
      vatId: null,
      peppol: null,
    }),
  )
  const asked = await as(old.world, asMember(old, member), 'invoice.request', (tx, permit) =>
    requestInvoice(tx, permit, {
      kind: 'invoice',
      member,
      customer: buyer,
      basis: 'without',
      performedOn: day(on),
      reference: null,
      note: null,
      byCard: cents(0),
      lines: [{ description: 'Gordijnen', quantity: 1000n, unit: 'piece', price: cents(net), vat: 'standard' }],
      shares: [],
    }),
  )
  await as(old.world, asTreasurer(old), 'invoice.send', (tx, permit) =>
    sendInvoice(tx, permit, asked, { waitsBecause: 'Verhuisd; de nieuwe gemeente besloot nog niet over deze dagen.' }),
  )
  return asked
}
