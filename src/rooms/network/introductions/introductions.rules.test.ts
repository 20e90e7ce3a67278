import { describe, expect, test } from 'vitest'
import { day, type Instant, startOf } from '#kit/day.ts'
import type { OrganisationId } from '#rooms/access'
import { type Introduction, introductionKeptUntil } from './introductions.rules.ts'

const at = (on: string): Instant => startOf(day(on)).add({ hours: 12 })
const [one, two] = ['one', 'two'] as OrganisationId[] as [OrganisationId, OrganisationId]
const asked: Introduction = {
  id: 'i',
  tenant: one,
  other: two,
  asker: one,
  desk: 'organisation',
  topics: [],
  words: 'Hoe doen jullie dat?',
  askedName: 'Ada',
  askedAt: at('2026-01-10'),
  answers: [],
  looks: [],
}
const answered = (yes: boolean): Introduction => ({ ...asked, answers: [{ organisation: two, yes, words: null, name: 'Bo', at: at('2026-01-20') }] })

describe('an introduction is kept', () => {
  test('90 days where nobody answered, counted from the question', () => expect(introductionKeptUntil(asked, null)).toBe('2026-04-10'))
  test('90 days after a no', () => expect(introductionKeptUntil(answered(false), null)).toBe('2026-04-20'))
  test('a year after both said yes', () => expect(introductionKeptUntil(answered(true), null)).toBe('2027-01-20'))
  test('a year after the last word', () => expect(introductionKeptUntil(answered(true), at('2026-06-01'))).toBe('2027-06-01'))
  test('a year after somebody looked back, also where the last word is older', () => {
    const looked = { ...answered(true), looks: [{ organisation: one, useful: 'much', words: null, at: at('2026-07-01') }] } as const
    expect(introductionKeptUntil(looked, at('2026-02-01'))).toBe('2027-07-01')
  })
})
