import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { euro } from '#kit/money.ts'
import { Refusal } from '#kit/refusal.ts'
import { LIMITS, readWholeCamt } from './read.ts'
import { camt, entry } from './sample.ts'

const ours = fileURLToPath(new URL('../../../../test/data/bank/', import.meta.url))
const standards = fileURLToPath(new URL('../../../../../shared/standards/bank/camt-samples/', import.meta.url))

/** What becomes of every sample of CAMT.053 that we know. */
const SAMPLES: Readonly<Record<string, string>> = {
  'camt053.v2.five.decimals.xml': 'Regel 25: het saldo klopt niet. Begin € 18,15, bij en af samen € 8,85, eind € 27,05. Het verschil is € 0,05.',
  'camt053.v2.minimal.ultimate.xml': 'Regel 54: hier staat een bedrag in SEK. Opbloei boekt alleen euro.',
  'camt053.v2.minimal.xml': 'Regel 54: hier staat een bedrag in SEK. Opbloei boekt alleen euro.',
  'camt053.v2.multi.statement.xml': '2 afschriften: 253EURNL26VAYB8060476890 1 regel € 18,15 → € 27,00; 254EURNL26VAYB8060476890 1 regel € 27,00 → € 20,00',
  'camt053.v2.with-party-ids.xml': 'Regel 54: hier staat een bedrag in SEK. Opbloei boekt alleen euro.',
  'camt053.v2.wrong.xml': 'Regel 10: er staat geen afschrift in dit bestand.',
  'camt053.v3.xml': 'Regel 74: hier staat een bedrag in SEK. Opbloei boekt alleen euro.',
  'camt053.v8.xml': 'Regel 74: hier staat een bedrag in SEK. Opbloei boekt alleen euro.',
}

function outcome(bytes: Uint8Array): string {
  try {
    const { statements } = readWholeCamt(bytes)
    const each = statements.map((s) => `${s.id} ${s.entries.length} ${s.entries.length === 1 ? 'regel' : 'regels'} ${euro(s.opening)} → ${euro(s.closing)}`)
    return `${statements.length} ${statements.length === 1 ? 'afschrift' : 'afschriften'}: ${each.join('; ')}`.replaceAll('\u00a0', ' ')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.sentence.what.replaceAll('\u00a0', ' ')
  }
}

const read = (xml: string) => readWholeCamt(new TextEncoder().encode(xml))
const refusal = (xml: string | Uint8Array) => outcome(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml)

describe('every sample of CAMT.053 is read, or refused with its line and reason', () => {
  const samples = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.xml'))

  test.each(Object.entries(SAMPLES))('%s', (name, expected) => expect(outcome(readFileSync(`${ours}${name}`))).toBe(expected))

  test('no sample is left out of the table', () => expect(samples(ours).sort()).toEqual(Object.keys(SAMPLES).sort()))

  // The copies are the proof; where the folder they came from is at hand, it holds nothing else and nothing newer.
  if (existsSync(standards))
    test('the samples are those of the standards, byte for byte', () => {
      expect(samples(standards).sort()).toEqual(Object.keys(SAMPLES).sort())
      for (const name of samples(standards)) expect(readFileSync(`${standards}${name}`).equals(readFileSync(`${ours}${name}`)), name).toBe(true)
    })
})

describe('a statement', () => {
  test('is read to the cent with its lines and their details', () => {
    const { statements, version } = read(
      camt({
        opening: '100.00',
        closing: '232.50',
        entries: [entry({ amount: '145.2', side: 'CRDT', name: 'Buurthuis De Linde', text: 'fact 2026-0147' }), entry({ amount: '12.70', side: 'DBIT' })],
      }),
    )
    expect(version).toBe('08')
    const [first, second] = statements[0]?.entries ?? []
    expect(first).toMatchObject({ position: 1, cents: 14520n, bookedOn: '2026-10-30', batch: false })
    expect(first?.details[0]).toMatchObject({ name: 'Buurthuis De Linde', iban: 'NL91ABNA0417164300', text: 'fact 2026-0147', references: ['E2E-1'] })
    expect(second).toMatchObject({ position: 2, cents: -1270n })
    expect(statements[0]).toMatchObject({ account: 'NL44RABO0123456789', opening: 10000n, closing: 23250n, closedOn: '2026-10-31' })
  })

  test('that is one cent off is refused with all amounts', () => {
    expect(refusal(camt({ opening: '100.00', closing: '145.21', entries: [entry({ amount: '45.20', side: 'CRDT' })] }))).toMatch(
      /^Regel \d+: het saldo klopt niet. Begin € 100,00, bij en af samen € 45,20, eind € 145,21. Het verschil is € 0,01.$/,
    )
  })

  test('may go below zero', () => {
    const xml = camt({ opening: '10.00', closing: '-5.00', entries: [entry({ amount: '15.00', side: 'DBIT' })] })
    expect(read(xml).statements[0]?.closing).toBe(-500n)
  })

  test('that stands in the file twice counts once, with a notice', () => {
    const once = camt({ opening: '0.00', closing: '5.00', entries: [entry({ amount: '5.00', side: 'CRDT' })] })
    const statement = /<Stmt>.*<\/Stmt>/s.exec(once)?.[0] ?? ''
    const twice = read(once.replace('</Stmt>', `</Stmt>${statement}`))
    expect(twice.statements).toHaveLength(1)
    expect(twice.statements[0]?.entries).toHaveLength(1)
    expect(twice.notices).toMatchObject([{ kind: 'statementTwice', statement: 'A-1' }])
    const other = statement.replaceAll('>5.00<', '>6.00<')
    expect(refusal(once.replace('</Stmt>', `</Stmt>${other}`))).toContain('staat er twee keer in, met een andere inhoud')
  })

  test('with a batch has one line, with the payments under it', () => {
    const batch = entry({ amount: '30.00', side: 'CRDT', parts: ['10.00', '20.00'] })
    const [line] = read(camt({ opening: '0.00', closing: '30.00', entries: [batch] })).statements[0]?.entries ?? []
    expect(line).toMatchObject({ cents: 3000n, batch: true })
    expect(line?.details.map((detail) => detail.cents)).toEqual([1000n, 2000n])
  })

  test('counts only lines that the bank has booked', () => {
    const xml = camt({
      opening: '0.00',
      closing: '5.00',
      entries: [entry({ amount: '5.00', side: 'CRDT' }), entry({ amount: '9.00', side: 'CRDT', status: 'PDNG' })],
    })
    expect(read(xml).statements[0]?.entries).toHaveLength(1)
    expect(read(xml).notices).toMatchObject([{ kind: 'notBooked', count: 1 }])
  })

  test('takes the value day where the booking day is missing, and refuses a line without any day', () => {
    const line = entry({ amount: '5.00', side: 'CRDT' })
    const withoutBooking = line.replace(/<BookgDt>.*<\/BookgDt>/, '')
    expect(read(camt({ opening: '0.00', closing: '5.00', entries: [withoutBooking] })).statements[0]?.entries[0]?.bookedOn).toBe('2026-10-31')
    const withoutAny = withoutBooking.replace(/<ValDt>.*<\/ValDt>/, '')
    expect(refusal(camt({ opening: '0.00', closing: '5.00', entries: [withoutAny] }))).toMatch(/^Regel \d+: de regel van € 5,00 heeft geen datum.$/)
  })

  test('has exact decimals: zeros after the cents are fine, parts of a cent are not', () => {
    expect(read(camt({ opening: '0', closing: '.5', entries: [entry({ amount: '0.50000', side: 'CRDT' })] })).statements[0]?.closing).toBe(50n)
    expect(refusal(camt({ opening: '0', closing: '1', entries: [entry({ amount: '0.505', side: 'CRDT' })] }))).toContain('0.505 is geen heel aantal centen')
  })

  test('is the day of Amsterdam where the bank wrote a moment', () => {
    const line = entry({ amount: '5.00', side: 'CRDT' }).replace(/<BookgDt>.*<\/BookgDt>/, '<BookgDt><DtTm>2026-10-30T23:30:00Z</DtTm></BookgDt>')
    expect(read(camt({ opening: '0.00', closing: '5.00', entries: [line] })).statements[0]?.entries[0]?.bookedOn).toBe('2026-10-31')
  })

  test('is the same in every encoding', () => {
    const xml = camt({ opening: '0.00', closing: '5.00', entries: [entry({ amount: '5.00', side: 'CRDT', name: 'Zoë Ünlü' })] })
    const named = (encoding: string) => xml.replace('UTF-8', encoding)
    const latin = Buffer.from(named('windows-1252'), 'latin1')
    const sixteen = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(named('UTF-16'), 'utf16le')])
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(xml)])
    for (const bytes of [latin, sixteen, marked]) expect(readWholeCamt(bytes).statements[0]?.entries[0]?.details[0]?.name).toBe('Zoë Ünlü')
    expect(refusal(Buffer.from(xml, 'latin1'))).toContain('niet bij zijn codering (utf-8)')
    expect(refusal(named('klingon'))).toBe('De codering "klingon" van dit bestand is onbekend.')
  })

  test('may have a prefix before every name', () => {
    const xml = camt({ opening: '0.00', closing: '5.00', entries: [entry({ amount: '5.00', side: 'CRDT' })] })
    const prefixed = xml.replace(/<(\/?)(\w)/g, '<$1n:$2').replace('xmlns=', 'xmlns:n=')
    expect(read(prefixed.replace('<n:?xml', '<?xml')).statements[0]?.closing).toBe(500n)
  })
})

describe('what is no statement is refused with a sentence', () => {
  const good = camt({ opening: '0.00', closing: '5.00', entries: [entry({ amount: '5.00', side: 'CRDT' })] })
  const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['nothing', '', 'Dit bestand is leeg.'],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, ...new Array(300).fill(0)]), 'Dit is een zip-bestand.'],
    ['MT940', ':20:940A26\n:25:NL44RABO0123456789', 'Dit is een afschrift in het oude formaat MT940.'],
    ['a csv', 'datum;bedrag\n2026-10-01;12,00', 'Dit is geen bankafschrift in xml.'],
    ['a web page', '<!doctype html><html></html>', 'Regel 1: hier is het bestand beschadigd of afgebroken.'],
    ['another message', good.replace('camt.053.001.08', 'camt.054.001.08'), 'Regel 2: dit bestand is van het soort camt.054 en geen dagafschrift (CAMT.053).'],
    ['another version', good.replace('camt.053.001.08', 'camt.053.001.06'), 'Regel 2: dit is CAMT.053 versie 06. Opbloei leest versie 02, 03 en 08.'],
    ['half a file', good.slice(0, good.length - 200), 'hier is het bestand beschadigd of afgebroken.'],
    ['an entity bomb', `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${good.slice(39)}`, 'het bestand heeft een DOCTYPE'],
    ['an unknown entity', good.replace('A-1', '&boom;'), 'hier is het bestand beschadigd of afgebroken.'],
    ['a text without end', good.replace('A-1', 'A'.repeat(2_000_000)), 'hier staat een tekst die veel te lang is.'],
    ['a name without end', good.replace('<Id>A-1', `<${'A'.repeat(2_000_000)}`), 'hier staat een tekst die veel te lang is.'],
    ['a hundred layers', good.replace('<Id>A-1', `${'<x>'.repeat(100)}`), 'er zitten meer dan 40 lagen in elkaar'],
    ['a million digits', good.replace('>5.00<', `>${'9'.repeat(1_000_000)}<`), 'hier staat een tekst die veel te lang is.'],
    ['dollars', good.replaceAll('Ccy="EUR"', 'Ccy="USD"'), 'hier staat een bedrag in USD'],
    ['an account in dollars', good.replace('<Ccy>EUR', '<Ccy>USD'), 'rekening NL44RABO0123456789 is in USD'],
    [
      'an amount twice',
      good.replace(
        '<Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>',
        '<Amt Ccy="EUR">5.00</Amt><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>',
      ),
      'een gegeven staat er twee keer',
    ],
    ['no side', good.replaceAll('<CdtDbtInd>CRDT</CdtDbtInd>', ''), 'er staat niet bij of het geld erbij komt'],
    ['no balance', good.replace(/<Bal>.*?<\/Bal>/s, ''), 'geen beginsaldo'],
    ['a day that is none', good.replaceAll('2026-10-30', '2026-02-30'), '"2026-02-30" is geen datum'],
  ]
  test.each(cases)('%s', (_, file, sentence) => expect(refusal(file)).toContain(sentence))

  test('a file above the limit', () => {
    expect(() => readWholeCamt(new TextEncoder().encode(good), { ...LIMITS, bytes: 1024 })).toThrow('groter dan 0 MB')
  })
})
