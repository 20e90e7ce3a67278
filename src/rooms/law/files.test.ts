import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FileError } from '#kit/reading.ts'
import { Refusal } from '#kit/refusal.ts'
import { previewFile, termFile } from './index.ts'

const docs = new URL('../../../docs/', import.meta.url)
const read = (path: string) => JSON.parse(readFileSync(new URL(path, docs), 'utf8'))
const fits = (schema: string, value: unknown) => z.fromJSONSchema(read(schema)).safeParse(value).error?.issues ?? []
const examplesIn = (folder: string) => readdirSync(new URL(folder, docs)).filter((name) => /^\d.*(?<!answer)\.json$/.test(name))

describe.each([
  ['preview/', 'preview.schema.json', previewFile],
  ['term/', 'term.schema.json', termFile],
])('the worked examples of docs/%s', (folder, schema, answer) => {
  test('are at least five, and fit their schemas', () => {
    const names = examplesIn(folder)
    expect(names.length).toBeGreaterThanOrEqual(5)
    for (const name of names) {
      expect([name, fits(folder + schema, read(folder + name))]).toEqual([name, []])
      expect([name, fits(`${folder}answer.schema.json`, read(folder + name.replace('.json', '.answer.json')))]).toEqual([name, []])
    }
  })
  test.each(examplesIn(folder))('%s', (name) => {
    expect(JSON.parse(JSON.stringify(answer(read(folder + name))))).toEqual(read(folder + name.replace('.json', '.answer.json')))
  })
})

describe('a file that is not right is refused with its place', () => {
  const situation = { household: 'single', foundHelpful: true }
  test.each([
    ['something unknown', { situation, payOuts: [], salary: 1 }, 'preview.salary: unknown here'],
    ['half a cent', { situation, payOuts: [{ month: '2026-08', cents: 1.5 }] }, 'expected whole cents'],
    ['a month that is none', { situation, payOuts: [{ month: '2026-13', cents: 1 }] }, 'preview.payOuts[0].month'],
    ['less than nothing', { situation, payOuts: [{ month: '2026-08', cents: -1 }] }, 'no less than zero'],
    [
      'parts that do not come to the whole',
      { situation, payOuts: [{ month: '2026-08', cents: 10, earnedIn: [{ month: '2026-07', cents: 9 }] }] },
      'comes to 9 cents',
    ],
    [
      'earned after it was paid',
      { situation, payOuts: [{ month: '2026-08', cents: 10, earnedIn: [{ month: '2026-09', cents: 10 }] }] },
      'after the month of payment',
    ],
    ['no situation', { payOuts: [] }, '"situation" is missing'],
  ])('preview: %s', (_, file, place) => {
    expect(() => previewFile(file)).toThrow(FileError)
    expect(() => previewFile(file)).toThrow(place)
  })

  test.each([
    ['an event that is none', { on: '2026-08-01', events: [{ kind: 'danced', on: '2026-07-01' }] }, 'term.events[0].kind'],
    ['a day that does not exist', { on: '2026-02-29', events: [] }, 'expected a day'],
    ['a delay that ends before it was told', { on: '2026-08-01', events: [{ kind: 'delayTold', on: '2026-07-01', until: '2026-06-01' }] }, 'is before'],
  ])('term: %s', (_, file, place) => {
    expect(() => termFile(file)).toThrow(place)
  })

  test('a month without a norm is refused in a sentence, and taken when the file gives the row with its source', () => {
    const file = { situation, payOuts: [{ month: '2027-02', cents: 10_000 }] }
    expect(() => previewFile(file)).toThrow(Refusal)
    const amounts = [{ code: 'normSingle', value: 145_000, from: '2027-01-01', until: '2027-06-30', source: 'invented for this test' }]
    expect(previewFile({ ...file, amounts }).months[0]).toMatchObject({ norm: 145_000, exempt: 1_500, benefit: 136_500 })
  })
})
