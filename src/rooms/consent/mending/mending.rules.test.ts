import { describe, expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { ConsentEvent, DecisionRef } from '../events/events.rules.ts'
import { openMend } from '../events/open.rules.ts'
import { decisionsFor, remedyOf } from '../remedies/remedies.rules.ts'
import { remindersOf } from '../terms/reminding.rules.ts'
import { lastDayOf, remedyTerms } from '../terms/terms.rules.ts'
import { USUAL_TOWN_RULES } from '../town/town.rules.ts'
import { mayAskMend, mayBeDelayedFurther, mayBeInadmissible } from './mending.rules.ts'

const fact = (on: string) => ({ on: day(on), recordedAt: startOf(day(on)).add({ hours: 12 }) })
const against: DecisionRef = { kind: 'refused', on: day('2026-11-02') }
// Objecting is possible until 14 December, so that the term to decide ends on 25 January.
const sent: ConsentEvent = { kind: 'sent', sentBy: 'member', ...fact('2026-09-07') }
const refused: ConsentEvent = { kind: 'refused', reason: 'Het plan is nog niet rond.', ...fact('2026-11-02') }
const objectedOn = (on: string): ConsentEvent => ({ kind: 'objected', against, reason: 'Ik ben het er niet mee eens.', lateBecause: '', ...fact(on) })
const asked: ConsentEvent = { kind: 'objectionMendAsked', against, question: 'Waarom niet?', answerBefore: day('2027-01-04'), ...fact('2026-12-21') }
const mended: ConsentEvent = { kind: 'objectionMended', against, answer: 'Het plan is rond.', ...fact('2026-12-31') }
const delayed: ConsentEvent = {
  kind: 'objectionDelayed',
  against,
  until: day('2027-03-07'),
  ground: 'objectorAgrees',
  note: 'Gebeld op 11 januari.',
  ...fact('2027-01-11'),
}
const base = [sent, refused, objectedOn('2026-11-16')]
const usual = () => USUAL_TOWN_RULES
const never = () => false
const lastOn = (events: readonly ConsentEvent[], on: string) => lastDayOf(remedyTerms(events, against, usual, day(on), never), 'decideObjection')

describe('what is missing in an objection', () => {
  test('is asked again once the first was sent, and sent where it was asked', () => {
    const steps = (events: readonly ConsentEvent[]) =>
      (['askMend', 'mendObjection'] as const).map((step) => decisionsFor(events, step, day('2027-01-05')).length)
    expect(steps(base)).toEqual([1, 0])
    expect(steps([...base, asked])).toEqual([0, 1])
    expect(steps([...base, asked, mended])).toEqual([1, 0])
    expect(remedyOf([...base, asked, mended, delayed], against, day('2027-02-01'))).toBe('objected')
  })

  test('is open for its own decision alone', () => {
    expect(openMend([...base, asked], against)).toBe(asked)
    for (const other of [
      { kind: 'suspended', on: against.on },
      { kind: 'refused', on: day('2026-11-20') },
    ] satisfies DecisionRef[]) {
      expect(openMend([...base, asked], other)).toBeNull()
      expect(openMend([...base, asked, { ...mended, against: other } as ConsentEvent], against)).toBe(asked)
    }
  })

  test('needs a day that gives time', () => {
    expect(() => mayAskMend(day('2026-12-21'), day('2026-12-21'))).toThrow(expect.objectContaining({ field: 'answerBefore' }))
    expect(() => mayAskMend(day('2026-12-22'), day('2026-12-21'))).not.toThrow()
  })

  test.each([
    ['sent: the nine days between', [asked, mended], '2027-02-03'],
    ['not sent: through the day that was given', [asked], '2027-02-08'],
    ['and then agreed: that day, a Sunday too', [asked, mended, delayed], '2027-03-07'],
  ])('makes the town decide later; %s', (_, more, last) => {
    expect(lastOn([...base, ...more], '2027-01-12')).toBe(last)
  })

  test('counts from the day on which the letter was posted', () => {
    const posted: ConsentEvent = { ...asked, notified: { way: 'post', on: day('2026-12-23') } }
    expect(lastOn([...base, posted, mended], '2027-01-12')).toBe('2027-02-01')
  })

  test('reminds the member of its own day, and the town not while it waits', () => {
    const far: ConsentEvent = { ...asked, answerBefore: day('2027-01-11') } as ConsentEvent
    const due = (who: 'applicant' | 'municipality', on: string, events: readonly ConsentEvent[] = [...base, far]) =>
      remindersOf(events, who, usual, day(on), never).map(({ term, daysBefore }) => `${term.term} ${daysBefore}`)
    expect(['2026-12-27', '2026-12-28', '2027-01-04', '2027-01-12'].map((on) => due('applicant', on))).toEqual([
      [],
      ['mendObjection 14'],
      ['mendObjection 7'],
      [],
    ])
    expect(due('municipality', '2027-01-04')).toEqual([])
    expect(due('municipality', '2027-01-06', [...base, asked, mended]), 'the last day is 3 February since').toEqual(['decideObjection 28'])
    const late = [...base, { ...asked, ...fact('2027-01-11'), answerBefore: day('2027-01-25') }, { ...mended, ...fact('2027-01-14') }] as ConsentEvent[]
    expect(
      ['2027-01-14', '2027-01-20'].map((on) => due('municipality', on, late)),
      'the last day is 27 January since the 14th, when the 13th was over',
    ).toEqual([[], ['decideObjection 7']])
  })
})

describe('inadmissible', () => {
  const until = day('2026-12-14')
  test.each([
    ['2027-01-03', false],
    ['2027-01-04', false],
    ['2027-01-05', true],
  ])('on %s for what is missing: %s', (on, may) => {
    const decide = () => mayBeInadmissible([...base, asked], against, day(on), until)
    if (may) expect(decide).not.toThrow()
    else expect(decide).toThrow('Aanvullen kan nog tot en met 4 januari 2027.')
  })

  test('for another reason where nothing is open, or where the objection itself was late', () => {
    expect(() => mayBeInadmissible([...base, asked, mended], against, day('2026-12-31'), until)).not.toThrow()
    expect(() => mayBeInadmissible([sent, refused, objectedOn('2026-12-15'), asked], against, day('2026-12-22'), until)).not.toThrow()
    expect(() => mayBeInadmissible([sent, refused, objectedOn('2026-12-14'), asked], against, day('2026-12-22'), until)).toThrow()
  })
})

describe('further delay', () => {
  const last = day('2027-01-25')
  test.each([
    ['on the last day, to the day after', '2027-01-26', '2027-01-25', null],
    ['to the last day itself', '2027-01-25', '2027-01-20', { kind: 'rule', field: 'until' }],
    ['after the last day', '2027-02-26', '2027-01-26', { kind: 'conflict', field: null }],
  ])('%s', (_, until, today, refusal) => {
    const delay = () => mayBeDelayedFurther(day(until), last, day(today))
    if (refusal) expect(delay).toThrow(expect.objectContaining(refusal))
    else expect(delay).not.toThrow()
  })
})
