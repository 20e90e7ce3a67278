import { describe, expect, test } from 'vitest'
import { type Day, day, startOf } from '#kit/day.ts'
import { type DatedTownRules, mayBeSet, type TownRules, townRulesOn, USUAL_TOWN_RULES } from './town.rules.ts'

const dated = (from: string, ownWeeks: number | null, written = from): DatedTownRules => ({
  ...USUAL_TOWN_RULES,
  ownWeeks,
  from: day(from),
  setAt: startOf(day(written)),
})

describe('the own rules of a municipality', () => {
  test('are those of the law before anything was written down, and on the days before the first ones', () => {
    expect(townRulesOn([], day('2026-11-27'))).toBe(USUAL_TOWN_RULES)
    expect(townRulesOn([dated('2026-11-28', 6)], day('2026-11-27'))).toBe(USUAL_TOWN_RULES)
  })

  test.each([
    ['2026-09-30', 10],
    ['2026-10-01', 6],
    ['2026-12-31', 6],
    ['2027-01-01', 7],
  ])('on %s are %d weeks', (on, weeks) => {
    const all = [dated('2027-01-01', 7, '2026-11-01'), dated('2026-01-01', 10), dated('2026-10-01', 6)]
    expect(townRulesOn(all, day(on)).ownWeeks).toBe(weeks)
  })

  test('written down twice for one day are what was written last', () => {
    const all = [dated('2026-10-01', 6, '2026-09-20'), dated('2026-10-01', 5, '2026-09-10')]
    expect(townRulesOn(all, day('2026-10-01')).ownWeeks).toBe(6)
  })

  const today = day('2026-11-27')
  const set = (rules: Partial<TownRules>, from: Day, before: readonly DatedTownRules[] = []) => mayBeSet({ ...USUAL_TOWN_RULES, ...rules }, from, before, today)

  test('begin today at the earliest, except the first', () => {
    expect(() => set({}, day('2026-01-01'))).not.toThrow()
    expect(() => set({}, today, [dated('2026-01-01', null)])).not.toThrow()
    expect(() => set({}, day('2026-11-26'), [dated('2026-01-01', null)])).toThrow('in het verleden')
  })

  test.each([
    [{ ownWeeks: 0 }, 'geen termijn'],
    [{ ownWeeks: 53 }, 'geen termijn'],
    [{ backdateDays: 367 }, 'aantal dagen'],
    [{ longestSuspensionWeeks: 0 }, 'grens'],
    [{ longestSuspensionWeeks: 105 }, 'grens'],
    [{ seenDays: 57 }, 'Zo lang'],
    [{ signedAs: 'teamleider' }, 'mandaat'],
  ])('%o are refused', (rules, words) => {
    expect(() => set(rules, today)).toThrow(words)
  })

  test('at their edges are taken', () => {
    for (const ownWeeks of [1, 52]) expect(() => set({ ownWeeks, backdateDays: 366, longestSuspensionWeeks: 104 }, today)).not.toThrow()
    expect(() => set({ signedAs: 'teamleider', mandate: 'Mandaatbesluit 2025' }, today)).not.toThrow()
  })
})
