import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EFFECTS, PROCEDURES, TRANSITIONS } from '../../src/rooms/consent/consent.rules.ts'
import { REMEDIES, REMEDY_TRANSITIONS } from '../../src/rooms/consent/remedies/remedies.rules.ts'

const drawing = readFileSync(new URL('../../docs/flows/consent.md', import.meta.url), 'utf8')

test('the flow of consent is drawn as it is built', () => {
  const [procedures = [], effects = [], remedies = []] = [...drawing.matchAll(/```mermaid\n([^`]*)```/g)].map(([, text = '']) => arrows(text))
  const built = Object.entries(TRANSITIONS).flatMap(([from, events]) => Object.entries(events).map(([event, to]) => `${from} --> ${to}: ${event}`))
  expect(procedures.map(({ from, to, why }) => `${from} --> ${to}: ${why}`).toSorted()).toEqual(built.toSorted())
  const steps = Object.entries(REMEDY_TRANSITIONS).flatMap(([from, events]) => Object.entries(events).map(([event, to]) => `${from} --> ${to}: ${event}`))
  expect(remedies.map(({ from, to, why }) => `${from} --> ${to}: ${why}`).toSorted()).toEqual(steps.toSorted())
  expect(states(remedies)).toEqual([...REMEDIES].toSorted())
  expect(states(procedures)).toEqual([...PROCEDURES].toSorted())
  expect(states(effects)).toEqual([...EFFECTS].toSorted())
})

test('a state that is only drawn is noticed', () => {
  expect(states(arrows('  draft --> elsewhere: sent'))).not.toEqual([...PROCEDURES].toSorted())
})

type Arrow = { from: string; to: string; why: string }

function arrows(text: string): Arrow[] {
  return [...text.matchAll(/^\s*(\w+) --> (\w+): (.*)$/gm)].map(([, from = '', to = '', why = '']) => ({ from, to, why }))
}

function states(drawn: readonly Arrow[]): string[] {
  return [...new Set(drawn.flatMap(({ from, to }) => [from, to]))].toSorted()
}
