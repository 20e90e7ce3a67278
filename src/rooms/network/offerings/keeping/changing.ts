import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { leaveMessage, type MemberId, type Permit } from '#rooms/access'
import { type WorkPhoto, workPhoto } from '#rooms/members'
import { texts } from '../offerings.en.ts'
import { leading, MOST_PHOTOS, type OfferingFacts } from '../offerings.rules.ts'
import { answerVersion, insertPhotos, insertVersion, proposalRows, showVersion } from '../offerings.sql.ts'
import { asShown, nextVersion, offeringForChange, refuseTelling } from '../offerings.ts'

/**
 * The member changes what is shown; the photos stay, and so does its place in the list. Words of a coach that waited are set aside. Refuses (missing) what is
 * not the own, and words that tell of a benefit.
 */
export async function changeOffering(tx: Tx, permit: Permit<'offering.keep'>, id: string, facts: OfferingFacts): Promise<void> {
  refuseTelling(permit, facts)
  const { newest, now } = await offeringForChange(tx, permit, id)
  await answerVersion(tx, permit, id, false)
  await nextVersion(tx, permit, { offering: id, nr: newest + 1, facts, photos: now.photos })
}

/** A coach proposes other words; they wait for the member, and take the place of words that waited. Refuses as `changeOffering`. */
export async function proposeOffering(tx: Tx, permit: Permit<'offering.help'>, id: string, facts: OfferingFacts): Promise<void> {
  refuseTelling(permit, facts)
  const { member, newest } = await offeringForChange(tx, permit, id)
  await answerVersion(tx, permit, id, false)
  await insertVersion(tx, permit, { offering: id, nr: newest + 1, agreed: null }, facts)
  await happened(tx, permit, 'offering.proposed', { offering: id, member })
}

/** The member says whether the words of the coach are shown; the photos stay as they are. Refuses (missing) what is not the own, and (conflict) when nothing waits. */
export async function answerProposal(tx: Tx, permit: Permit<'offering.keep'>, id: string, agreed: boolean): Promise<void> {
  const { now } = await offeringForChange(tx, permit, id)
  const nr = (await answerVersion(tx, permit, id, agreed)) ?? refuse(texts(permit.language).refusals.nothingWaits, {}, { kind: 'conflict' })
  if (agreed) {
    await insertPhotos(tx, permit, id, nr, now.photos)
    await showVersion(tx, permit, id, nr)
  }
  await happened(tx, permit, agreed ? 'offering.changed' : 'offering.declined', { offering: id, version: String(nr) })
}

/** Shows a photo of own work with an offering, behind those that stand there. Refuses (missing) what is not the own, and a fifth photo; one that stands there already stays. */
export async function addPhoto(tx: Tx, permit: Permit<'offering.keep'>, id: string, photo: WorkPhoto): Promise<void> {
  const { newest, now } = await offeringForChange(tx, permit, id)
  if (now.photos.some((each) => each.photo === photo.id)) return
  if (now.photos.length >= MOST_PHOTOS) refuse(texts(permit.language).refusals.photosFull, { most: MOST_PHOTOS }, { field: 'photo' })
  await nextVersion(tx, permit, { offering: id, nr: newest + 1, facts: factsOf(now), photos: [...now.photos, asShown(photo)] })
}

/** As `addPhoto`, for a photo that is kept already. */
export async function addKeptPhoto(tx: Tx, permit: Permit<'offering.keep'>, id: string, photo: string): Promise<void> {
  await addPhoto(tx, permit, id, await workPhoto(tx, permit, photo))
}

/** Lets another photo lead. Refuses (missing) what is not the own; a photo that does not stand there changes nothing. */
export async function putFirst(tx: Tx, permit: Permit<'offering.keep'>, id: string, photo: string): Promise<void> {
  const { newest, now } = await offeringForChange(tx, permit, id)
  if (now.photos[0]?.photo === photo || now.photos.every((each) => each.photo !== photo)) return
  await nextVersion(tx, permit, { offering: id, nr: newest + 1, facts: factsOf(now), photos: leading(now.photos, photo) })
}

/** Takes a photo off the site; the member keeps it. Refuses (missing) what is not the own; a photo that does not stand there changes nothing. */
export async function dropPhoto(tx: Tx, permit: Permit<'offering.keep'>, id: string, photo: string): Promise<void> {
  const { newest, now } = await offeringForChange(tx, permit, id)
  if (now.photos.every((each) => each.photo !== photo)) return
  await nextVersion(tx, permit, { offering: id, nr: newest + 1, facts: factsOf(now), photos: now.photos.filter((each) => each.photo !== photo) })
}

function factsOf({ tradeName, kind, title, about, craft, town }: OfferingFacts): OfferingFacts {
  return { tradeName, kind, title, about, craft, town }
}

/** Tells the member that words of the coach wait. */
export async function tellProposed(tx: Tx, permit: Permit<'offering.sweep'>, offering: string, member: MemberId): Promise<void> {
  const waiting = (await proposalRows(tx, permit)).some((each) => each.offering === offering)
  if (waiting) await leaveMessage(tx, permit, { person: member, kind: 'offeringProposed', link: '/mijn-aanbod', role: 'member' })
}
