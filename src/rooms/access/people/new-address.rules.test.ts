import { expect, test } from 'vitest'
import { type AddressStep, nextAddressStep } from './new-address.rules.ts'

const quiet = { before: 'oud@voorbeeld.nl', after: 'nieuw@voorbeeld.nl', self: false, entered: false, elsewhere: false, taken: false }

test.each<[string, Partial<Parameters<typeof nextAddressStep>[0]>, AddressStep]>([
  ['somebody else may set it while nobody ever came in', {}, 'set'],
  ['also where there was none', { before: null }, 'set'],
  ['and take it away', { after: null }, 'set'],
  ['the same address in other letters is no change', { after: 'Oud@Voorbeeld.nl' }, 'keep'],
  ['none stays none', { before: null, after: null, entered: true }, 'keep'],
  ['who ever came in is protected', { entered: true }, 'prove'],
  ['who works or is a member elsewhere is protected', { elsewhere: true }, 'prove'],
  ['one changes one’s own only by a proof', { self: true, entered: true }, 'prove'],
  ['and so also where nothing is known of coming in', { self: true }, 'prove'],
  ['an address of somebody else is never set', { taken: true }, 'prove'],
  ['the first address of whoever came in with a code on paper proves itself', { before: null, entered: true }, 'prove'],
  ['an address that signs in is not emptied by somebody else', { after: null, entered: true }, 'refuse'],
  ['nor by oneself', { after: null, self: true }, 'refuse'],
])('%s', (_, facts, step) => {
  expect(nextAddressStep({ ...quiet, ...facts })).toBe(step)
})
