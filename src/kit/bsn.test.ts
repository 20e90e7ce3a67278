import { describe, expect, test } from 'vitest'
import { containsBsn, maskBsn, passesElfproef, withoutBsn } from './bsn.ts'

describe('a BSN in prose', () => {
  test.each(['111222333', 'Haar nummer is 111222333.', '(123456782)', 'bsn:123456782, zei ze', '“123456782”'])('is found in %j', (prose) => {
    expect(containsBsn(prose)).toBe(true)
  })

  test.each([
    ['nine digits that fail the elfproef', 'Artikel 123456789 is op.'],
    ['ten digits', 'Bel 0612345678'],
    ['eight digits', 'KvK 12345678'],
    ['nine zeros', '000000000'],
    ['a VAT id', 'NL111222333B01'],
    ['an IBAN', 'NL91ABNA0417164300'],
    ['a phone number with a country code', '+111222333'],
    ['part of a reference', 'W-111222333-A'],
    ['part of a decimal number', '111222333,50'],
    ['groups of three', '111 222 333'],
  ])('is not seen in %s', (_, prose) => {
    expect(containsBsn(prose)).toBe(false)
  })

  test('is masked, and the rest of the text stays', () => {
    expect(maskBsn('Ref 123456782 van 123456789')).toBe('Ref ••••••••• van 123456789')
  })

  test('is refused with a way out, at the field it stands in', () => {
    expect(() => withoutBsn('Dit is 123456782.', 'plan')).toThrow(expect.objectContaining({ kind: 'rule', field: 'plan' }))
    expect(withoutBsn('Fietsen repareren')).toBe('Fietsen repareren')
  })
})

test('one wrong digit never passes the elfproef', () => {
  const right = '123456782'
  expect(passesElfproef(right)).toBe(true)
  for (let place = 0; place < 9; place++) {
    for (let digit = 0; digit < 10; digit++) {
      const other = right.slice(0, place) + digit + right.slice(place + 1)
      expect(passesElfproef(other)).toBe(other === right)
    }
  }
})
