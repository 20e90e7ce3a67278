import { expect, test } from 'vitest'
import { fill } from './text.ts'

test.each([
  ['Vraag het aan {name}.', 'Samira', 'Vraag het aan Samira.'],
  ['Vraag het aan {name}.', 'De Bloesem U.A.', 'Vraag het aan De Bloesem U.A.'],
  ['{name}. Daarna.', 'De Bloesem U.A.', 'De Bloesem U.A. Daarna.'],
  ['Bij {name}, of later', 'De Bloesem U.A.', 'Bij De Bloesem U.A., of later'],
  ['{name}...', 'U.A.', 'U.A....'],
] as const)('%s with %s is "%s"', (sentence, name, said) => {
  expect(fill(sentence, { name })).toBe(said)
})

test('half a sentence is no sentence', () => {
  expect(() => fill('Van {from} tot {until}', { from: 'nu' })).toThrow('no value for {until}')
})
