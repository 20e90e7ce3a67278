import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum } from '#kit/money.ts'
import { Refusal } from '#kit/refusal.ts'
import { readWholeCamt } from './read.ts'
import { camt, entry } from './sample.ts'

const seeds: readonly string[] = [
  readFileSync(new URL('../../../../test/data/bank/camt053.v2.multi.statement.xml', import.meta.url), 'utf8'),
  camt({
    opening: '100.00',
    closing: '137.50',
    entries: [entry({ amount: '50.00', side: 'CRDT', text: '2026-0012' }), entry({ amount: '12.50', side: 'DBIT', parts: ['10.00', '2.50'] })],
  }),
]

const RUNS = Number(process.env.MUTATIONS ?? 1500)

/** Reads, and proves again by hand what the reader says it proved; null when the file was refused. */
function readOrRefuse(bytes: Uint8Array): boolean {
  try {
    for (const statement of readWholeCamt(bytes).statements) {
      expect(statement.closing - statement.opening).toBe(sum(statement.entries.map((line) => line.cents)))
    }
    return true
  } catch (error) {
    if (error instanceof Refusal && error.sentence.what !== '' && error.sentence.next !== '') return false
    throw error
  }
}

const mutation = fc.record({
  seed: fc.integer({ min: 0, max: seeds.length - 1 }),
  changes: fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.integer({ min: 0, max: 60 }),
      put: fc.oneof(
        fc.constantFrom(
          '',
          '<',
          '>',
          '&',
          '<Stmt>',
          '</Stmt>',
          '<Ntry>',
          '</Ntry>',
          '<Bal>',
          '<Cd>CLBD</Cd>',
          '-1',
          '0',
          '1e9',
          '٣',
          '\ud800',
          '\u0000',
          ']]>',
          '<![CDATA[',
          '<!--',
        ),
        fc.string({ maxLength: 12 }),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
    }),
    { minLength: 1, maxLength: 5 },
  ),
})

test('a damaged file is read with tying balances or refused with a sentence; nothing else ever happens', () => {
  fc.assert(
    fc.property(mutation, ({ seed, changes }) => {
      let text = seeds[seed] ?? ''
      for (const { at, remove, put } of changes) {
        const place = Math.floor(at * text.length)
        text = text.slice(0, place) + put + text.slice(place + remove)
      }
      readOrRefuse(new TextEncoder().encode(text))
    }),
    { numRuns: RUNS },
  )
})

test('changed bytes never crash the reader', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: seeds.length - 1 }),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 }),
      (seed, changes) => {
        const bytes = new TextEncoder().encode(seeds[seed])
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        readOrRefuse(bytes)
      },
    ),
    { numRuns: RUNS },
  )
})

test('lines of any amounts are read exactly when the closing balance is their sum, and refused when it is a cent off', () => {
  const decimals = (cents: number) => `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 20 }), (opening, amounts) => {
      const entries = amounts.map((amount) => entry({ amount: decimals(Math.abs(amount)), side: amount < 0 ? 'DBIT' : 'CRDT' }))
      const closing = amounts.reduce((a, b) => a + b, opening)
      const file = (balance: number) => new TextEncoder().encode(camt({ opening: decimals(opening), closing: decimals(balance), entries }))
      expect(readOrRefuse(file(closing))).toBe(true)
      expect(readOrRefuse(file(closing + 1))).toBe(false)
    }),
    { numRuns: 200 },
  )
})
