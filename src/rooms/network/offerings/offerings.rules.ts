import type { Instant } from '#kit/day.ts'
import type { Craft } from '../listings/listings.rules.ts'

export const OFFERING_KINDS = ['product', 'service'] as const

/** One leads, and a few more at most: who looks on a phone pays for each. */
export const MOST_PHOTOS = 4

export type OfferingFacts = {
  readonly tradeName: string
  readonly kind: (typeof OFFERING_KINDS)[number]
  readonly title: string
  readonly about: string
  readonly craft: Craft
  readonly town: string
}

/** A photo as it is shown, in pixels; the first of an offering leads. */
export type OfferingPhoto = {
  readonly photo: string
  readonly file: string
  /** What is to be seen, for who does not see it. */
  readonly seen: string
  readonly width: number
  readonly height: number
}

/** What a member shows of the own work, as it stands now. */
export type Offering = OfferingFacts & {
  readonly id: string
  readonly cooperative: string
  readonly version: number
  readonly photos: readonly OfferingPhoto[]
  /** When it was first shown, and when it was last changed. */
  readonly shownAt: Instant
  readonly changedAt: Instant
}

/** What a visitor finds a thing by. */
export type OfferingLine = Pick<Offering, 'id' | 'title' | 'craft' | 'town'>

/** What a visitor looks for: null and empty for anything. */
export type WantedOffering = { readonly craft: Craft | null; readonly town: string }

/** How many stand on a page of the catalogue: cards with a photo, of which a phone shows one beside none. */
export const OFFERINGS_ON_A_PAGE = 12

/** Other words that a coach wrote, which wait for the member. */
export type OfferingProposal = OfferingFacts & { readonly offering: string; readonly nr: number; readonly at: Instant }

/** What a customer asked about it. */
export type OfferingQuestion = {
  readonly id: string
  readonly offering: string
  readonly member: string
  readonly title: string
  readonly name: string
  readonly email: string
  readonly words: string
  readonly at: Instant
  /** What stood there when it was asked; null where that is gone. */
  readonly stood: { readonly title: string; readonly about: string } | null
  /** The quote that came of it. */
  readonly quote: string | null
}

const TELLING = /\b(bijstand\w*|uitkering\w*|participatiewet|klantmanager\w*|sociale dienst|wajong|uwv)\b/iu

/** Whether words tell that somebody has a benefit: nothing public may. */
export function tellsOfBenefit(words: string): boolean {
  return TELLING.test(words)
}

/** What fits a craft and a place, by title; a place fits a part of its name, without regard to capitals. */
export function findOfferings<T extends OfferingLine>(all: readonly T[], wanted: WantedOffering): T[] {
  const town = wanted.town.trim().toLocaleLowerCase('nl')
  return all
    .filter((each) => (wanted.craft === null || each.craft === wanted.craft) && each.town.toLocaleLowerCase('nl').includes(town))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'nl') || a.id.localeCompare(b.id))
}

/** The photos with one moved to the front. What is not among them changes nothing. */
export function leading<T extends { readonly photo: string }>(photos: readonly T[], photo: string): T[] {
  return [...photos.filter((each) => each.photo === photo), ...photos.filter((each) => each.photo !== photo)]
}

/** Where a photo that is shown is found. */
export function photoPath({ file }: Pick<OfferingPhoto, 'file'>): string {
  return `/aanbod/fotos/${file}`
}

type Facts = Readonly<Record<string, unknown>>

/** What search engines are told, in the words of schema.org: a thing or a service, of a trade name in a town, that one can ask a quote for. */
export function structuredOf(offering: Offering, address: string, home: string): Facts {
  const maker = {
    '@type': 'Organization',
    name: offering.tradeName,
    address: { '@type': 'PostalAddress', addressLocality: offering.town, addressCountry: 'NL' },
  }
  const image = offering.photos.map((photo) => ({
    '@type': 'ImageObject',
    contentUrl: `${home}${photoPath(photo)}`,
    width: photo.width,
    height: photo.height,
    caption: photo.seen,
  }))
  const about = { '@context': 'https://schema.org', name: offering.title, description: offering.about, url: address, ...(image.length > 0 ? { image } : {}) }
  const quotable = { '@type': 'Offer', url: address, seller: maker, areaServed: offering.town }
  return offering.kind === 'product'
    ? { ...about, '@type': 'Product', brand: { '@type': 'Brand', name: offering.tradeName }, offers: quotable }
    : { ...about, '@type': 'Service', provider: maker, areaServed: offering.town, offers: quotable }
}

/** What search engines are told of a page of the list: what is on it, in its order, counted from the first page. */
export function structuredList(found: readonly Offering[], address: string, before = 0): Facts {
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    numberOfItems: found.length,
    itemListElement: found.map(({ id, title }, index) => ({ '@type': 'ListItem', position: before + index + 1, name: title, url: `${address}/${id}` })),
  }
}
