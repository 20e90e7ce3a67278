import type { Tx } from '#kit/db.ts'
import { readFile, type StoredFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { type PageAt, pageOf } from '#kit/paging.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { stagesOf, type WorkPhoto } from '#rooms/members'
import { texts } from './offerings.en.ts'
import {
  findOfferings,
  OFFERINGS_ON_A_PAGE,
  type Offering,
  type OfferingFacts,
  type OfferingPhoto,
  type OfferingProposal,
  tellsOfBenefit,
  type WantedOffering,
} from './offerings.rules.ts'
import {
  deleteOfferings,
  endOffering,
  endOfferingsOf,
  insertOffering,
  insertPhotos,
  insertVersion,
  lockOffering,
  offeringLines,
  offeringRows,
  proposalRows,
  showing,
  shownFile,
  showVersion,
} from './offerings.sql.ts'

/** How long something is kept, in days: after a member took it back, and after it was replaced. */
const KEPT = { withdrawn: 30, replaced: 183 } as const

/** Everything that members show, or so many at most, what was shown last first, asked without a permit. */
export function shownOfferings(tx: Tx, most?: number): Promise<Offering[]> {
  return offeringRows(tx, most === undefined ? {} : { most })
}

/** One page of what members show and fits what is looked for, in the order of the catalogue, and where it is cut; asked without a permit. Three queries. */
export async function offeringsFound(tx: Tx, wanted: WantedOffering, asked: number): Promise<{ readonly found: readonly Offering[]; readonly at: PageAt }> {
  const { rows, at } = pageOf(findOfferings(await offeringLines(tx), wanted), asked, OFFERINGS_ON_A_PAGE)
  const whole = await offeringRows(tx, { ids: rows.map(({ id }) => id) })
  const byId = new Map(whole.map((each) => [each.id, each]))
  return { found: rows.flatMap(({ id }) => byId.get(id) ?? []), at }
}

/** One thing that is shown, asked without a permit; null for what is not. */
export async function shownOffering(tx: Tx, id: string): Promise<Offering | null> {
  return isId(id) ? ((await offeringRows(tx, { ids: [id] }))[0] ?? null) : null
}

/** The picture of a photo that is shown now, asked without a permit; null for any other. */
export async function shownPicture(tx: Tx, file: string): Promise<StoredFile | null> {
  const organisation = isId(file) ? await shownFile(tx, file) : null
  return organisation ? readFile(tx, { organisation }, file) : null
}

/** What is shown within reach, and words of a coach that wait for the member. */
export async function offeringsInReach(
  tx: Tx,
  permit: Permit<'offering.keep'> | Permit<'offering.help'>,
): Promise<{ readonly offerings: readonly Offering[]; readonly proposals: readonly OfferingProposal[] }> {
  return { offerings: await offeringRows(tx, { permit }), proposals: await proposalRows(tx, permit) }
}

/** One thing that is shown, within reach. Refuses (missing) what is not. */
export async function offeringInReach(tx: Tx, permit: Permit<'offering.keep'> | Permit<'offering.help'>, id: string): Promise<Offering> {
  const [offering] = isId(id) ? await offeringRows(tx, { ids: [id], permit }) : []
  return offering ?? refuse(texts(permit.language).refusals.missing, {}, { kind: 'missing' })
}

/**
 * Shows one thing to everybody, with a photo of own work or without, as the member says so; gives its id. Refuses without that word, and words that tell of
 * a benefit.
 */
export async function showOffering(
  tx: Tx,
  permit: Permit<'offering.keep'>,
  facts: OfferingFacts,
  agreed: boolean,
  photo: WorkPhoto | null = null,
): Promise<string> {
  refuseTelling(permit, facts)
  if (!agreed) refuse(texts(permit.language).refusals.notAgreed, {}, { field: 'agreed' })
  const id = newId(permit.now.epochMilliseconds)
  await insertOffering(tx, permit, id)
  await insertVersion(tx, permit, { offering: id, nr: 1, agreed: true }, facts)
  if (photo) await insertPhotos(tx, permit, id, 1, [asShown(photo)])
  await happened(tx, permit, 'offering.shown', { offering: id })
  return id
}

/** A photo of own work as it stands in a version: what the member said of it then. */
export function asShown({ id, file, seen, width, height }: WorkPhoto): OfferingPhoto {
  return { photo: id, file, seen, width, height }
}

/** Refuses words that tell of a benefit. */
export function refuseTelling(permit: AnyPermit, facts: OfferingFacts): void {
  const { refusals } = texts(permit.language)
  for (const field of ['tradeName', 'title', 'about', 'town'] as const) if (tellsOfBenefit(facts[field])) refuse(refusals.benefit, {}, { field })
}

/** Makes a new version that is shown from now on; what was shown before stays known. The offering was kept for this transaction. */
export async function nextVersion(
  tx: Tx,
  permit: Permit<'offering.keep'>,
  next: { readonly offering: string; readonly nr: number; readonly facts: OfferingFacts; readonly photos: readonly OfferingPhoto[] },
): Promise<void> {
  const { offering, nr, facts, photos } = next
  await insertVersion(tx, permit, { offering, nr, agreed: true }, facts)
  await insertPhotos(tx, permit, offering, nr, photos)
  await showVersion(tx, permit, offering, nr)
  await happened(tx, permit, 'offering.changed', { offering, version: String(nr) })
}

/** An offering that is kept for this transaction, with whose it is and the number of its newest version. Refuses (missing) what is taken back or out of reach. */
export async function offeringForChange(tx: Tx, permit: Permit<'offering.keep'> | Permit<'offering.help'>, id: string) {
  const missing = () => refuse(texts(permit.language).refusals.missing, {}, { kind: 'missing' })
  const locked = isId(id) ? ((await lockOffering(tx, permit, id)) ?? missing()) : missing()
  return { ...locked, now: await offeringInReach(tx, permit, id) }
}

/** Takes back what was shown, at once. Somebody else's, or what was taken back already, stays as it is. */
export async function takeBack(tx: Tx, permit: Permit<'offering.keep'>, id: string): Promise<void> {
  await endOffering(tx, permit, id)
  await happened(tx, permit, 'offering.takenBack', { offering: id })
}

/** Takes back what members show who left, and throws away what was kept long enough after it was taken back or replaced. */
export async function forgetOfferings(tx: Tx, permit: Permit<'offering.sweep'>): Promise<void> {
  const stages = await stagesOf(tx, permit, permit.today)
  const left = (await showing(tx, permit.organisation)).filter((member) => stages.get(member)?.stage === 'former')
  for (const member of left) await endOfferingsOf(tx, permit, member)
  const before = (days: number) => permit.now.subtract({ hours: days * 24 })
  await deleteOfferings(tx, permit.organisation, { withdrawn: before(KEPT.withdrawn), replaced: before(KEPT.replaced) })
}
