import { describe, expect, test } from 'vitest'
import { readAnswers } from './answers.rules.ts'
import { MODELS, modelCalled } from './models.rules.ts'
import {
  type Answers,
  type Asked,
  changesBetween,
  consequencesOf,
  fillModel,
  type Model,
  newestVersion,
  partsOf,
  provision,
  provisionsAt,
  questionsOf,
} from './papers.rules.ts'
import { allQuestions, type QuestionKey } from './questions.nl.ts'

const asked: readonly Asked[] = allQuestions.map(({ key, kind, options = [] }) => ({ key, options, isDay: kind === 'day' }))
const known = new Set<string>(allQuestions.map(({ key }) => key))

/** Some answer to every question; each choice by the number of its turn. */
function answered(turn: number): Answers {
  const words = { text: 'Coöperatie Zon', prose: 'naaien en koken', number: '3', email: 'vraag@zon.example', day: '2026-12-01', amount: '500' }
  return Object.fromEntries(
    allQuestions.map(({ key, kind, options }) => [key, options ? options[turn % options.length]?.value : kind === 'choice' ? '' : words[kind]]),
  ) as Answers
}

const versionsOf = (model: Model) => Array.from({ length: newestVersion(model) }, (_, at) => at + 1)
const everyVersion = MODELS.flatMap((model) => versionsOf(model).map((version) => [model.code, version] as const))
const found = (code: string) => modelCalled(code) as Model

describe('every version of every model', () => {
  test.each(everyVersion)('%s version %i asks only what is a question, under answers that exist', (code, version) => {
    for (const each of provisionsAt(found(code), version)) {
      for (const [, key = ''] of each.text.matchAll(/\{(\w+)\}/g)) expect(known.has(key) || key === 'volledigeNaam', `${each.key}: ${key}`).toBe(true)
      for (const [key, wanted] of Object.entries(each.when)) {
        const values = allQuestions.find((question) => question.key === key)?.options?.map(({ value }) => value) ?? []
        expect(values, `${each.key}: ${key}`).toEqual(expect.arrayContaining([wanted].flat()))
      }
    }
  })

  test.each(everyVersion)('%s version %i has each provision once, with its reason, and is filled whichever way choices fall', (code, version) => {
    for (const turn of [0, 1, 2, 3]) {
      const filling = fillModel(found(code), version, answered(turn), asked)
      if (filling.kind === 'missing') throw new Error(filling.questions.join())
      const keys = filling.provisions.map(({ key }) => key)
      expect(keys).toEqual([...new Set(keys)])
      expect(filling.provisions.length).toBeGreaterThan(2)
      for (const { text, why, law } of filling.provisions) {
        expect(text).not.toMatch(/[{}]|undefined/)
        expect(text.trim()).not.toBe('')
        expect(why.length).toBeGreaterThan(10)
        expect(law).not.toBe('')
      }
    }
  })

  test.each(everyVersion)('%s version %i without an answer names that question and makes no paper', (code, version) => {
    const all = answered(0)
    for (const key of questionsOf(found(code), version)) {
      const { [key]: _, ...without } = all
      const filling = fillModel(found(code), version, without, asked)
      // A place in a provision that falls away needs no answer.
      if (filling.kind === 'missing') expect(filling.questions).toEqual([key])
      else expect(filling.provisions.length).toBeLessThan(provisionsAt(found(code), version).length)
    }
    expect(fillModel(found(code), version, {}, asked).kind).toBe(questionsOf(found(code), version).length > 0 ? 'missing' : 'filled')
  })

  test('says why each version after the first came', () => {
    for (const model of MODELS) expect(model.versions.map(({ version }) => version)).toEqual(versionsOf(model).slice(1))
  })
})

describe('a choice', () => {
  const statutes = found('statuten')
  const headings = (answers: Partial<Record<QuestionKey, string>>) => {
    const filling = fillModel(statutes, 1, { ...answered(0), ...answers }, asked)
    return filling.kind === 'filled' ? filling.provisions : []
  }

  test('of liability ends the name in its letters and changes the article (BW 2:54–56, 61)', () => {
    const texts = (value: string) => headings({ aansprakelijk: value }).map(({ text }) => text)
    expect(texts('ua')[0]).toBe('De coöperatie heet: Coöperatie Zon U.A.')
    expect(texts('ua').join()).toContain('hoeven niet bij te dragen')
    expect(texts('ua').join()).not.toContain('handelsregister, en elk jaar')
    expect(texts('ba').join()).toContain('ten hoogste € 500')
    expect(texts('ba').join()).toContain('legt een lijst van de leden neer')
    expect(texts('wa').join()).toContain('volgens de wet')
  })

  test('tells which provisions come of it', () => {
    const come = consequencesOf(MODELS, new Map(), 'pot', 'uitbetaling')
    expect(come).toEqual(['Vertrekovereenkomst: Het budget'])
    expect(consequencesOf(MODELS, new Map(), 'aansprakelijk', 'ba')).toEqual(['Statuten: Aansprakelijkheid', 'Statuten: Aanmelden op schrift'])
  })
})

describe('a number of months', () => {
  test('is written as people say it, one or more', () => {
    const model: Model = {
      ...{ code: 'x', title: 'X', about: '', check: '', versions: [] },
      provisions: [provision('a', 'A', 'Het duurt {proef} maanden.', 'omdat')],
    }
    const said = (proef: string) => fillModel(model, 1, { proef }, asked)
    expect(said('1')).toMatchObject({ provisions: [{ text: 'Het duurt 1 maand.' }] })
    expect(said('3')).toMatchObject({ provisions: [{ text: 'Het duurt 3 maanden.' }] })
  })

  test('is nowhere left open in a model', () => {
    for (const model of MODELS) for (const { text } of model.provisions) expect(text).not.toContain('maand of maanden')
  })
})

test('two versions beside each other show what was reworded, added and dropped', () => {
  const base = { code: 'x', title: 'X', about: '', check: '', versions: [{ version: 2, why: 'beter' }] }
  const model: Model = {
    ...base,
    provisions: [
      provision('a', 'A', 'Hetzelfde.', 'omdat'),
      provision('b', 'B', 'Oud.', 'omdat', null, { until: 2 }),
      provision('b', 'B', 'Nieuw.', 'omdat', null, { since: 2 }),
      provision('c', 'C', 'Erbij.', 'omdat', null, { since: 2 }),
      provision('d', 'D', 'Weg.', 'omdat', null, { until: 2 }),
    ],
  }
  expect(changesBetween(model, 1, 2)).toEqual([
    { heading: 'B', before: 'Oud.', after: 'Nieuw.' },
    { heading: 'C', before: null, after: 'Erbij.' },
    { heading: 'D', before: 'Weg.', after: null },
  ])
  expect(changesBetween(model, 2, 2)).toEqual([])
})

test('text parts into paragraphs and lists', () => {
  expect(partsOf('Eerst.\n- een\n- twee\n\nDan.')).toEqual([
    { kind: 'text', text: 'Eerst.' },
    { kind: 'list', items: ['een', 'twee'] },
    { kind: 'text', text: 'Dan.' },
  ])
})

describe('an answer', () => {
  const read = (key: QuestionKey, words: string) => readAnswers(allQuestions, { [key]: words })
  test.each([
    ['naam', 'Coöperatie Zon U.A.', 'Coöperatie Zon'],
    ['naam', 'Zon coöperatief', 'Zon coöperatief'],
    ['bestuurders', '3', '3'],
    ['bestuurders', '9', '9'],
    ['grens', '€ 1.500,00', '1.500,00'],
    ['grens', '1500', '1500'],
    ['pot', 'blijft', 'blijft'],
  ] as const)('to %s may be %s', (key, typed, kept) => expect(read(key, typed).answers).toEqual([[key, kept]]))

  test.each([
    ['naam', 'Stichting Zon', 'noCooperative'],
    ['bestuurders', '2', 'number'],
    ['bestuurders', '10', 'number'],
    ['grens', 'veel', 'amount'],
    ['pot', 'anders', 'choice'],
    ['dag', 'morgen', 'day'],
    ['privacymail', 'vraag maar', 'email'],
  ] as const)('to %s is never %s', (key, typed, why) => expect(read(key, typed).wrong.map((each) => each.why)).toEqual([why]))

  test('that is empty is none', () => expect(read('naam', '  ')).toEqual({ answers: [], wrong: [] }))
})
