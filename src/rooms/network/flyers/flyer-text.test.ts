import { expect, test } from 'vitest'
import { flyerText } from './flyer-text.ts'
import type { Flyer, FlyerFigures, Sender } from './flyers.rules.ts'

const sender: Sender = { kind: 'cooperative', id: 'x', name: 'De Zon', town: null, email: null, phone: null, website: null, crafts: ['textile'] }
const nothing: FlyerFigures = { listed: 0, active: 0, offerings: 0, told: null }
const points = (flyer: Flyer, figures: Partial<FlyerFigures>, language: 'nl' | 'en' = 'nl') =>
  flyerText(flyer, sender, { ...nothing, ...figures }, language, 'https://x.example/').parts[0]?.points ?? []

test('each flyer tells the figures that its reader asks for, in one or in more', () => {
  const told = { year: 2025, cooperatives: 10, members: 95 }
  expect(points('voor-gemeenten', { listed: 25, active: 12, told }).slice(2)).toEqual([
    'In de landelijke lijst staan 25 coöperaties. Daarvan draaien er 12.',
    'Eind 2025 telden ongeveer 10 coöperaties hun leden mee: samen ongeveer 95.',
  ])
  expect(points('voor-leden', { listed: 25, active: 12, told }).slice(2)).toEqual([expect.stringContaining('ongeveer 95')])
  expect(points('voor-klanten', { offerings: 1 }).at(-1)).toBe('Er staat nu één ding van onze leden in het aanbod.')
  expect(points('voor-klanten', { offerings: 4 }, 'en').at(-1)).toBe('4 things of our members are in the catalogue now.')
})

test('of nothing there is no line', () => {
  for (const flyer of ['voor-gemeenten', 'voor-leden'] as const) expect(points(flyer, {})).toHaveLength(2)
  expect(points('voor-klanten', {})).toEqual([expect.anything(), expect.anything(), expect.stringContaining('kleding')])
})
