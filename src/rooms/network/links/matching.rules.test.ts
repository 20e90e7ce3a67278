import { describe, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { ACROSS_WEIGHTS, match, ranked, soughtBy, USUAL_WEIGHTS } from './matching.rules.ts'
import { BANDS, LEVELS, PHASES, type Profile, TOPICS, WAYS } from './profile.rules.ts'

const town = (facts: Partial<Profile> = {}): Profile => ({
  kind: 'municipality',
  phase: 'active',
  since: month('2025-01'),
  band: 'to19',
  knows: {},
  seeks: [],
  wentWrong: '',
  helps: ['call'],
  shownTo: 'peers',
  ...facts,
})
const soco = (facts: Partial<Profile> = {}): Profile => town({ kind: 'cooperative', ...facts })
const began = (year: number) => ({ since: month(`${year}-01`) })

/** Judged by hand: would somebody who knows both say that a talk is well worth it, perhaps, or hardly? */
const JUDGED: readonly (readonly [string, Profile, Profile, number | null, 'well' | 'perhaps' | 'hardly'])[] = [
  [
    'same size, three years further, knows exit, around the corner',
    town({ seeks: ['exit'] }),
    town({ ...began(2022), knows: { exit: 'well' }, helps: ['call', 'visit'] }),
    20,
    'well',
  ],
  ['the same without a word of exit', town({ seeks: ['exit'] }), town({ ...began(2022), helps: ['call', 'visit'] }), 20, 'perhaps'],
  [
    'knows exit, but began a year later and is far and large',
    town({ seeks: ['exit'] }),
    town({ ...began(2026), knows: { exit: 'well' }, band: 'more' }),
    190,
    'perhaps',
  ],
  ['knows nothing that is asked, as young, far', town({ seeks: ['debts', 'split'] }), town({ ...began(2025) }), 150, 'hardly'],
  [
    'an idea, wants to know how to begin, and meets who has run for years',
    town({ phase: 'idea', since: null, band: 'none', seeks: ['beginning', 'council'] }),
    town({ ...began(2019), knows: { beginning: 'well', council: 'well' }, helps: ['call', 'presentation'] }),
    60,
    'well',
  ],
  [
    'an idea that meets another idea',
    town({ phase: 'idea', since: null, band: 'none', seeks: ['beginning'] }),
    town({ phase: 'idea', since: null, band: 'none', helps: ['call'] }),
    15,
    'hardly',
  ],
  [
    'an idea that meets an idea which read much',
    town({ phase: 'idea', since: null, band: 'none', seeks: ['beginning'] }),
    town({ phase: 'idea', since: null, band: 'none', knows: { beginning: 'some' }, helps: ['call', 'papers'] }),
    15,
    'perhaps',
  ],
  [
    'three questions, one of them known well',
    town({ seeks: ['debts', 'newcomers', 'vat'] }),
    town({ ...began(2021), knows: { debts: 'well' } }),
    null,
    'perhaps',
  ],
  [
    'three questions, all known well',
    town({ seeks: ['debts', 'newcomers', 'vat'] }),
    town({ ...began(2021), knows: { debts: 'well', newcomers: 'well', vat: 'well' } }),
    null,
    'well',
  ],
  [
    'three questions, all known a bit',
    town({ seeks: ['debts', 'newcomers', 'vat'] }),
    town({ ...began(2021), knows: { debts: 'some', newcomers: 'some', vat: 'some' } }),
    null,
    'perhaps',
  ],
  ['no question at all, alike and near', town(), town({ ...began(2022), helps: ['call', 'visit'] }), 10, 'perhaps'],
  ['no question at all, unlike and far', town({ band: 'to4' }), town({ band: 'more' }), 200, 'hardly'],
  [
    'treasurer is gone: a cooperative that solved it, same size',
    soco({ seeks: ['treasurer'] }),
    soco({ ...began(2023), knows: { treasurer: 'well' } }),
    45,
    'well',
  ],
  [
    'treasurer is gone: only a large one far away knows',
    soco({ seeks: ['treasurer'], band: 'to9' }),
    soco({ ...began(2016), knows: { treasurer: 'well' }, band: 'more' }),
    180,
    'well',
  ],
  ['VAT: the neighbour knows a bit', soco({ seeks: ['vat'] }), soco({ ...began(2023), knows: { vat: 'some' } }), 5, 'well'],
  [
    'VAT: a far one, as young, knows a bit',
    soco({ seeks: ['vat'], band: 'to4' }),
    soco({ ...began(2025), knows: { vat: 'some' }, band: 'to49' }),
    160,
    'hardly',
  ],
  [
    'who stopped tells why: asked about leaving well',
    soco({ seeks: ['exit', 'bank'] }),
    soco({ phase: 'stopped', ...began(2020), knows: { exit: 'well', bank: 'well' } }),
    80,
    'well',
  ],
  ['who stopped and knows nothing of it', soco({ seeks: ['customers'] }), soco({ phase: 'stopped', ...began(2024), band: 'none' }), 90, 'hardly'],
  [
    'starting this year, meets who began last year, same questions behind them',
    soco({ phase: 'starting', ...began(2026), band: 'to4', seeks: ['articles', 'bank'] }),
    soco({ ...began(2025), band: 'to9', knows: { articles: 'well', bank: 'some' } }),
    35,
    'well',
  ],
  [
    'starting this year, meets who also starts',
    soco({ phase: 'starting', ...began(2026), band: 'to4', seeks: ['articles', 'bank'] }),
    soco({ phase: 'starting', ...began(2026), band: 'to4' }),
    25,
    'hardly',
  ],
  [
    'a long time ago it was another world, though it is known',
    town({ ...began(2026), seeks: ['split'] }),
    town({ ...began(2012), knows: { split: 'well' } }),
    120,
    'well',
  ],
  [
    'further by two months is not further',
    town({ ...began(2026), seeks: ['consent'] }),
    town({ since: month('2025-11'), knows: { consent: 'some' }, band: 'more' }),
    null,
    'hardly',
  ],
]

/** The same between a municipality and a cooperative, who may come to work together. */
const ACROSS: typeof JUDGED = [
  [
    'a cooperative that wants a first talk with a municipality meets a near one that gives consents for years',
    soco({ phase: 'starting', ...began(2026), band: 'to4', seeks: ['consent', 'council'] }),
    town({ ...began(2021), knows: { consent: 'well', council: 'well' }, helps: ['call', 'presentation'] }),
    12,
    'well',
  ],
  [
    'the same municipality at the other end of the country still knows it',
    soco({ phase: 'starting', ...began(2026), band: 'to4', seeks: ['consent', 'council'] }),
    town({ ...began(2021), knows: { consent: 'well', council: 'well' }, helps: ['call', 'presentation'] }),
    190,
    'well',
  ],
  [
    'a municipality with an idea, and a cooperative around the corner that runs and says how finding people goes',
    town({ phase: 'idea', since: null, band: 'none', seeks: ['finding', 'coaching'] }),
    soco({ ...began(2022), knows: { finding: 'well', coaching: 'some' }, helps: ['call', 'visit'] }),
    8,
    'well',
  ],
  [
    'a municipality that seeks nothing, and a cooperative around the corner: worth a cup of coffee',
    town({ seeks: [] }),
    soco({ ...began(2022), helps: ['call', 'visit'] }),
    6,
    'perhaps',
  ],
  ['both just as young, no question, far apart', town({ seeks: [] }), soco({ band: 'to4' }), 140, 'hardly'],
  [
    'debts are sought, and the near cooperative of the same size knows nothing of them',
    town({ seeks: ['debts', 'exit'] }),
    soco({ ...began(2025), knows: { vat: 'well' } }),
    10,
    'hardly',
  ],
  [
    'a cooperative asks about debts, and a municipality an hour away knows a bit',
    soco({ seeks: ['debts'] }),
    town({ ...began(2023), knows: { debts: 'some' }, helps: ['call', 'papers'] }),
    55,
    'well',
  ],
]

/** Two of one function: what counts is what that function seeks. */
const FUNCTIONS: readonly (readonly [string, string, Profile, Profile, number | null, 'well' | 'perhaps' | 'hardly'])[] = [
  [
    'a treasurer seeks VAT, the board besides asks for customers; the other treasurer knows VAT',
    'treasurer',
    soco({ seeks: ['vat', 'customers', 'council'] }),
    soco({ ...began(2022), knows: { vat: 'well' } }),
    60,
    'well',
  ],
  [
    'the same for the board: a third of what it asks',
    'board',
    soco({ seeks: ['vat', 'customers', 'council'] }),
    soco({ ...began(2022), knows: { vat: 'well' } }),
    60,
    'perhaps',
  ],
  [
    'a coach seeks newcomers; a cooperative that knows the bank well is no help to a coach',
    'coach',
    soco({ seeks: ['newcomers', 'bank'] }),
    soco({ ...began(2025), knows: { bank: 'well' }, band: 'to49' }),
    120,
    'hardly',
  ],
  [
    'a coach where nothing of coaching is sought asks what the cooperative asks',
    'coach',
    soco({ seeks: ['bank'] }),
    soco({ ...began(2023), knows: { bank: 'well' } }),
    40,
    'well',
  ],
]

const verdictOf = (points: number) => (points >= 60 ? 'well' : points >= 35 ? 'perhaps' : 'hardly')

describe('who fits whom', () => {
  test.each(JUDGED)('%s', (_, own, other, km, judged) => {
    const found = match(own, other, km)
    expect({ points: found?.points, says: verdictOf(found?.points ?? -1) }).toMatchObject({ says: judged })
  })

  test.each(ACROSS)('%s', (_, own, other, km, judged) => {
    const found = match(own, other, km)
    expect({ points: found?.points, says: verdictOf(found?.points ?? -1) }).toMatchObject({ says: judged })
    expect(found?.reasons.map(({ kind }) => kind)).not.toContain('size')
  })

  test.each(FUNCTIONS)('%s', (_, role, own, other, km, judged) => {
    const found = match(soughtBy(own, role), other, km)
    expect({ points: found?.points, says: verdictOf(found?.points ?? -1) }).toMatchObject({ says: judged })
  })

  test('says every reason with its fact', () => {
    const found = match(town({ seeks: ['exit', 'vat'] }), town({ ...began(2022), knows: { exit: 'well', vat: 'some' }, helps: ['call', 'visit'] }), 39.6)
    expect(found?.reasons).toEqual([
      { kind: 'knows', well: ['exit'], some: ['vat'] },
      { kind: 'ahead', years: 3 },
      { kind: 'size', exact: true },
      { kind: 'near', km: 40 },
      { kind: 'helps', ways: ['call', 'visit'] },
    ])
  })

  test('finds nobody where there is nothing to ask: one that does not want to help', () => {
    expect(match(town({ seeks: ['exit'] }), soco({ knows: { exit: 'well' }, helps: [] }), 1)).toBe(null)
    expect(match(town({ seeks: ['exit'] }), town({ knows: { exit: 'well' }, helps: [] }), 1)).toBe(null)
  })

  test('the best stands first, and the same points go by name', () => {
    const at = (name: string, points: number) => ({ name, match: { points, reasons: [] } })
    expect(ranked([at('Zeldam', 40), at('Aalbeek', 40), at('Meerdorp', 70)]).map(({ name }) => name)).toEqual(['Meerdorp', 'Aalbeek', 'Zeldam'])
  })

  test('never gives more than a hundred or less than nothing; knowing more or being nearer never makes it worse', () => {
    let seed = 11
    const next = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % n
    }
    const some = <T>(all: readonly T[]) => all.filter(() => next(3) === 0)
    const any = <T>(all: readonly T[]) => all[next(all.length)] as T
    const profile = () =>
      any([town, soco])({
        phase: any(PHASES),
        since: next(5) === 0 ? null : month(`${2012 + next(15)}-0${1 + next(9)}`),
        band: any(BANDS),
        knows: Object.fromEntries(some(TOPICS).map((topic) => [topic, any(LEVELS)])),
        seeks: some(TOPICS),
        helps: [any(WAYS), ...some(WAYS)],
      })
    for (const weights of [USUAL_WEIGHTS, ACROSS_WEIGHTS]) expect(Object.values(weights).reduce((all, weight) => all + weight, 0)).toBe(100)
    for (let round = 0; round < 3_000; round++) {
      const [own, other, km] = [profile(), profile(), next(200)]
      const points = match(own, other, km)?.points ?? -1
      expect(points >= 0 && points <= 100).toBe(true)
      expect(match(own, other, km / 2)?.points ?? -1).toBeGreaterThanOrEqual(points)
      const wiser = { ...other, knows: { ...other.knows, [any(TOPICS)]: 'well' as const } }
      expect(match(own, wiser, km)?.points ?? -1).toBeGreaterThanOrEqual(points)
    }
  })
})
