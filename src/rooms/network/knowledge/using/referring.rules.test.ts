import { expect, test } from 'vitest'
import { MODELS } from '../../papers/models.rules.ts'
import { initiators, municipal } from '../../starting/path.nl.ts'
import { stepsOf } from '../../starting/starting.rules.ts'
import { knowledgeSeeds } from '../seeds/seeds.ts'
import { AT_PAPERS, AT_STEPS, namedAt, sendsTo } from './referring.rules.ts'

test('a step or paper that sends to an answer is there, and so is every answer', () => {
  const steps = [...stepsOf(initiators), ...stepsOf(municipal)].map(({ key }) => key)
  expect(Object.keys(AT_STEPS).filter((key) => !steps.includes(key))).toEqual([])
  expect(Object.keys(AT_PAPERS).filter((code) => !MODELS.some((model) => model.code === code))).toEqual([])
  const slugs = new Set(knowledgeSeeds().map(({ slug }) => slug))
  expect([...Object.values(AT_STEPS), ...Object.values(AT_PAPERS)].flat().filter((slug) => !slugs.has(slug))).toEqual([])
})

test('an answer is named where it stands, and words lead to the whole address only', () => {
  expect(namedAt(AT_STEPS, 'wa-ba-ua')).toEqual(['notaris'])
  expect(namedAt(AT_STEPS, 'staat-nergens')).toEqual([])
  expect(sendsTo('Lees eerst https://opbloei.example/kennis/kor. Dan dit.', 'kor')).toBe(true)
  expect(sendsTo('Zie /kennis/kor-grens', 'kor')).toBe(false)
})
