import { type Day, daysBetween, type Instant } from '#kit/day.ts'
import { kilometres, type MapData, type Place } from '../map/map.rules.ts'

/** How far a cooperative is. */
export const PROGRESS = ['active', 'starting', 'idea', 'stopped'] as const
export type Progress = (typeof PROGRESS)[number]

/** What members make and do, in words that a customer looks for. */
export const CRAFTS = ['food', 'textile', 'garden', 'repair', 'making', 'music', 'care', 'design', 'web', 'events', 'training', 'other'] as const
export type Craft = (typeof CRAFTS)[number]

/** A half year without a word of the board makes an entry doubtful; how long is our proposal. */
export const STALE_DAYS = 183

/** How many stand on a page of the public list. */
export const LISTINGS_ON_A_PAGE = 15

export type ListingFacts = {
  readonly progress: Progress
  readonly place: string
  readonly town: string
  readonly crafts: readonly Craft[]
  readonly about: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly website: string | null
  readonly shown: boolean
}

/** What a cooperative tells of itself in the public list. */
export type Listing = ListingFacts & {
  readonly cooperative: string
  readonly name: string
  readonly checkedOn: Day
  /** Since when the public may read it; null where it never could. */
  readonly shownSince: Instant | null
}

/** What a visitor looks for; null for anything. */
export type Wanted = { readonly near: Place | null; readonly craft: Craft | null; readonly progress: Progress | null }

export type FoundListing = Listing & { readonly away: number | null }

/** The entries that fit: nearest first where a place was named, else by how far they are and by name; who stopped comes last. */
export function findListings(listings: readonly Listing[], wanted: Wanted, places: readonly Place[], map: Pick<MapData, 'unitsPerKm'>): FoundListing[] {
  const spots = new Map(places.map(({ code, spot }) => [code, spot]))
  const awayOf = ({ place }: Listing) => {
    const spot = spots.get(place)
    return wanted.near && spot ? kilometres(map, wanted.near.spot, spot) : null
  }
  return listings
    .filter((each) => (wanted.craft === null || each.crafts.includes(wanted.craft)) && (wanted.progress === null || each.progress === wanted.progress))
    .map((each) => ({ ...each, away: awayOf(each) }))
    .sort(
      (a, b) =>
        Number(a.progress === 'stopped') - Number(b.progress === 'stopped') ||
        (a.away ?? 0) - (b.away ?? 0) ||
        PROGRESS.indexOf(a.progress) - PROGRESS.indexOf(b.progress) ||
        a.name.localeCompare(b.name, 'nl'),
    )
}

/** Whether nobody of the board said for too long that an entry is right. */
export function isStale(listing: Pick<Listing, 'checkedOn'>, today: Day): boolean {
  return daysBetween(listing.checkedOn, today) > STALE_DAYS
}
