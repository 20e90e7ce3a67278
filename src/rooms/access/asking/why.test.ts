import { expect, test } from 'vitest'
import { whyOf } from './why.ts'

test.each([
  ['consent.file', 'Om jouw aanvraag om toestemming te lezen.'],
  ['sample.read', 'Doel: zien wat er in een steekproef is getrokken.'],
])('why somebody looked is a sentence: %s', (action, sentence) => {
  expect(whyOf(action, 'nl')).toBe(sentence)
})
