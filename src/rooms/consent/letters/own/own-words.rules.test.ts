import { expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import { LETTER_KINDS, letterOf } from '../letter.rules.ts'
import { exampleOf } from './example.rules.ts'
import { currentOf, type DatedOwnWords, mayCountFrom, ownWordsOn } from './own-words.rules.ts'

const row = (kind: DatedOwnWords['kind'], from: string, opening: string, setOn = from): DatedOwnWords => ({
  kind,
  from: day(from),
  opening,
  closing: '',
  contact: '',
  setAt: startOf(day(setOn)).add({ hours: 9 }),
})
const rows = [row('all', '2027-01-10', 'voor alle'), row('refused', '2027-02-01', 'bij nee'), row('refused', '2027-02-01', 'bij nee, beter', '2027-02-02')]

test.each([
  ['refused', '2027-01-09', ''],
  ['refused', '2027-01-10', 'voor alle'],
  ['refused', '2027-01-31', 'voor alle'],
  ['refused', '2027-02-01', 'bij nee, beter'],
  ['granted', '2027-02-01', 'voor alle'],
] as const)('a letter %s on %s begins with "%s"', (kind, on, opening) => {
  expect(ownWordsOn(rows, kind, day(on)).opening).toBe(opening)
})

test('words for all are not words for one', () => {
  expect(currentOf(rows, 'granted', day('2027-03-01'))).toBeNull()
  expect(currentOf(rows, 'all', day('2027-01-09'))).toBeNull()
})

test('words count from today or later', () => {
  expect(() => mayCountFrom(day('2027-01-09'), day('2027-01-10'))).toThrow()
  for (const from of ['2027-01-10', '2027-01-11']) expect(() => mayCountFrom(day(from), day('2027-01-10'))).not.toThrow()
})

test('there is an example of every kind of letter', () => {
  const today = day('2027-01-10')
  const facts = {
    municipality: 'M',
    cooperative: 'C',
    member: 'L',
    work: 'W',
    renews: false,
    ground: 'G',
    costs: '',
    objectUntil: day('2027-02-22'),
    address: '',
    logo: null,
  }
  const rest = { own: { opening: '', closing: '', contact: '' }, signature: { signedAs: '', signedName: '', mandate: '', staff: null, at: null } }
  for (const kind of LETTER_KINDS) expect(letterOf(exampleOf(kind, today, startOf(today)), { ...facts, ...rest })?.kind).toBe(kind)
})
