import { addMonths, day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { recordResolution } from '#rooms/assembly'
import { prepareRequest, requestLines, sendRequest, setCaseReference, takeCase, versionOf } from '#rooms/consent'
import { requestInvoice, sendInvoice } from '#rooms/invoicing'
import { changeContact, chooseSupport } from '#rooms/members'
import { addCustomer } from '#rooms/organisations'
import { draftStatement, releaseStatement } from '#rooms/settlement'
import { judgeReceipt, sendReceipt } from '#rooms/spending'
import { signedAgreement, template } from './trade.ts'
import { asBoard, asCaseManager, asMember, asTreasurer, newMember, type Village, withConsent } from './village.ts'
import { as, itIs } from './world.ts'

const BUYER = {
  kind: 'organisation',
  attention: null,
  street: 'Lindelaan 3',
  postCode: '1234 CD',
  city: 'Wilgendam',
  country: 'NL',
  email: 'k@linde.example',
  kvk: '90005678',
  vatId: null,
  peppol: null,
} as const

/** A member of whom every kind of data holds words that occur nowhere else; gives who it is. */
export async function aYearOfOne(place: Village): Promise<MemberId> {
  itIs(place.world, '2026-09-02')
  const zwaantje = await newMember(place, 'Zwaantje Merkstra', 'participatiewetOwn')
  await asSystem(place.world.world, place.cooperative, 'member.edit', (tx, permit) =>
    changeContact(
      tx,
      permit,
      zwaantje,
      {
        firstName: 'Zwaantje',
        name: 'Zwaantje Merkstra',
        email: null,
        phone: '0612340987',
        street: 'Merkstraat 9',
        postCode: '1234 AB',
        city: 'Wilgendam',
        language: 'nl',
      },
      'http://localhost',
    ),
  )
  await asSystem(place.world.world, place.cooperative, 'member.edit', (tx, permit) => chooseSupport(tx, permit, zwaantje, ['moneyMatters']))
  await withConsent(place, zwaantje, '2026-09-02', { other: 'Voorwaardenmerk: één kraam.', until: day('2027-10-02') })
  const wanted = {
    work: 'Kleding',
    plan: 'Planmerk: gordijnen voor de buurt.',
    costKinds: ['material'],
    wantedFrom: day('2027-10-03'),
    wantedUntil: addMonths(day('2027-10-03'), 12),
  }
  const member = asMember(place, zwaantje)
  const request = await as(place.world, member, 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...wanted, member: zwaantje, renews: null }))
  await as(place.world, member, 'consent.send', (tx, permit) => sendRequest(tx, permit, request, versionOf(wanted)))
  await as(place.world, asCaseManager(place), 'consent.take', (tx, permit) => takeCase(tx, permit, request))
  for (const { request: each } of await as(place.world, asCaseManager(place), 'consent.read', (tx, permit) => requestLines(tx, permit, zwaantje)))
    await as(place.world, asCaseManager(place), 'consent.decide', (tx, permit) => setCaseReference(tx, permit, each.id, 'KNMRK-44'))
  await signedAgreement(place, [zwaantje], template('resultaat-50-20-20-10'), '2026-10-01')
  await anOctober(place, zwaantje)
  return zwaantje
}

async function anOctober(place: Village, zwaantje: MemberId): Promise<void> {
  const member = asMember(place, zwaantje)
  itIs(place.world, '2026-10-05')
  const buyer = await asSystem(place.world.world, place.cooperative, 'customer.edit', (tx, permit) =>
    addCustomer(tx, permit, { ...BUYER, member: zwaantje, name: 'Klantmerk Buurthuis' }),
  )
  const invoice = await as(place.world, member, 'invoice.request', (tx, permit) =>
    requestInvoice(tx, permit, {
      kind: 'invoice',
      member: zwaantje,
      customer: buyer,
      basis: 'without',
      performedOn: day('2026-10-05'),
      reference: null,
      note: null,
      byCard: cents(0),
      lines: [{ description: 'Gordijnen', quantity: 1000n, unit: 'piece', price: cents(20_000), vat: 'standard' }],
      shares: [],
    }),
  )
  await as(place.world, asTreasurer(place), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, invoice))
  itIs(place.world, '2026-10-06')
  const receipt = await as(place.world, member, 'receipt.send', (tx, permit) =>
    sendReceipt(tx, permit, {
      member: zwaantje,
      boughtOn: day('2026-10-06'),
      gross: cents(7777),
      vat: cents(0),
      kind: 'material',
      paidBy: 'bank',
      what: 'Bonmerk stof',
      unsure: [],
      file: null,
    }),
  )
  await as(place.world, asTreasurer(place), 'receipt.judge', (tx, permit) =>
    judgeReceipt(tx, permit, receipt, { outcome: 'accepted', reason: null, kind: 'material', paidBy: 'bank', vatDeductible: null }),
  )
  await as(place.world, asBoard(place), 'resolution.add', (tx, permit) =>
    recordResolution(
      tx,
      permit,
      {
        on: day('2026-10-01'),
        organ: 'board',
        title: 'Machine kopen',
        text: 'Wij kopen een machine.',
        inFavour: 2,
        against: 1,
        abstained: 0,
        present: 'Stemmerk, Willem en Ans',
        about: null,
        aboutYear: null,
        months: null,
      },
      null,
      null,
    ),
  )
  itIs(place.world, '2026-11-03')
  const of = month('2026-10')
  await as(place.world, member, 'statement.release', async (tx, permit) =>
    releaseStatement(tx, permit, of, (await draftStatement(tx, permit, zwaantje, of))?.hash ?? ''),
  )
}
