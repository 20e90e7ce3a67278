import type { Instant } from '#kit/day.ts'
import type { Craft } from '../listings/listings.rules.ts'

export const OFFERING_KINDS = ['product', 'service'] as const

export type OfferingFacts = {
  readonly tradeName: string
  readonly kind: (typeof OFFERING_KINDS)[number]
  readonly title: string
  readonly about: string
  readonly craft: Craft
  readonly town: string
}

/** What a member shows of the own work. */
export type Offering = OfferingFacts & { readonly id: string; readonly cooperative: string; readonly shownAt: Instant }

/** What a customer asked about it. */
export type OfferingQuestion = {
  readonly id: string
  readonly title: string
  readonly name: string
  readonly email: string
  readonly words: string
  readonly at: Instant
}

const TELLING = /\b(bijstand\w*|uitkering\w*|participatiewet|klantmanager\w*|sociale dienst|wajong|uwv)\b/iu

/** Whether words tell that somebody has a benefit: nothing public may. */
export function tellsOfBenefit(words: string): boolean {
  return TELLING.test(words)
}

/** What fits a craft and a place, by title; a place fits a part of its name, without regard to capitals. */
export function findOfferings(all: readonly Offering[], wanted: { readonly craft: Craft | null; readonly town: string }): Offering[] {
  const town = wanted.town.trim().toLocaleLowerCase('nl')
  return all
    .filter((each) => (wanted.craft === null || each.craft === wanted.craft) && each.town.toLocaleLowerCase('nl').includes(town))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'nl') || a.id.localeCompare(b.id))
}

/** What search engines are told, in the words of schema.org: a thing or a service, of a trade name in a town. */
export function structuredOf(offering: Offering, address: string): Readonly<Record<string, unknown>> {
  const maker = {
    '@type': 'Organization',
    name: offering.tradeName,
    address: { '@type': 'PostalAddress', addressLocality: offering.town, addressCountry: 'NL' },
  }
  const about = { '@context': 'https://schema.org', name: offering.title, description: offering.about, url: address }
  return offering.kind === 'product'
    ? { ...about, '@type': 'Product', brand: maker }
    : { ...about, '@type': 'Service', provider: maker, areaServed: offering.town }
}
