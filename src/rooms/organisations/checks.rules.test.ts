import { describe, expect, test } from 'vitest'
import { iban, kvkNumber, legalNameWarnings, membersAreLiable, peppolId, postCode, vatId } from './checks.rules.ts'

describe('the legal name of a cooperative (BW2 art. 54)', () => {
  test.each([
    ['Coöperatie De Bloesem U.A.', []],
    ['Sociaal Coöperatief De Bloesem u.a.', []],
    ['Cooperatieve Vereniging De Bloesem W.A.', []],
    ['De Bloesem U.A.', ['cooperativeWordMissing']],
    ['Coöperatie De Bloesem', ['liabilityMissing']],
    ['Coöperatie De Bloesem UA', ['liabilityMissing']],
    ['Coöperatie U.A. De Bloesem', ['liabilityMissing']],
    ['De Bloesem', ['cooperativeWordMissing', 'liabilityMissing']],
    // A name typed on a Mac has the dots of the ö as a sign of its own.
    ['Coo\u0308peratie De Bloesem B.A.', []],
  ])('%s', (name, warnings) => {
    expect(legalNameWarnings(name)).toEqual(warnings)
  })

  test('says whether members can be liable', () => {
    expect(membersAreLiable('Coöperatie Een U.A.')).toBe(false)
    expect(membersAreLiable('Coöperatie Een B.A.')).toBe(true)
    expect(membersAreLiable('Coöperatie Een')).toBeNull()
  })
})

test.each([
  ['12345678', '12345678'],
  ['1234 5678', '12345678'],
  ['1234567', null],
  ['123456789', null],
  ['1234567a', null],
])('a KvK number has eight digits: %s', (typed, expected) => {
  expect(kvkNumber(typed)).toBe(expected)
})

describe('a VAT id', () => {
  test.each([
    ['NL111222333B01', 'NL111222333B01'],
    ['nl 1112.22.333.b01', 'NL111222333B01'],
    ['NL000099998B57', 'NL000099998B57'],
    ['NL111222334B01', null],
    ['NL111222333B00', null],
    ['NL000000000B01', null],
    ['111222333B01', null],
    ['DE111222333', null],
  ])('%s', (typed, expected) => {
    expect(vatId(typed)).toBe(expected)
  })
})

test.each([
  ['NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300'],
  ['nl91abna0417164300', 'NL91ABNA0417164300'],
  ['NL91ABNA0417164301', null],
  ['BE68539007547034', 'BE68539007547034'],
  ['', null],
])('an IBAN is checked: %s', (typed, expected) => {
  expect(iban(typed)).toBe(expected)
})

test.each([
  ['0106:12345678', '0106:12345678'],
  ['0106:1234567', null],
  ['0190:00000001234567890000', '0190:00000001234567890000'],
  ['0190:123', null],
  ['9944:NL111222333B01', '9944:NL111222333B01'],
  ['0088:7300010000001', '0088:7300010000001'],
  ['12345678', null],
  ['0106:', null],
])('a Peppol id has a scheme and a value: %s', (typed, expected) => {
  expect(peppolId(typed)).toBe(expected)
})

test.each([
  ['1234ab', '1234 AB'],
  ['0234 AB', null],
  ['1234 A', null],
])('a post code: %s', (typed, expected) => {
  expect(postCode(typed)).toBe(expected)
})
