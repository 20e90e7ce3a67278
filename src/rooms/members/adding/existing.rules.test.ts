import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import { readExisting, trialEnd, wrongWithDays } from './existing.rules.ts'

const today = day('2026-10-02')
const known = {
  municipalities: new Map([['gemeente wilgendam', 'town' as OrganisationId]]),
  coaches: new Map([['samira', 'coach' as MemberId]]),
  numbers: new Set([7]),
  emails: new Set(['bezet@voorbeeld.nl']),
  today,
  holdsBsn: (words: string) => words.includes('123456782'),
}
const HEADING = 'nummer;naam;e-mail;telefoon;proef vanaf;proef tot en met;lid sinds;uitkering;gemeente;bedrijfsnaam;maakt;begeleider'
const read = (...lines: string[]) =>
  readExisting(
    [HEADING, ...lines].map((line) => line.split(';')),
    known,
  )

describe('the days of a member who was there before', () => {
  const days = (trialFrom: string | null, trialUntil: string | null, memberSince: string | null) => ({
    trialFrom: trialFrom ? day(trialFrom) : null,
    trialUntil: trialUntil ? day(trialUntil) : null,
    memberSince: memberSince ? day(memberSince) : null,
  })

  test.each([
    [null, null, null, 'begin'],
    ['2026-09-01', null, null, 'trialEnd'],
    ['2026-09-01', '2026-08-31', null, 'order'],
    ['2026-09-01', '2026-09-01', null, null],
    [null, '2026-09-01', '2026-09-02', 'order'],
    ['2026-09-02', null, '2026-09-01', 'order'],
    ['2026-09-02', null, '2026-09-02', 'order'],
    ['2026-09-02', null, '2026-09-03', null],
    [null, null, '2026-10-01', null],
    [null, null, '2026-10-02', null],
    [null, null, '2026-10-03', 'future'],
    ['2026-10-03', '2026-12-31', null, 'future'],
  ])('trial from %s until %s, member since %s: %s', (from, until, since, wrong) => {
    expect(wrongWithDays(days(from, until, since), today)).toBe(wrong)
  })

  test('a trial without an end ran until the day before the membership', () => {
    expect(trialEnd(days('2021-02-01', null, '2021-05-01'))).toBe('2021-04-30')
  })
})

describe('a file of members', () => {
  test('is understood line by line, whatever the order of the columns', () => {
    const [first, second] = readExisting(
      [
        ['lid sinds', 'Naam', 'uitkering', 'gemeente'],
        ['1-5-2021', 'Yonas Tesfay', 'Bijstand', 'Gemeente Wilgendam'],
        ['', '', '', ''],
        ['1-6-2021', 'Amira', '', ''],
      ],
      known,
    ).members
    expect(first).toMatchObject({
      firstName: 'Yonas',
      memberSince: '2021-05-01',
      benefit: { source: 'participatiewetOwn', municipality: 'town' },
      number: null,
    })
    expect(second).toMatchObject({ name: 'Amira', benefit: { source: 'unknown', municipality: null } })
  })

  test.each([
    [';;;;;;1-5-2021;;;;;', 'de naam ontbreekt'],
    [';Yonas 123456782;;;;;1-5-2021;;;;;', 'een BSN'],
    [';Yonas;;;;;;;;;;', 'moet ingevuld zijn'],
    [';Yonas;;;;;31-4-2021;;;;;', 'de dag “31-4-2021” klopt niet'],
    [';Yonas;;;;;3-10-2026;;;;;', 'de dag “3-10-2026” ligt in de toekomst'],
    ['7;Yonas;;;;;1-5-2021;;;;;', 'lidnummer 7 is al van een ander lid'],
    ['0;Yonas;;;;;1-5-2021;;;;;', 'het lidnummer “0” klopt niet'],
    ['8;Yonas;;;1-5-2021;1-8-2021;;;;;;', 'het lidnummer “8” klopt niet'],
    [';Yonas;geen adres;;;;1-5-2021;;;;;', 'het e-mailadres “geen adres” klopt niet'],
    [';Yonas;Bezet@voorbeeld.nl;;;;1-5-2021;;;;;', 'is er al een lid'],
    [';Yonas;;;;;1-5-2021;ww;;;;', 'de uitkering “ww” kennen we niet'],
    [';Yonas;;;;;1-5-2021;bijstand;;;;', 'hoort een gemeente'],
    [';Yonas;;;;;1-5-2021;bijstand;Elders;;;', 'de gemeente “Elders” kennen we niet'],
    [';Yonas;;;;;1-5-2021;;;Atelier;;', 'allebei'],
    [';Yonas;;;;;1-5-2021;;;;;Piet', 'de begeleider “Piet” werkt hier niet'],
  ])('%s is explained with its line', (line, what) => {
    const { members, problems } = read(line)
    expect(members).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]?.line).toBe(2)
    expect(problems[0]?.what).toContain(what)
  })

  test('a number or an address that comes twice is told at its second line', () => {
    const { problems } = read('1;A;a@b.nl;;;;1-5-2021;;;;;', '1;B;;;;;1-5-2021;;;;;', '2;C;A@b.nl;;;;1-5-2021;;;;;')
    expect(problems.map(({ line }) => line)).toEqual([3, 4])
  })

  test('a heading that misses the name, or has a column nobody knows, is told at line one', () => {
    expect(readExisting([['nummer'], ['1']], known).problems).toEqual([{ line: 1, what: 'de eerste regel mist de kolom “naam”. Begin met het voorbeeld.' }])
    expect(
      readExisting(
        [
          ['naam', 'bsn'],
          ['A', '1'],
        ],
        known,
      ).problems[0]?.what,
    ).toContain('de kolom “bsn” kennen we niet')
  })
})
