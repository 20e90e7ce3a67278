import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, startOf } from '#kit/day.ts'
import type { OrganisationId } from '#rooms/access'
import type { ConsentEvent } from '../consent.rules.ts'
import { USUAL_TOWN_RULES } from '../town/town.rules.ts'
import { type AskedOf, type ExceptionFound, type MeaningFacts, meaningOf, monthRuns } from './meaning.rules.ts'

const HERE = 'here' as OrganisationId
const THERE = 'there' as OrganisationId
const fact = (on: string, recordedOn = on) => ({ on: day(on), recordedAt: startOf(day(recordedOn)).add({ hours: 12 }) })
const conditions = (from: string, until: string, statementRhythm: 'monthly' | 'none' = 'monthly') => ({
  from: day(from),
  until: day(until),
  costKinds: [],
  payOutAllowed: false,
  statementRhythm,
  statementDay: 10,
  statementFulfilsDuty: true,
  legalBasis: '',
  other: '',
})
const sent = (on: string): ConsentEvent => ({ kind: 'sent', sentBy: 'member', ...fact(on) })
const granted = (on: string, from: string, until: string, recordedOn = on): ConsentEvent => ({
  kind: 'granted',
  conditions: conditions(from, until),
  ...fact(on, recordedOn),
})
const suspended = (on: string, from: string, until: string | null): ConsentEvent => ({
  kind: 'suspended',
  from: day(from),
  until: until ? day(until) : null,
  reason: 'Vier weken weg.',
  heard: 'Gebeld.',
  ...fact(on),
})

const request = (events: readonly ConsentEvent[], wanted: readonly [string, string], more: Partial<AskedOf> & { waitingOn?: readonly Day[] } = {}) => ({
  id: 'this',
  municipality: HERE,
  renews: null,
  events,
  wantedFrom: day(wanted[0]),
  wantedUntil: day(wanted[1]),
  waitingOn: [],
  ...more,
})
const earlier = (events: readonly ConsentEvent[]): AskedOf => ({ id: 'earlier', municipality: HERE, renews: null, events })
const EARLIER = [sent('2025-11-01'), granted('2025-12-01', '2025-12-01', '2026-11-30')]

function means(
  about: ReturnType<typeof request>,
  proposed: readonly ConsentEvent[],
  today: string,
  more: Partial<MeaningFacts> & { others?: readonly AskedOf[] } = {},
) {
  const { others = [], ...rest } = more
  return meaningOf({ all: [about, ...others], request: about, proposed, paysOn: () => HERE, rules: () => USUAL_TOWN_RULES, today: day(today), ...rest })
}
const said = (found: readonly ExceptionFound[]) => found.map(({ kind, ...days }) => [kind, ...Object.values(days)].join(' '))
const lines = (meaning: ReturnType<typeof meaningOf>) => meaning.ranges.map(({ from, until, before, after }) => `${from} ${until} ${before} > ${after}`)

describe('the days that a grant opens', () => {
  const asked = request([sent('2026-09-07')], ['2026-11-09', '2026-12-31'])

  test('are those of the consent, the day before and the day after stay shut', () => {
    expect(lines(means(asked, [granted('2026-11-06', '2026-11-09', '2026-12-20')], '2026-11-06'))).toEqual([
      '2026-11-06 2026-11-08 awaiting > upcoming',
      '2026-11-09 2026-12-20 awaiting > may',
      '2026-12-21 2026-12-31 awaiting > ended',
    ])
  })

  test('may lie before the request, and those asked for that are left out are named', () => {
    const late = request([sent('2026-09-07')], ['2026-08-01', '2026-12-31'])
    expect(said(means(late, [granted('2026-10-05', '2026-08-24', '2026-12-31')], '2026-10-05').exceptions)).toEqual([
      'backdated 2026-08-24 2026-09-06',
      'notCovered 2026-08-01 2026-08-23',
    ])
    expect(said(means(late, [granted('2026-10-05', '2026-09-07', '2026-12-31')], '2026-10-05').exceptions)).toEqual(['notCovered 2026-08-01 2026-09-06'])
  })

  test('free the money of work that waits on them, and of no other', () => {
    const waits = request([sent('2026-09-07')], ['2026-09-01', '2026-12-31'], { waitingOn: [day('2026-09-06'), day('2026-09-07')] })
    const { waiting } = means(waits, [granted('2026-10-05', '2026-09-07', '2026-12-31')], '2026-10-05')
    expect(waiting).toEqual({ free: ['2026-09-07'], held: ['2026-09-06'] })
  })

  test('ask for a month statement of every month they touch', () => {
    const { months } = means(asked, [granted('2026-11-06', '2026-11-30', '2027-01-01')], '2026-11-06')
    expect(months).toEqual({ added: ['2026-11', '2026-12', '2027-01'], dropped: [] })
  })

  test('and that was posted before it was written down counts from its posting', () => {
    expect(said(means(asked, [granted('2026-10-05', '2026-11-09', '2026-12-31', '2026-11-06')], '2026-11-06').exceptions)).toEqual(['postedEarlier 2026-10-05'])
  })
})

describe('sending a request', () => {
  test.each([
    [null, '2026-08-01', ['backdated 2026-08-01 2026-09-06']],
    [0, '2026-08-01', ['beyondTown 2026-08-01 2026-09-06']],
    [14, '2026-08-01', ['backdated 2026-08-24 2026-09-06', 'beyondTown 2026-08-01 2026-08-23']],
    [14, '2026-08-24', ['backdated 2026-08-24 2026-09-06']],
    [14, '2026-09-07', []],
  ])('in a town that goes back %s days, for work from %s', (backdateDays, from, expected) => {
    const draft = request([], [from, '2026-12-31'])
    const found = means(draft, [sent('2026-09-07')], '2026-09-07', { rules: () => ({ ...USUAL_TOWN_RULES, backdateDays }) }).exceptions
    expect(said(found)).toEqual(expected)
  })

  const extends_ = request([], ['2026-12-01', '2027-11-30'], { renews: 'earlier' })
  const running = () => ({ ...USUAL_TOWN_RULES, extensionRunsOn: true })

  test('before the end stops on the last day, unless the town lets it go on', () => {
    const stops = means(extends_, [sent('2026-11-30')], '2026-11-30', { others: [earlier(EARLIER)] })
    expect(said(stops.exceptions)).toContain('extensionStops 2026-11-30')
    expect(lines(stops).at(-1)).toBe('2026-12-01 2027-11-30 ended > awaiting')
    const goesOn = means(extends_, [sent('2026-11-30')], '2026-11-30', { others: [earlier(EARLIER)], rules: running })
    expect(said(goesOn.exceptions)).toEqual(['extensionRunsOn 2026-11-30'])
    expect(lines(goesOn).at(-1)).toBe('2026-12-01 2027-11-30 ended > may')
  })

  test('after the end is too late, also where the town lets it go on', () => {
    const late = means(extends_, [sent('2026-12-01')], '2026-12-01', { others: [earlier(EARLIER)], rules: running })
    expect(said(late.exceptions)).toEqual(['extensionLate 2026-11-30'])
    expect(lines(late).at(-1)).toBe('2026-12-01 2027-11-30 ended > awaiting')
  })

  test('leaves days between two consents, which are named', () => {
    const later = request([], ['2026-12-15', '2027-11-30'], { renews: 'earlier' })
    expect(said(means(later, [sent('2026-11-02')], '2026-11-02', { others: [earlier(EARLIER)] }).exceptions)).toContain('gap 2026-12-01 2026-12-14')
  })

  test('before a move names the first day on which another town pays', () => {
    const draft = request([], ['2026-11-09', '2027-11-08'])
    const moved = (on: Day) => (on >= day('2027-02-01') ? THERE : HERE)
    expect(said(means(draft, [sent('2026-11-02')], '2026-11-02', { paysOn: moved }).exceptions)).toContain('moved 2027-02-01')
  })
})

describe('the answer to an extension', () => {
  const asked: ConsentEvent = { kind: 'extensionAsked', runsOn: true, ...fact('2026-11-02') }
  const renewal = request([sent('2026-11-02')], ['2026-12-01', '2027-11-30'], { renews: 'earlier' })
  const others = [earlier([...EARLIER, asked])]

  test('ends what went on after its own day, and names the days up to a later beginning', () => {
    const found = means(renewal, [granted('2026-12-10', '2026-12-14', '2027-11-30')], '2026-12-10', { others })
    expect(said(found.exceptions)).toContain('gap 2026-12-11 2026-12-13')
    expect(lines(found)).toContain('2026-12-11 2026-12-13 may > upcoming')
  })

  test('with a refusal ends it the day after', () => {
    const refused: ConsentEvent = { kind: 'refused', reason: 'Het plan is niet rond.', ...fact('2026-12-10') }
    expect(lines(means(renewal, [refused], '2026-12-10', { others })).at(-1)).toBe('2026-12-11 2027-11-30 may > ended')
  })

  test('before the last day leaves that day as it was', () => {
    const found = means(renewal, [granted('2026-11-16', '2026-12-01', '2027-11-30')], '2026-11-16', { others })
    expect(found.ranges.every(({ after }) => after === 'may' || after === 'upcoming')).toBe(true)
    expect(said(found.exceptions)).not.toContain('gap')
  })
})

describe('a consent that runs', () => {
  const runs = request([sent('2026-09-07'), granted('2026-10-05', '2026-10-05', '2026-12-31')], ['2026-10-05', '2026-12-31'])

  test('stands still from the first up to and including the last day of a suspension; its months still ask for a statement', () => {
    const found = means(runs, [suspended('2026-11-02', '2026-11-09', '2026-11-22')], '2026-11-02')
    expect(lines(found)).toEqual(['2026-10-05 2026-11-08 may > may', '2026-11-09 2026-11-22 may > suspended', '2026-11-23 2026-12-31 may > may'])
    expect(found.months).toEqual({ added: [], dropped: [] })
  })

  test('that is withdrawn drops the months after it, and holds back work that waits', () => {
    const withdrawn: ConsentEvent = { kind: 'consentWithdrawn', from: day('2026-12-01'), reason: 'Betaald werk.', heard: 'Gesproken.', ...fact('2026-11-02') }
    const found = means({ ...runs, waitingOn: [day('2026-12-01')] }, [withdrawn], '2026-11-02')
    expect(lines(found).at(-1)).toBe('2026-12-01 2026-12-31 may > ended')
    expect(found.months.dropped).toEqual(['2026-12'])
    expect(found.waiting).toEqual({ free: [], held: ['2026-12-01'] })
  })

  test('is not touched by an appeal (Awb 6:16)', () => {
    const appealed: ConsentEvent = { kind: 'appealed', against: { kind: 'granted', on: day('2026-10-05') }, note: 'Rechtbank', ...fact('2026-11-02') }
    expect(said(means(runs, [appealed], '2026-11-02').exceptions)).toEqual(['nothingChanges'])
  })

  test('counts otherwise after a corrected decision, from its own days', () => {
    const instead: ConsentEvent = {
      kind: 'grantedInstead',
      because: 'correction',
      reason: 'Verkeerde dag.',
      conditions: conditions('2026-10-05', '2027-01-15'),
      ...fact('2026-11-02'),
    }
    const found = means(runs, [instead], '2026-11-02')
    expect(lines(found).at(-1)).toBe('2027-01-01 2027-01-15 ended > may')
    expect(found.months.added).toEqual(['2027-01'])
  })

  test('is not needed on days without a benefit, and not enough while nobody knows of one', () => {
    const from = (on: string, state: 'free' | 'unknown') => (at: Day) => (at >= day(on) ? state : HERE)
    const withdrawn: ConsentEvent = { kind: 'consentWithdrawn', from: day('2026-11-09'), reason: 'Betaald werk.', heard: 'Gesproken.', ...fact('2026-11-02') }
    expect(lines(means(runs, [withdrawn], '2026-11-02', { paysOn: from('2026-11-09', 'free') })).at(-1)).toBe('2026-10-05 2026-12-31 may > may')
    expect(lines(means(runs, [], '2026-11-02', { paysOn: from('2026-12-01', 'unknown') })).at(-1)).toBe(
      `${addDays(day('2026-11-30'), 1)} 2026-12-31 unknownBenefit > unknownBenefit`,
    )
  })
})

test('months in a row are told as the first and the last', () => {
  const months = ['2026-11', '2026-12', '2027-01', '2027-03'].map((text) => text as Parameters<typeof monthRuns>[0][number])
  expect(monthRuns(months).map(({ first, last }) => `${first} ${last}`)).toEqual(['2026-11 2027-01', '2027-03 2027-03'])
  expect(monthRuns([])).toEqual([])
})
