import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import { balanceOf, readOpening } from './opening.rules.ts'

const yonas = 'yonas' as MemberId
const known = {
  members: new Map<string, MemberId | 'several'>([
    ['jan jansen', 'several'],
    ['1', yonas],
    ['yonas tesfay', yonas],
  ]),
  municipalities: new Map([['gemeente wilgendam', 'town' as OrganisationId]]),
  grounds: [
    { code: 'pw-plan', from: day('2015-01-01'), until: null },
    { code: 'pw-voorziening', from: day('2015-01-01'), until: null },
    { code: 'later', from: day('2027-01-01'), until: null },
  ],
  usualGround: 'pw-voorziening',
  costKinds: new Map([
    ['reizen', 'travel'],
    ['huur van een ruimte', 'rent'],
  ]),
  today: day('2026-10-02'),
}
const read = (...lines: string[]) =>
  readOpening(
    lines.map((line) => line.split(';')),
    known,
  )

const whole = [
  'soort;lid;wat;nummer;dag;tot en met;bedrag;btw',
  'rekening;;bank;;;;2.450,00;',
  'factuur;1;Bakkerij Jansen;2026-0041;1-9-2026;15-9-2026;121,00;21',
  'pot;Yonas Tesfay;eigen bedrijf;;;;1.200,00;',
  'pot;1;ontwikkeling;;;;300,00;',
  'rekening;;btw te betalen;;;;71,00;',
  'rekening;;eigen vermogen;;;;1.000,00;',
  'volgend nummer;;;42;;;;',
  'kor;;;;;;0,00;',
  'verlies;1;;;;;80,00;',
  'verdeeld;1;ontwikkeling/Stap 2;2026;;;240,00;',
  'toestemming;1;Gemeente Wilgendam;;9-11-2025;8-11-2026;;',
  'vrijlating;1;onder n;4;30-9-2026;;;',
]

describe('the opening position', () => {
  test('is understood line by line and balances', () => {
    const { lines, problems } = read(...whole)
    expect(problems).toEqual([])
    expect(lines).toHaveLength(12)
    expect(balanceOf(lines)).toEqual({ assets: 257_100n, liabilities: 257_100n, difference: 0n })
  })

  test('tells the one cent that is missing', () => {
    const { lines } = read(...whole.map((line) => line.replace('1.000,00', '999,99')))
    expect(balanceOf(lines).difference).toBe(1n)
  })

  test('a consent from paper says ground, day and kinds of costs, and nothing where nothing is written', () => {
    const consent = (more: string) => read(`toestemming;1;Gemeente Wilgendam;uitbetalen mag;9-11-2025;8-11-2026;;${more}`).lines[0]
    expect(consent(';pw-plan;2-10-2026;Reizen, huur van een ruimte')).toMatchObject({
      payOutAllowed: true,
      legalBasis: 'pw-plan',
      decidedOn: '2026-10-02',
      costKinds: ['travel', 'rent'],
    })
    expect(consent('')).toMatchObject({ legalBasis: null, decidedOn: null, costKinds: null })
  })

  test('a pot below zero lowers the right side', () => {
    expect(balanceOf(read('pot;1;eigen bedrijf;;;;-25,00;').lines)).toEqual({ assets: 0n, liabilities: -2_500n, difference: 2_500n })
  })

  test.each([
    ['iets;;;;;;1,00;', 'de soort “iets” kennen we niet'],
    ['rekening;;giro;;;;1,00;', 'de rekening “giro” kennen we niet'],
    ['rekening;1;bank;;;;1,00;', 'geen lid'],
    ['rekening;;kas bij lid;;;;1,00;', 'hoort een lid bij'],
    ['pot;Piet;ontwikkeling;;;;1,00;', 'het lid “Piet” staat niet in het register'],
    ['pot;Jan Jansen;ontwikkeling;;;;1,00;', 'er zijn meer leden die “Jan Jansen” heten'],
    ['pot;;ontwikkeling;;;;1,00;', 'hoort een lid bij'],
    ['pot;1;spaarpot;;;;1,00;', 'de pot “spaarpot” kennen we niet'],
    ['rekening;;bank;;;;1.00.0;', 'het bedrag “1.00.0” klopt niet'],
    ['factuur;1;;2026-1;1-9-2026;;1,00;21', 'de naam van de klant ontbreekt'],
    ['factuur;1;Jansen;;1-9-2026;;1,00;21', 'het nummer “” klopt niet'],
    ['factuur;1;Jansen;2026-1;31-9-2026;;1,00;21', 'de dag “31-9-2026” klopt niet'],
    ['factuur;1;Jansen;2026-1;1-9-2026;;1,00;19', 'het btw-tarief “19” kennen we niet'],
    ['factuur;1;Jansen;2026-1;1-9-2026;;-1,00;21', 'het bedrag'],
    ['volgend nummer;;;0;;;;', 'het nummer “0” klopt niet'],
    ['verlies;1;;;;;0,00;', 'het bedrag “0,00” klopt niet'],
    ['toestemming;1;Gemeente Niks;;1-1-2026;1-2-2026;;', 'de gemeente “Gemeente Niks” kennen we niet'],
    ['toestemming;1;Gemeente Wilgendam;;1-2-2026;1-1-2026;;', 'de laatste dag ligt vóór de eerste'],
    ['toestemming;1;Gemeente Wilgendam;;1-1-2026;1-2-2026;;;iets', 'de grond “iets” kennen we niet'],
    ['toestemming;1;Gemeente Wilgendam;;1-1-2026;1-2-2026;;;later', 'Kies uit: pw-plan, pw-voorziening.'],
    ['toestemming;1;Gemeente Wilgendam;;1-1-2026;1-2-2026;;;;3-10-2026', 'de dag van het besluit “3-10-2026”'],
    ['toestemming;1;Gemeente Wilgendam;;1-1-2026;1-2-2026;;;;ooit', 'de dag van het besluit “ooit”'],
    ['toestemming;1;Gemeente Wilgendam;;1-1-2026;1-2-2026;;;;;reizen, eten', 'de soort kosten “eten” kennen we niet'],
    ['vrijlating;1;onder y;4;30-9-2026;;;', 'de vrijlating “onder y” kennen we niet'],
    ['vrijlating;1;onder n;0;30-9-2026;;;', 'het nummer “0” klopt niet'],
    ['vrijlating;1;onder n;4;;;;', 'de dag “” klopt niet'],
    ['vrijlating;;onder n;4;30-9-2026;;;', 'hoort een lid bij'],
  ])('%s is explained', (line, what) => {
    const { lines, problems } = read(line)
    expect(lines).toEqual([])
    expect(problems[0]?.what).toContain(what)
  })

  test('an invoice, an account or a number that comes twice is told at its second line', () => {
    const { problems } = read('rekening;;bank;;;;1,00;', 'rekening;;bank;;;;1,00;', 'volgend nummer;;;1;;;;', 'volgend nummer;;;2;;;;')
    expect(problems.map(({ line }) => line)).toEqual([2, 4])
  })

  test('empty lines and the heading are passed over, and the line numbers stay those of the file', () => {
    expect(read('soort;lid', ';;;', 'iets;').problems[0]?.line).toBe(3)
  })
})
