import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type OrganisationId, organisationsAll, type Permit, worldKind } from '#rooms/access'
import { allCooperatives, keepInLists } from '#rooms/organisations'
import { placeCalled } from '../map/map.rules.ts'
import { placesIn } from '../map/map.ts'
import { nl } from './keeping.nl.ts'
import { isStale, type Listing, type ListingFacts } from './listings.rules.ts'
import { listings, saveListing } from './listings.sql.ts'

/** The entries that anybody may read, with the craft name of each: asked without a permit. Three queries. */
export async function shownListings(tx: Tx): Promise<Listing[]> {
  return (await named(tx)).filter(({ shown }) => shown)
}

/** In which municipality each cooperative is, of the entries that whoever asks may read. */
export async function placesOfListings(tx: Tx): Promise<(readonly [OrganisationId, string])[]> {
  return (await listings(tx)).map(({ cooperative, place }) => [cooperative as OrganisationId, place] as const)
}

/** What the own entry says now, or null before there is one, and how a place is called. */
export async function ownListing(tx: Tx, permit: Permit<'listing.keep'> | Permit<'lending.keep'>) {
  const own = (await named(tx)).find(({ cooperative }) => cooperative === permit.organisation) ?? null
  const places = placesIn((await worldKind(tx)) ?? 'real')
  return { own, placeName: places.find(({ code }) => code === own?.place)?.name ?? '', stale: own !== null && isStale(own, permit.today) }
}

/**
 * Keeps the own entry as the board says it is, checked today; who hides or stopped stands in no list to choose from either. `place` is the name of a
 * municipality as typed. Refuses a municipality that is not on the map, an address of a website that is none, and no craft at all.
 */
export async function keepListing(tx: Tx, permit: Permit<'listing.keep'>, facts: ListingFacts): Promise<void> {
  const place = placeCalled(placesIn((await worldKind(tx)) ?? 'real'), facts.place) ?? refuse(nl.refusals.unknownPlace, {}, { field: 'place' })
  if (facts.website && !/^https:\/\/[^\s/]+\.[^\s]+$/.test(facts.website)) refuse(nl.refusals.website, {}, { field: 'website' })
  if (facts.crafts.length === 0) refuse(nl.refusals.noTrade, {}, { field: 'crafts' })
  await saveListing(tx, permit, { ...facts, place: place.code })
  // Who hides, or stopped, is not chosen by a stranger either.
  await keepInLists(tx, permit, facts.shown && facts.progress !== 'stopped')
  await happened(tx, permit, 'listing.kept', { progress: facts.progress, shown: facts.shown ? 'yes' : 'no' })
}

/** Every cooperative with its entry, or without one, doubtful ones first. */
export async function listingsToOversee(tx: Tx, permit: Permit<'listing.oversee'>) {
  const found = await named(tx)
  const rows = [...(await cooperativeNames(tx))].map(([id, name]) => {
    const listing = found.find(({ cooperative }) => cooperative === id) ?? null
    return { id, name, listing, stale: listing !== null && isStale(listing, permit.today) }
  })
  const weight = ({ listing, stale }: (typeof rows)[number]) => (stale ? 0 : listing === null ? 1 : 2)
  return rows.toSorted((a, b) => weight(a) - weight(b) || a.name.localeCompare(b.name, 'nl'))
}

/** How every cooperative is called: by its trade name, and an initiative that has none yet as it was let in. Two queries. */
export async function cooperativeNames(tx: Tx): Promise<Map<OrganisationId, string>> {
  const begun = (await organisationsAll(tx)).filter(({ kind }) => kind === 'cooperative').map(({ id, name }) => [id, name] as const)
  return new Map([...begun, ...(await allCooperatives(tx)).map(({ id, tradeName }) => [id, tradeName] as const)])
}

async function named(tx: Tx): Promise<Listing[]> {
  const names = await cooperativeNames(tx)
  return (await listings(tx)).map((each) => ({ ...each, name: names.get(each.cooperative as OrganisationId) ?? '' }))
}
