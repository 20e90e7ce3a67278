import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { answerStop, cooperationStanding } from './answers.rules.ts'
import type { CooperationAnswer, CooperationParty, CooperationSignature } from './cooperation.sql.ts'

const signed = (party: CooperationParty): CooperationSignature => ({ party, personName: '', role: '', on: day('2026-11-02'), signIn: 'demo', hash: '' })
const said = (kind: CooperationAnswer['kind'], party: CooperationParty = 'municipality'): CooperationAnswer => ({
  party,
  kind,
  words: 'Graag minder.',
  personName: '',
  on: day('2026-11-02'),
})
const standing = (signatures: CooperationSignature[], answers: CooperationAnswer[] = []) => cooperationStanding({ signatures, answers })
const stop = (signatures: CooperationSignature[], answers: CooperationAnswer[] = []) => answerStop({ signatures, answers }, 'municipality')

test('an agreement waits until both signed; what one declined is over, and what one asked stands until that one signs', () => {
  expect(standing([])).toBe('waiting')
  expect(standing([signed('cooperative')])).toBe('waiting')
  expect(standing([signed('cooperative'), signed('municipality')])).toBe('signed')
  expect(standing([signed('cooperative')], [said('changeAsked')])).toBe('changeAsked')
  expect(standing([signed('municipality')], [said('changeAsked')])).toBe('waiting')
  expect(standing([signed('cooperative')], [said('changeAsked'), said('declined')])).toBe('declined')
})

test('a party answers until it signed, or anybody declined', () => {
  expect(stop([signed('cooperative')], [said('changeAsked'), said('changeAsked')])).toBeNull()
  expect(stop([signed('municipality')])).toBe('signedBefore')
  expect(stop([], [said('declined', 'cooperative')])).toBe('declinedBefore')
})
