import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, type Instant, startOf } from '#kit/day.ts'
import {
  type Conditions,
  type ConsentEvent,
  conditionsOf,
  EFFECTS,
  effect,
  mayBeDecided,
  mayFollow,
  mayResume,
  nextSteps,
  PROCEDURES,
  plannedChange,
  procedure,
  standingOn,
  stepsOn,
} from './consent.rules.ts'

const at = (on: string): Instant => startOf(day(on)).add({ hours: 12 })
const fact = (on: string, recordedOn = on): { on: Day; recordedAt: Instant } => ({ on: day(on), recordedAt: at(recordedOn) })

const conditions = (more: Partial<Conditions> = {}): Conditions => ({
  from: day('2026-11-09'),
  until: day('2027-11-08'),
  costKinds: ['materials', 'tools'],
  payOutAllowed: false,
  statementRhythm: 'monthly',
  statementDay: 10,
  statementFulfilsDuty: true,
  legalBasis: 'pw-voorziening',
  other: '',
  ...more,
})

const prepared: ConsentEvent = { kind: 'prepared', ...fact('2026-09-01') }
const sent: ConsentEvent = { kind: 'sent', sentBy: 'member', ...fact('2026-09-07') }
const asked: ConsentEvent = { kind: 'moreAsked', question: 'Waar staat de kraam?', answerBefore: null, ...fact('2026-09-21') }
const answered: ConsentEvent = { kind: 'answered', answer: 'Op de markt.', ...fact('2026-09-28') }
const granted: ConsentEvent = { kind: 'granted', conditions: conditions(), ...fact('2026-11-06') }
const refused: ConsentEvent = { kind: 'refused', reason: 'Het plan is nog niet rond.', ...fact('2026-11-06') }
const suspended: ConsentEvent = {
  kind: 'suspended',
  from: day('2027-02-01'),
  until: day('2027-03-31'),
  reason: 'Verhuizing',
  heard: 'Gesproken op 20 januari',
  ...fact('2027-01-25'),
}
const resumed: ConsentEvent = { kind: 'resumed', from: day('2027-03-01'), ...fact('2027-02-26') }
const ended: ConsentEvent = { kind: 'consentWithdrawn', from: day('2027-06-01'), reason: 'Nieuw werk', heard: 'Gebeld op 20 mei', ...fact('2027-05-25') }

const whole = [prepared, sent, asked, answered, granted]

describe('the procedure', () => {
  test.each([
    ['2026-09-06', 'draft'],
    ['2026-09-07', 'waiting'],
    ['2026-09-20', 'waiting'],
    ['2026-09-21', 'incomplete'],
    ['2026-09-27', 'incomplete'],
    ['2026-09-28', 'waiting'],
    ['2026-11-05', 'waiting'],
    ['2026-11-06', 'granted'],
  ])('on %s is %s', (on, expected) => {
    expect(procedure(whole, day(on))).toBe(expected)
  })

  test('ends in a refusal, in leaving it unprocessed, or in the applicant taking it back', () => {
    expect(procedure([prepared, sent, refused], day('2026-11-06'))).toBe('refused')
    expect(procedure([prepared, sent, asked, { kind: 'leftUnprocessed', reason: 'Geen antwoord', ...fact('2026-10-20') }], day('2026-10-20'))).toBe(
      'unprocessed',
    )
    expect(procedure([prepared, sent, { kind: 'requestWithdrawn', ...fact('2026-09-09') }], day('2026-09-09'))).toBe('withdrawn')
  })

  test('a decision written down on 12 November, dated the 6th, does not rewrite what was known on the 9th', () => {
    const late = [prepared, sent, { ...granted, ...fact('2026-11-06', '2026-11-12') }]
    expect(procedure(late, day('2026-11-09'), at('2026-11-09'))).toBe('waiting')
    expect(effect(late, day('2026-11-09'), at('2026-11-09'))).toBe('none')
    expect(procedure(late, day('2026-11-09'), at('2026-11-12'))).toBe('granted')
    expect(effect(late, day('2026-11-09'), at('2026-11-12'))).toBe('inForce')
  })
})

describe('the effect', () => {
  test('is none without a grant, also after a refusal', () => {
    expect(effect([prepared, sent], day('2026-11-09'))).toBe('none')
    expect(effect([prepared, sent, refused], day('2026-11-09'))).toBe('none')
  })

  test.each([
    ['2026-11-08', 'upcoming'],
    ['2026-11-09', 'inForce'],
    ['2027-11-08', 'inForce'],
    ['2027-11-09', 'ended'],
  ])('on %s is %s', (on, expected) => {
    expect(effect(whole, day(on))).toBe(expected)
  })

  test.each([
    ['2027-01-31', 'inForce'],
    ['2027-02-01', 'suspended'],
    ['2027-03-31', 'suspended'],
    ['2027-04-01', 'inForce'],
  ])('with a suspension, on %s is %s', (on, expected) => {
    expect(effect([...whole, suspended], day(on))).toBe(expected)
  })

  test.each([
    ['2027-02-28', 'suspended'],
    ['2027-03-01', 'inForce'],
  ])('resumed early, on %s is %s', (on, expected) => {
    expect(effect([...whole, suspended, resumed], day(on))).toBe(expected)
  })

  test('a second suspension is not undone by an older resumption', () => {
    const again: ConsentEvent = { ...suspended, from: day('2027-04-10'), until: null, ...fact('2027-04-05') }
    expect(effect([...whole, suspended, resumed, again], day('2027-04-10'))).toBe('suspended')
    expect(effect([...whole, suspended, resumed, again], day('2027-04-09'))).toBe('inForce')
  })

  test.each([
    ['2027-05-31', 'inForce'],
    ['2027-06-01', 'ended'],
    ['2027-06-02', 'ended'],
  ])('withdrawn by the municipality, on %s is %s', (on, expected) => {
    expect(effect([...whole, ended], day(on))).toBe(expected)
  })

  test('withdrawn before it began, it never comes into force', () => {
    const early: ConsentEvent = { ...ended, from: day('2026-11-07'), ...fact('2026-11-07') }
    expect(effect([...whole, early], day('2026-11-06'))).toBe('ended')
    expect(effect([...whole, early], day('2026-11-09'))).toBe('ended')
  })

  test('example 19: a consent until 15 September covers work on the 10th, not on the 18th, whatever the day of the invoice', () => {
    const until = [
      prepared,
      sent,
      { ...granted, conditions: conditions({ from: day('2025-09-16'), until: day('2026-09-15') }), ...fact('2025-09-10', '2025-09-10') },
    ]
    expect(effect(until, day('2026-09-10'))).toBe('inForce')
    expect(effect(until, day('2026-09-15'))).toBe('inForce')
    expect(effect(until, day('2026-09-18'))).toBe('ended')
  })

  test('the conditions are those that were known', () => {
    expect(conditionsOf(whole, at('2026-11-05'))).toBeNull()
    expect(conditionsOf(whole)?.costKinds).toEqual(['materials', 'tools'])
  })
})

describe('what may follow', () => {
  test('is decided for every procedure and every effect', () => {
    for (const at of PROCEDURES) for (const does of EFFECTS) expect(nextSteps(at, does)).toBeInstanceOf(Array)
    expect(nextSteps('waiting', 'none')).toEqual([
      'grant',
      'askMore',
      'refuse',
      'tellDelay',
      'agreeToWait',
      'tellDefault',
      'askAdvice',
      'noteAdvice',
      'enterPaper',
      'withdrawRequest',
    ])
    expect(nextSteps('granted', 'inForce')).toContain('withdrawConsent')
    expect(nextSteps('granted', 'ended')).toEqual(['renew', 'openReview', 'closeReview'])
  })

  test('a request can be sent once', () => {
    expect(() => mayFollow([prepared], 'send', day('2026-09-07'))).not.toThrow()
    expect(() => mayFollow([prepared, sent], 'send', day('2026-09-08'))).toThrow(expect.objectContaining({ kind: 'conflict' }))
  })
})

describe('a decision', () => {
  const on = day('2026-11-06')

  test('may be taken on a request that was sent, also while an answer is awaited', () => {
    expect(() => mayBeDecided([prepared, sent], granted, on)).not.toThrow()
    expect(() => mayBeDecided([prepared, sent, asked], refused, on)).not.toThrow()
  })

  test('is refused on a draft, after another decision, and after the applicant took the request back', () => {
    expect(() => mayBeDecided([prepared], granted, on)).toThrow('nog niet verstuurd')
    expect(() => mayBeDecided(whole, refused, on)).toThrow(expect.objectContaining({ kind: 'conflict' }))
    expect(() => mayBeDecided([prepared, sent, { kind: 'requestWithdrawn', ...fact('2026-10-01') }], granted, on)).toThrow(
      expect.objectContaining({ kind: 'conflict' }),
    )
  })

  test('leaving it unprocessed asks for a question first (Awb 4:5)', () => {
    const left: ConsentEvent = { kind: 'leftUnprocessed', reason: 'Er kwam geen antwoord.', ...fact('2026-11-06') }
    expect(() => mayBeDecided([prepared, sent], left, on)).toThrow('nog niet om meer gevraagd')
    expect(() => mayBeDecided([prepared, sent, asked], left, on)).toThrow('geen laatste dag genoemd')
  })

  test('and waits until the day that was given for the answer is over (Awb 4:5)', () => {
    const before: ConsentEvent = { ...asked, kind: 'moreAsked', question: 'Waar staat de kraam?', answerBefore: day('2026-10-05') }
    const left = (on: string): ConsentEvent => ({ kind: 'leftUnprocessed', reason: 'Er kwam geen antwoord.', ...fact(on) })
    const decide = (today: string, by: ConsentEvent = left(today)) => mayBeDecided([prepared, sent, before], by, day(today))
    expect(() => decide('2026-10-05')).toThrow('tot en met 5 oktober 2026')
    expect(() => decide('2026-10-20', left('2026-10-05'))).toThrow('tot en met 5 oktober 2026')
    expect(() => decide('2026-10-06')).not.toThrow()
    // What went on paper is written down as it was.
    expect(() => decide('2026-10-20', { ...left('2026-10-05'), paperReference: 'B-12' } as ConsentEvent)).not.toThrow()
    expect(['2026-10-05', '2026-10-06'].map((on) => stepsOn([prepared, sent, before], day(on)).includes('leaveUnprocessed'))).toEqual([false, true])
  })

  test('needs a last day on or after its first day', () => {
    const grant = (from: Day, until: Day): ConsentEvent => ({ ...granted, kind: 'granted', conditions: conditions({ from, until }) })
    expect(() => mayBeDecided([prepared, sent], grant(on, on), on)).not.toThrow()
    expect(() => mayBeDecided([prepared, sent], grant(on, addDays(on, -1)), on)).toThrow(expect.objectContaining({ field: 'until' }))
  })

  test('is dated from the receipt of the request up to today', () => {
    expect(() => mayBeDecided([prepared, sent], { ...granted, on: addDays(on, 1) }, on)).toThrow(expect.objectContaining({ field: 'on' }))
    expect(() => mayBeDecided([prepared, sent], { ...granted, on: day('2026-09-07') }, on)).not.toThrow()
    expect(() => mayBeDecided([prepared, sent], { ...granted, on: day('2026-09-06') }, on)).toThrow(expect.objectContaining({ field: 'on' }))
  })

  test('a refusal brings a reason that can be read (Awb 3:46)', () => {
    expect(() => mayBeDecided([prepared, sent], { kind: 'refused', reason: ' nee ', ...fact('2026-11-06') }, on)).toThrow(
      expect.objectContaining({ field: 'reason' }),
    )
  })
})

describe('a change that has not begun yet', () => {
  const withdrawn = [...whole, ended]
  const called: ConsentEvent = { kind: 'changeCancelled', of: 'consentWithdrawn', from: day('2027-06-01'), ...fact('2027-05-30') }

  test.each([
    ['2027-05-31', 'consentWithdrawn', true],
    ['2027-06-01', null, false],
    ['2027-06-02', null, false],
  ] as const)('on %s %s is planned, and can be called off: %s', (on, kind, cancels) => {
    expect(plannedChange(withdrawn, day(on))?.kind ?? null).toBe(kind)
    expect(stepsOn(withdrawn, day(on)).includes('cancelChange')).toBe(cancels)
  })

  test('the same step is not offered a second time', () => {
    expect(stepsOn(withdrawn, day('2027-05-26'))).toEqual(['suspend', 'renew', 'openReview', 'cancelChange'])
    expect(stepsOn([...whole, suspended], day('2027-01-26'))).toEqual(['withdrawConsent', 'renew', 'openReview', 'cancelChange'])
    expect(() => mayFollow(withdrawn, 'withdrawConsent', day('2027-05-26'))).toThrow()
  })

  test('called off, it never counted; planned again from the same day, it does', () => {
    expect(effect([...withdrawn, called], day('2027-06-01'))).toBe('inForce')
    expect(effect([...withdrawn, called], day('2027-06-01'), at('2027-05-29'))).toBe('ended')
    expect(stepsOn([...withdrawn, called], day('2027-05-31'))).toContain('withdrawConsent')
    expect(effect([...withdrawn, called, { ...ended, ...fact('2027-05-31') }], day('2027-06-01'))).toBe('ended')
    const off: ConsentEvent = { kind: 'changeCancelled', of: 'suspended', from: day('2027-02-01'), ...fact('2027-01-28') }
    expect(effect([...whole, suspended, off], day('2027-02-01'))).toBe('inForce')
    expect(effect([...whole, suspended, called], day('2027-02-01'))).toBe('suspended')
  })
})

describe('a resumption', () => {
  const held = [...whole, suspended]

  test.each([
    ['2027-01-31', false],
    ['2027-02-01', true],
    ['2027-02-02', true],
  ])('from %s is accepted: %s', (from, accepted) => {
    const resume = () => mayResume(held, day(from), day('2027-02-10'))
    if (accepted) expect(resume).not.toThrow()
    else expect(resume).toThrow('1 februari 2027')
  })

  test('from before the suspension takes nothing of it away', () => {
    expect(effect([...held, { ...resumed, from: day('2027-01-31') }], day('2027-02-01'))).toBe('suspended')
    expect(effect([...held, resumed], day('2027-02-28'))).toBe('suspended')
    expect(effect([...held, resumed], day('2027-03-01'))).toBe('inForce')
  })
})

describe('how it stood on a day', () => {
  const backdated: ConsentEvent = { kind: 'consentWithdrawn', from: day('2027-05-01'), reason: 'Nieuw werk', heard: 'Gebeld', ...fact('2027-05-25') }

  test.each([
    ['2027-05-10', null, 'ended'],
    ['2027-05-10', '2027-05-24', 'inForce'],
    ['2027-05-10', '2027-05-25', 'ended'],
    ['2027-05-10', '2026-11-05', 'none'],
    ['2027-04-30', null, 'inForce'],
  ] as const)('on %s, as known on %s: %s', (on, known, does) => {
    expect(standingOn([...whole, backdated], day(on), known && day(known)).effect).toBe(does)
  })

  test('a decision that was not known yet leaves the request waiting', () => {
    expect(standingOn(whole, day('2026-11-06'), day('2026-11-05')).procedure).toBe('waiting')
    expect(standingOn(whole, day('2026-11-06'), day('2026-11-06')).procedure).toBe('granted')
  })
})
