import { day } from '#kit/day.ts'
import { storeFile } from '#kit/files.ts'
import { cents } from '#kit/money.ts'
import type { MemberId, OrganisationId, PersonId, Role } from '#rooms/access'
import { cooperationAgreement, proposeCooperation, signCooperation } from '#rooms/agreements'
import { closeSample, findDrawn, type SampleAsked, type SampleId, sampleView } from '#rooms/oversight'
import { judgeReceipt, sendReceipt } from '#rooms/spending'
import { receiptPhoto } from '../src/demo/photo.ts'
import { asBoard, asCaseManager, asMember, asTreasurer, type Village } from './village.ts'
import { as, somebody } from './world.ts'

/** A sample of three receipts of October, as a case manager asks for it. */
export function askedOf(place: Village, more: Partial<SampleAsked> = {}): SampleAsked {
  return {
    cooperative: place.cooperative,
    kind: 'receipt',
    from: day('2026-10-01'),
    until: day('2026-10-31'),
    size: 3,
    percent: null,
    reason: 'Eens per halfjaar kijken we een paar bonnen na.',
    seenDays: 14,
    ...more,
  } as SampleAsked
}

/** What somebody sees of a sample: the case manager where nobody is named. */
export function viewOf(place: Village, id: SampleId, who: { person: PersonId; organisation: OrganisationId; role: Role } = asCaseManager(place)) {
  return as(place.world, who, 'sample.read', (tx, permit) => sampleView(tx, permit, id))
}

/** Finds everything right of which nothing was found yet. */
export async function findRest(place: Village, id: SampleId): Promise<void> {
  for (const each of (await viewOf(place, id)).drawn.filter(({ finding }) => !finding))
    await as(place.world, asCaseManager(place), 'sample.find', (tx, permit) => findDrawn(tx, permit, each.id, { outcome: 'right', words: null }))
}

/** Closes a sample with a result. */
export function closeIt(place: Village, id: SampleId): Promise<void> {
  return as(place.world, asCaseManager(place), 'sample.close', (tx, permit) => closeSample(tx, permit, id, 'Alles klopt.'))
}

/** A receipt with a photo, bought on a day and accepted. */
export async function boughtWithPhoto(place: Village, member: MemberId, boughtOn: string, gross: number): Promise<void> {
  const photo = receiptPhoto(gross)
  const file = await as(place.world, asMember(place, member), 'receipt.send', (tx, permit) => storeFile(tx, permit, photo))
  const id = await as(place.world, asMember(place, member), 'receipt.send', (tx, permit) =>
    sendReceipt(tx, permit, {
      member,
      boughtOn: day(boughtOn),
      gross: cents(gross),
      vat: cents(0),
      kind: 'material',
      paidBy: 'bank',
      what: 'Stof voor mevrouw Van Dam',
      unsure: [],
      file,
    }),
  )
  await as(place.world, asTreasurer(place), 'receipt.judge', (tx, permit) =>
    judgeReceipt(tx, permit, id, { outcome: 'accepted', reason: null, kind: 'material', paidBy: 'bank', vatDeductible: null }),
  )
}

/** An agreement with a municipality, signed by both, that runs from September on. */
export async function agreementWith(place: Village, municipality: OrganisationId = place.municipality): Promise<void> {
  const adviser = {
    person: await somebody(place.world, municipality, 'policyAdviser', 'Tom Dekker'),
    organisation: municipality,
    role: 'policyAdviser' as const,
  }
  const agreement = await as(place.world, asBoard(place), 'cooperationAgreement.propose', (tx, permit) =>
    proposeCooperation(tx, permit, { municipality, bounds: [], from: day('2026-09-01'), until: null }),
  )
  for (const signer of [asBoard(place), adviser])
    await as(place.world, signer, 'cooperationAgreement.sign', async (tx, permit) =>
      signCooperation(tx, permit, agreement, (await cooperationAgreement(tx, permit, agreement)).hash, 'demo'),
    )
}
