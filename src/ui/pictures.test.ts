import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import { Pot } from './pot.tsx'
import { River, type RiverShare } from './river.tsx'
import { across, down } from './river-shape.ts'
import { nl } from './words.nl.ts'

const share = (kind: RiverShare['kind'], amount: number, label: string = kind): RiverShare => ({ kind, cents: cents(amount), label })
const river = (total: number, shares: readonly RiverShare[]) => render(h(River, { total: cents(total), shares, words: { source: 'Klanten betaalden' } }))
const pot = (amount: number, full = 1000) => render(h(Pot, { label: 'Pot', cents: cents(amount), full: cents(full) }))

describe('the river', () => {
  test('draws each share as wide as its part of the whole', () => {
    const flows = [
      { size: 100, before: true },
      { size: 300, before: false },
    ]
    const caps = across(flows, 400).bands.map((band) => band.cap?.height ?? 0)
    expect(caps[1]).toBeCloseTo(3 * (caps[0] ?? 0))
    expect(down(flows, 400).bands).toHaveLength(2)
  })

  test('is followed by the same figures as a table, to the cent', () => {
    const html = river(10000, [share('vat', 1736), share('costs', 264), share('business', 8000)])
    expect(html).toContain('<svg')
    for (const shown of ['100,00', '17,36', '2,64', '80,00']) expect(html).toContain(shown)
  })

  test('a share of zero is a row and no band', () => {
    const html = river(100, [share('costs', 0), share('business', 100)])
    expect(html).not.toContain('r-band r-costs')
    expect(html).toContain('sw costs')
  })

  test('a loss, a refund, nothing at all and parts that do not add up have a sentence instead of a picture', () => {
    const cases: readonly (readonly [string, string])[] = [
      [river(10000, [share('costs', 18000)]), nl.river.lossNoPicture],
      [river(10000, [share('business', 12000), share('reserve', -2000)]), nl.river.negativeNoPicture],
      [river(0, []), nl.river.nothingNoPicture],
      [river(10000, [share('business', 9999)]), nl.river.unequal],
    ]
    for (const [html, sentence] of cases) {
      expect(html).toContain(sentence)
      expect(html).not.toContain('river-h')
      expect(html).toContain('<table')
    }
  })
})

describe('the pot', () => {
  test('says in words what it shows', () => {
    expect(pot(0)).toContain(nl.pot.empty)
    expect(pot(-1)).toContain(nl.pot.below)
    expect(pot(640)).toContain('voor 64 procent gevuld')
    expect(pot(1000)).toContain(nl.pot.bloom)
  })

  test('shows one cent too, and never more than full', () => {
    expect(pot(1)).toContain('voor 1 procent gevuld')
    expect(pot(5000)).toContain('voor 100 procent gevuld')
  })
})
