import { expect, test } from 'vitest'
import { structuredWrong } from '../../../../test/structured.ts'
import { findOfferings, leading, type Offering, structuredList, structuredOf, tellsOfBenefit } from './offerings.rules.ts'

const offering: Offering = {
  id: 'a',
  cooperative: 'c',
  tradeName: 'Atelier Samira',
  kind: 'product',
  title: 'Gordijnen',
  about: 'Op maat genaaid.',
  craft: 'textile',
  town: 'Wilgendam',
  version: 1,
  photos: [],
  shownAt: Temporal.Instant.from('2026-11-02T09:00:00Z'),
  changedAt: Temporal.Instant.from('2026-11-02T09:00:00Z'),
}

test('words that tell of a benefit are seen, also joined to others, and work is not', () => {
  expect(['Ik heb bijstand.', 'Mijn bijstandsuitkering', 'via de Participatiewet', 'Vraag UWV'].map(tellsOfBenefit)).toEqual([true, true, true, true])
  expect(['Ik naai met hulp van mijn buurvrouw.', 'De uitvoering duurt een week.'].map(tellsOfBenefit)).toEqual([false, false])
})

test('craft and place both have to fit, a part of a place is enough', () => {
  const others = [offering, { ...offering, id: 'b', title: 'Brood', craft: 'food' as const }, { ...offering, id: 'd', title: 'Zomen', town: 'Elzenmeer' }]
  const ids = (craft: 'textile' | null, town: string) => findOfferings(others, { craft, town }).map(({ id }) => id)
  expect([ids(null, ''), ids('textile', ''), ids(null, ' wilgen'), ids('textile', 'WILGENDAM'), ids(null, 'x')]).toEqual([
    ['b', 'a', 'd'],
    ['a', 'd'],
    ['b', 'a'],
    ['a'],
    [],
  ])
})

test('a thing has a brand, a service a provider, both can be asked for, and neither names a person', () => {
  const product = structuredOf(offering, 'https://x/aanbod/a', 'https://x')
  expect(product).toMatchObject({ '@type': 'Product', brand: { '@type': 'Brand', name: 'Atelier Samira' }, offers: { '@type': 'Offer' } })
  expect(product).not.toHaveProperty('image')
  const service = structuredOf({ ...offering, kind: 'service' }, 'https://x/aanbod/a', 'https://x')
  expect(service).toMatchObject({ '@type': 'Service', provider: { name: 'Atelier Samira' }, areaServed: 'Wilgendam' })
  expect([product, service, structuredList([offering], 'https://x/aanbod')].map((facts) => structuredWrong(facts))).toEqual([[], [], []])
})

test('its photos are told whole, with size and words', () => {
  const photos = [{ photo: 'p', file: 'f', seen: 'Blauwe gordijnen', width: 800, height: 600 }]
  const facts = structuredOf({ ...offering, photos }, 'https://x/aanbod/a', 'https://x')
  expect(facts.image).toEqual([{ '@type': 'ImageObject', contentUrl: 'https://x/aanbod/fotos/f', width: 800, height: 600, caption: 'Blauwe gordijnen' }])
  expect(structuredWrong(facts)).toEqual([])
})

test('the reader of facts finds what is missing, made up, or of another kind', () => {
  expect(structuredWrong({ '@context': 'https://schema.org', '@type': 'Product', name: '', price: '3', offers: { '@type': 'Offer', url: '/x' } })).toEqual([
    'Product.name: "" is no text',
    'Product: price does not belong',
    'Product.offers > Offer: seller is missing',
    'Product.offers > Offer.url: "/x" is no url',
  ])
  expect(structuredWrong({ '@type': 'Thing' })).toEqual([': the type Thing is not known'])
})

test('the photo that leads comes first and the others keep their order', () => {
  const photos = ['a', 'b', 'c'].map((photo) => ({ photo }))
  const order = (photo: string) => leading(photos, photo).map((each) => each.photo)
  expect([order('c'), order('a'), order('x')]).toEqual([
    ['c', 'a', 'b'],
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ])
})
