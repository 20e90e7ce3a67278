import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '#rooms/agreements'
import { cleaned, plainSteps } from './cleaning.rules.ts'
import { INSTEAD, type KnownName, warningsIn, withoutNames } from './names.rules.ts'

const KNOWN: readonly KnownName[] = [
  { name: 'Coöperatie De Bloesem U.A.', kind: 'cooperative' },
  { name: 'De Bloesem', kind: 'cooperative' },
  { name: 'Samira el Amrani', kind: 'member' },
  { name: 'Atelier Samira', kind: 'member' },
  { name: 'Zoë van den Berg', kind: 'member' },
  { name: 'Willem Prins', kind: 'staff' },
  { name: 'Gemeente Wilgendam', kind: 'municipality' },
  { name: 'Wilgendam', kind: 'municipality' },
  { name: 'NL91ABNA0417164300', kind: 'reach' },
]
const without = (text: string) => withoutNames(text, KNOWN).text

/** The words of a text as somebody reads them who looks for a name. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? []
const holds = (text: string, name: string) => ` ${plain(text).join(' ')} `.includes(` ${plain(name).join(' ')} `)

describe('names', () => {
  test.each([
    ['Coöperatie De Bloesem U.A. betaalt de huur.', 'De coöperatie betaalt de huur.'],
    ['Bij de bloesem gaat het zo.', 'Bij de coöperatie gaat het zo.'],
    ['Bij DE-BLOESEM en debloesem gaat het zo.', 'Bij de coöperatie en de coöperatie gaat het zo.'],
    ['Dat vroeg Samira El-Amrani.', 'Dat vroeg een lid.'],
    ['Samira’s naaimachine is van Zoe.', 'Een lid naaimachine is van een lid.'],
    ['Zoe\u0308 van den Berg rijdt.', 'Een lid rijdt.'],
    ['Willem rekent mee voor de gemeente Wilgendam.', 'Een medewerker rekent mee voor de gemeente.'],
    ['De rekening is NL91 ABNA 0417 1643 00.', 'De rekening is [weggelaten].'],
    ['De rest is van de leden.', 'De rest is van de leden.'],
  ])('%s becomes %s', (text, expected) => {
    expect(without(text)).toBe(expected)
  })

  test('a part of a name that is an ordinary word as well stays without a capital, with a warning', () => {
    expect(without('Op de berg groeit gras.')).toBe('Op de berg groeit gras.')
    expect(warningsIn('Op de berg groeit gras.', KNOWN)).toEqual([{ kind: 'name', words: 'berg' }])
    expect(without('De Berg betaalt.')).toBe('Een lid betaalt.')
  })

  test.each([
    ['Mail naar hulp@iemand.example voor meer.', 'email', 'hulp@iemand.example'],
    ['Bel 06-12345678 na vijf uur.', 'phone', '06-12345678'],
    ['Bel +31 6 1234 5678.', 'phone', '+31 6 1234 5678'],
    ['Maak over op NL20 INGB 0001 2345 67.', 'iban', 'NL20 INGB 0001 2345 67'],
    ['Wij zitten op 1234 AB.', 'postcode', '1234 AB'],
    ['Zie www.ergens.nl/verdeling.', 'website', 'www.ergens.nl/verdeling.'],
    ['Dossier 123456789.', 'number', '123456789'],
  ] as const)('%s is told as %s', (text, kind, words) => {
    expect(warningsIn(text, [])).toEqual([{ kind, words }])
  })

  test('amounts, parts and years are no warning', () => {
    expect(warningsIn('Boven € 1.500,00 gaat 30% naar de scholing, sinds 2024.', [])).toEqual([])
  })

  test('a name of the cooperative never survives, however it is written and whatever stands around it', () => {
    const word = fc
      .stringMatching(/^[A-Za-zéëöüïáç]{3,12}$/)
      .filter((each) => !Object.values(INSTEAD).some((instead) => plain(instead).some((one) => one === plain(each)[0])))
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    const kind = fc.constantFrom('cooperative', 'member', 'staff', 'municipality', 'reach')
    const known = fc.array(fc.record({ name, kind }), { minLength: 1, maxLength: 6 }) as fc.Arbitrary<KnownName[]>
    const written = (each: string) =>
      fc.constantFrom(
        each,
        each.toUpperCase(),
        each.toLowerCase(),
        each.normalize('NFD'),
        each.normalize('NFD').replace(/\p{M}/gu, ''),
        each.replaceAll(' ', '-'),
        each.replaceAll(' ', '\u00a0'),
        each.replaceAll(' ', '.'),
        `${each}s`,
      )
    const around = fc.constantFrom(' ', ', ', '. ', '"', ' (', '\n', ' en ', '!', '/', ' de ', ' gemeente ')
    const story = known.chain((names) =>
      fc.record({
        names: fc.constant(names),
        text: fc
          .array(
            fc.oneof(
              fc.lorem({ maxCount: 4 }),
              fc.constantFrom(...names).chain((each) => written(each.name)),
              fc.string({ maxLength: 6 }),
            ),
            { maxLength: 8 },
          )
          .chain((pieces) =>
            fc.array(around, { minLength: pieces.length, maxLength: pieces.length }).map((gaps) => pieces.map((piece, nr) => piece + gaps[nr]).join('')),
          ),
      }),
    )
    fc.assert(
      fc.property(story, ({ names, text }) => {
        const clean = withoutNames(text, names).text
        for (const each of names) expect(holds(clean, each.name), `${each.name} in ${clean}`).toBe(false)
      }),
      { numRuns: 400 },
    )
  })
})

describe('an agreement as others see it', () => {
  const ARTICLES: readonly Article[] = [
    { kind: 'basis', basis: 'received' },
    { kind: 'costs', costs: ['material', 'kraam-samira'] as never },
    { kind: 'fixed', id: 'bloesem', base: 'result', threshold: null, receiver: 'cooperative', cents: 2500n as never, short: 'lapses' },
    { kind: 'cap', receiver: 'cooperative', step: 'bloesem', per: 'year', cents: 10_000n as never, surplusTo: 'nextStep' },
    { kind: 'exit', lateMoneyTo: 'cooperative', businessTo: 'otherFund', fundOf: 'Coöperatie De Bloesem' },
    { kind: 'free', title: 'De kraam van Samira', text: 'De Bloesem leent de kraam uit. Bel 06-12345678.' },
  ]
  const found = cleaned({ title: 'Zo doet De Bloesem het', why: 'Samira wilde dit.', differently: 'Niets.' }, ARTICLES, KNOWN)

  test('holds no name in a title, a reason, an article, a step or a kind of costs, and says what was taken out', () => {
    expect([found.title, found.why]).toEqual(['Zo doet de coöperatie het', 'Een lid wilde dit.'])
    const said = JSON.stringify(found.articles, (_, value) => (typeof value === 'bigint' ? Number(value) : value))
    for (const { name } of KNOWN) expect(holds(said, name)).toBe(false)
    expect(said.toLowerCase()).not.toMatch(/samira|bloesem/)
    expect(found.removed).toContainEqual({ words: 'Samira', kind: 'member' })
    expect(found.warnings).toEqual([{ kind: 'phone', words: '06-12345678' }])
  })

  test('divides as before: a cap still belongs to its step', () => {
    expect(plainSteps(ARTICLES)[3]).toMatchObject({ step: 'stap-1' })
    expect(plainSteps(ARTICLES)[2]).toMatchObject({ id: 'stap-1' })
  })
})
