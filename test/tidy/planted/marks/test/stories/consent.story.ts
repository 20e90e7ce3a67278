import { test } from 'vitest'
test.only('one', () => {}) // planted
test.skip('two', () => {}) // planted
// TODO later, planted
// TODO(#12) later
export const path = '/home/ans/opbloei' // planted
export const route = '/werk'
