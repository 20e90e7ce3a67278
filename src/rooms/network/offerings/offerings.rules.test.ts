import { expect, test } from 'vitest'
import { findOfferings, type Offering, structuredOf, tellsOfBenefit } from './offerings.rules.ts'

const offering: Offering = {
  id: 'a',
  cooperative: 'c',
  tradeName: 'Atelier Samira',
  kind: 'product',
  title: 'Gordijnen',
  about: 'Op maat genaaid.',
  craft: 'textile',
  town: 'Wilgendam',
  shownAt: Temporal.Instant.from('2026-11-02T09:00:00Z'),
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

test('a thing has a brand, a service a provider, and neither names a person', () => {
  expect(structuredOf(offering, 'https://x/aanbod/a')).toMatchObject({ '@type': 'Product', brand: { '@type': 'Organization', name: 'Atelier Samira' } })
  expect(structuredOf({ ...offering, kind: 'service' }, 'https://x')).toMatchObject({
    '@type': 'Service',
    provider: { name: 'Atelier Samira' },
    areaServed: 'Wilgendam',
  })
})
