import { expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { ConsentEvent } from '../consent.rules.ts'
import { LETTER_KINDS, type LetterFacts, letterOf, letterPaper } from './letter.rules.ts'

const on = { on: day('2027-01-25'), recordedAt: startOf(day('2027-01-25')).add({ hours: 12 }) }
const facts: LetterFacts = {
  municipality: 'Gemeente Wilgendam',
  cooperative: 'De Bloesem',
  member: 'Lies',
  work: 'Fietsen repareren',
  renews: false,
  ground: 'Voorziening',
  costs: 'materiaal',
  objectUntil: day('2027-03-08'),
}
const conditions = {
  from: day('2027-02-01'),
  until: day('2028-01-31'),
  costKinds: ['material'],
  payOutAllowed: false,
  statementRhythm: 'monthly' as const,
  statementDay: 10,
  statementFulfilsDuty: true,
  legalBasis: 'pw-voorziening',
  other: '',
}
const reason = 'Verhuizing naar {een} andere gemeente.'
const heard = 'Gesproken op 20 januari.'
const events: readonly ConsentEvent[] = [
  { kind: 'moreAsked', question: 'Waar staat de kraam?', answerBefore: day('2027-02-08'), ...on },
  { kind: 'granted', conditions, ...on },
  { kind: 'refused', reason, ...on },
  { kind: 'leftUnprocessed', reason, ...on },
  { kind: 'suspended', from: day('2027-02-01'), until: null, reason, heard, ...on },
  { kind: 'resumed', from: day('2027-03-01'), ...on },
  { kind: 'consentWithdrawn', from: day('2027-06-01'), reason, heard, ...on },
  { kind: 'changeCancelled', of: 'suspended', from: day('2027-02-01'), ...on },
  { kind: 'delayTold', until: day('2027-03-01'), reason, ...on },
  { kind: 'objectionPutOff', against: { kind: 'refused', on: day('2026-12-01') }, weeks: 6, reason, ...on },
  { kind: 'objectionDecided', against: { kind: 'refused', on: day('2026-12-01') }, outcome: 'unfounded', reason, ...on },
  { kind: 'grantedInstead', conditions, because: 'correction', reason, ...on },
  { kind: 'refusedInstead', because: 'correction', reason, ...on },
]

const wordsOf = (event: ConsentEvent) => JSON.stringify(letterOf(event, facts))

test('everything with legal effect has its letter, and each names its remedy and the last day', () => {
  expect(events.map(({ kind }) => kind)).toEqual([...LETTER_KINDS])
  for (const event of events) {
    // More time is no decision of its own (Awb 6:3), and what follows on an objection goes to the court (8:1).
    const remedy =
      event.kind === 'moreAsked' || event.kind === 'delayTold' || event.kind === 'objectionPutOff'
        ? 'artikel 6:3 Awb'
        : event.kind === 'objectionDecided'
          ? '8:1 Awb'
          : 'artikel 6:7 Awb'
    expect(wordsOf(event), event.kind).toContain(remedy)
    if (remedy !== 'artikel 6:3 Awb') expect(wordsOf(event), event.kind).toContain('tot en met 8 maart 2027')
    expect(letterOf(event, facts)?.title.length, event.kind).toBeGreaterThan(10)
  }
})

test('a refusal to renew never says that the consent that still counts is gone', () => {
  const refused = events[2] as ConsentEvent
  expect(JSON.stringify(letterOf(refused, { ...facts, renews: true }))).toContain('Dit besluit verandert daar niets aan.')
  expect(wordsOf(refused)).not.toContain('Dit besluit verandert daar niets aan.')
  expect(wordsOf(refused)).not.toContain('niet meedoen')
})

test('what has no legal effect has no letter', () => {
  expect(letterOf({ kind: 'sent', sentBy: 'member', ...on }, facts)).toBeNull()
  expect(letterOf({ kind: 'answered', answer: 'Op de markt.', ...on }, facts)).toBeNull()
})

test('a question says what is asked, by when, and that the time to decide stands still; without a last day it names none', () => {
  const asked = wordsOf(events[0] as ConsentEvent)
  for (const said of ['Waar staat de kraam?', 'uiterlijk op 8 februari 2027', 'artikel 4:15 Awb', 'artikel 4:5 Awb']) expect(asked).toContain(said)
  expect(wordsOf({ kind: 'moreAsked', question: 'Waar?', answerBefore: null, ...on })).not.toContain('uiterlijk op')
})

test('a letter after a withdrawal says that it ends, with the reason as it was written, and how the member was heard', () => {
  const words = wordsOf(events[6] as ConsentEvent)
  expect(words).toContain('Vanaf 1 juni 2027 geldt de toestemming niet meer.')
  expect(words).toContain('Verhuizing naar {een} andere gemeente.')
  expect(words).toContain('Gesproken op 20 januari.')
  expect(words).not.toContain('Ja, u mag meedoen')
})

test('the reference stands on the paper only where the reader may know it', () => {
  const letter = letterOf(events[1] as ConsentEvent, facts)
  if (!letter) throw new Error('no letter')
  expect(letterPaper(letter, null).facts).toEqual([['Datum', '25 januari 2027']])
  expect(letterPaper(letter, 'W-1').facts).toEqual([
    ['Datum', '25 januari 2027'],
    ['Kenmerk', 'W-1'],
  ])
})
