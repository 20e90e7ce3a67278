import { describe, expect, test } from 'vitest'
import { chosenWith } from './customary.rules.ts'

const list = [
  { id: 'hours', customary: true },
  { id: 'turnover', customary: false },
  { id: 'talk', customary: true },
]
const as = (condition: string, adjusted: string | null = null) => ({ condition, adjusted })

describe('the customary conditions of a municipality', () => {
  test.each([
    ['nothing was ticked', [], false, []],
    ['all that is customary at once, and nothing else', [], true, [as('hours'), as('talk')]],
    ['one by one, with its own bound', [as('talk'), as('turnover', '500')], false, [as('talk'), as('turnover', '500')]],
    ['both: once each, and what was adjusted stays so', [as('hours', '12')], true, [as('hours', '12'), as('talk')]],
    ['beside one that is not customary', [as('turnover')], true, [as('turnover'), as('hours'), as('talk')]],
    ['one that is gone is kept, so that it is refused', [as('gone')], true, [as('gone'), as('hours'), as('talk')]],
  ])('%s', (_, ticked, customary, chosen) => {
    expect(chosenWith(ticked, customary, list)).toEqual(chosen)
  })
})
