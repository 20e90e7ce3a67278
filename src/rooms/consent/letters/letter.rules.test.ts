import { describe, expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import { sealOf } from '#kit/seal.ts'
import type { ConsentEvent } from '../consent.rules.ts'
import { LETTER_KINDS, type LetterFacts, letterOf, letterPaper } from './letter.rules.ts'
import { LETTER_VERSION, letters as words } from './letters.nl.ts'
import { plainTexts } from './plain.en.ts'

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
  address: 'Raadhuisplein 1\n9999 AA Wilgendam',
  logo: null,
  own: { opening: '', closing: '', contact: 'Bel 0999 123456' },
  signature: { signedAs: 'teamleider Werk', signedName: '', mandate: 'Mandaatregister 2026, nr. 12', staff: null, at: null },
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
  { kind: 'objectionMendAsked', against: { kind: 'refused', on: day('2026-12-01') }, question: 'Uw handtekening.', answerBefore: day('2027-02-08'), ...on },
  { kind: 'objectionPutOff', against: { kind: 'refused', on: day('2026-12-01') }, weeks: 6, reason, ...on },
  {
    kind: 'objectionDelayed',
    against: { kind: 'refused', on: day('2026-12-01') },
    until: day('2027-04-30'),
    ground: 'objectorAgrees',
    note: 'Lies stemde in.',
    ...on,
  },
  { kind: 'objectionDecided', against: { kind: 'refused', on: day('2026-12-01') }, outcome: 'unfounded', reason, ...on },
  { kind: 'grantedInstead', conditions, because: 'correction', reason, ...on },
  { kind: 'refusedInstead', because: 'correction', reason, ...on },
  { kind: 'reviewClosed', reason, ...on },
]

const wordsOf = (event: ConsentEvent) => JSON.stringify(letterOf(event, facts))

test('everything with legal effect has its letter, and each names its remedy and the last day', () => {
  expect(events.map(({ kind }) => kind)).toEqual([...LETTER_KINDS])
  for (const event of events) {
    // More time is no decision of its own (Awb 6:3), and what follows on an objection goes to the court (8:1).
    const remedy = ['moreAsked', 'delayTold', 'objectionMendAsked', 'objectionPutOff', 'objectionDelayed'].includes(event.kind)
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

test('an objection in which something is missing: what, by when, that the time stands still, and what happens otherwise', () => {
  const asked = wordsOf(events.find(({ kind }) => kind === 'objectionMendAsked') as ConsentEvent)
  for (const said of ['Uw handtekening.', 'uiterlijk op 8 februari 2027 (artikel 6:6 Awb)', 'artikel 7:10 lid 2 Awb', 'uw bezwaar niet te behandelen'])
    expect(asked).toContain(said)
  expect(asked).not.toContain('artikel 4:15')
})

test.each([
  ['everyoneAgrees', 'lid 4 onder a'],
  ['objectorAgrees', 'lid 4 onder b'],
  ['procedure', 'lid 4 onder c'],
] as const)('further delay names its ground, its day and who agreed: %s', (ground, part) => {
  const delayed = { ...(events.find(({ kind }) => kind === 'objectionDelayed') as Extract<ConsentEvent, { kind: 'objectionDelayed' }>), ground }
  for (const said of [part, 'uiterlijk op 30 april 2027', 'Lies stemde in.']) expect(wordsOf(delayed)).toContain(said)
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
  const marks = { id: '0190b5a0-0000-7000-8000-000000000001', seal: sealOf(letter) }
  expect(letterPaper(letter, { ...marks, reference: null }).facts).toEqual([['Datum', '25 januari 2027']])
  expect(letterPaper(letter, { ...marks, reference: 'W-1' }).facts).toEqual([
    ['Datum', '25 januari 2027'],
    ['Kenmerk', 'W-1'],
  ])
  expect(letterPaper(letter, { ...marks, reference: null }).keywords).not.toContain('W-1')
})

describe('who signs', () => {
  const letter = (signature: Partial<LetterFacts['signature']>) =>
    JSON.stringify(letterOf(events[1] as ConsentEvent, { ...facts, signature: { ...facts.signature, ...signature } }))

  test('the executive, under a function and its mandate, and when; the member of staff only where the municipality says so', () => {
    const at = startOf(day('2027-01-25')).add({ hours: 14, minutes: 10 })
    const signed = letter({ at })
    for (const said of [
      'namens burgemeester en wethouders van Gemeente Wilgendam',
      'teamleider Werk',
      'Mandaatregister 2026, nr. 12',
      'Getekend op 25 januari 2027, 14:10',
    ])
      expect(signed).toContain(said)
    expect(signed).not.toContain('Behandeld door')
    expect(letter({ staff: 'Ilse' })).toContain('Behandeld door Ilse')
    expect(letter({})).not.toContain('Getekend op')
  })
  test('without a mandate written down nothing is said of one', () => {
    const bare = letter({ signedAs: '', mandate: '' })
    expect(bare).toContain('namens burgemeester en wethouders')
    expect(bare).not.toContain('mandaat')
  })
})

test('own words stand in their place, as they were written, and change nothing of the decision', () => {
  const own = { opening: 'Fijn dat u {begint}.', closing: 'Wij wensen u succes.', contact: 'Bel 0999 654321' }
  const texts = (of: LetterFacts) => (letterOf(events[1] as ConsentEvent, of)?.parts ?? []).flatMap((part) => (part.kind === 'list' ? part.items : [part.text]))
  const [plain, with_] = [texts({ ...facts, own: { opening: '', closing: '', contact: '' } }), texts({ ...facts, own })]
  expect(with_[1]).toBe('Fijn dat u {begint}.')
  expect(with_.filter((text) => !plain.includes(text))).toEqual(['Fijn dat u {begint}.', 'Wij wensen u succes.', 'Hebt u vragen?', 'Bel 0999 654321'])
  expect(plain.filter((text) => !with_.includes(text))).toEqual([])
})

describe('in plain words', () => {
  const DAY = /\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) \d{4}/g

  test.each(events.map((event) => [event.kind, event] as const))(
    '%s says the same: no day that is not in the letter, and the last day to object',
    (_, event) => {
      const letter = letterOf(event, facts)
      const plain = letter?.plain
      const [said, full] = [JSON.stringify(plain?.nl), JSON.stringify(letter?.parts)]
      for (const on of said.match(DAY) ?? []) expect(full, on).toContain(on)
      expect(said.includes('8 maart 2027')).toBe(full.includes('8 maart 2027'))
      if ('reason' in event) expect(said).toContain(event.reason)
      for (const language of ['nl', 'en'] as const)
        for (const part of ['decided', 'may', 'until', 'must', 'ask'] as const) {
          const lines = plain?.[language][part] ?? []
          expect(lines.length, `${language} ${part}`).toBeGreaterThan(0)
          expect(lines.join(' '), `${language} ${part}`).not.toMatch(/\{(?!een\})/)
        }
    },
  )
  test('a name that ends with a full stop ends the sentence', () => {
    const named = letterOf(events[1] as ConsentEvent, { ...facts, cooperative: 'De Bloesem U.A.' })?.plain
    expect([named?.nl.decided[0], named?.en.decided[0]]).toEqual(['Je mag meedoen bij De Bloesem U.A.', 'You may take part at De Bloesem U.A.'])
  })
  test('paying out is told as it was decided, and whom to call', () => {
    const granted = (payOutAllowed: boolean) => letterOf({ kind: 'granted', conditions: { ...conditions, payOutAllowed }, ...on }, facts)?.plain?.nl
    expect(granted(true)?.may.join(' ')).toContain('Je mag geld laten uitbetalen')
    expect(granted(false)?.may.join(' ')).toContain('Je mag geen geld laten uitbetalen')
    expect(granted(false)?.ask[0]).toBe('Gemeente Wilgendam: Bel 0999 123456')
    expect(granted(false)?.must.join(' ')).toContain('uiterlijk op dag 10')
  })
})

test('whoever changes a word of the letters gives them a new version', () => {
  // Changed a word on purpose? Raise LETTER_VERSION, and write the new seal here.
  expect([LETTER_VERSION, sealOf([words, plainTexts]).slice(0, 16)]).toEqual(['2026-12-01.2', 'da111e794c8e2e75'])
})
