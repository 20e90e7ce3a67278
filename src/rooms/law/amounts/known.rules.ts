import { type Day, day } from '#kit/day.ts'
import type { AmountCode, AmountUnit, LegalAmount } from './amounts.rules.ts'

const PW = 'Participatiewet (BWBR0015703)'
const READ = (version: string) => `${PW}, geconsolideerde tekst van ${version}`
const AWB = 'Algemene wet bestuursrecht (BWBR0005537), tekst van 1-1-2026 en van 1-7-2026, gelezen in de kopie van BZK'
const BALANCE = 'Participatiewet in balans; het besluit over de dag van ingang is niet nagelezen.'
const GEDOOG = 'Gedoogjaar 2026: alleen voor mensen onder de 27, en alleen waar de gemeente dit toepast.'

/** What came with this version of Opbloei, each with the text it was read in. What nobody read has no row: asking for it refuses. */
export const KNOWN_AMOUNTS: readonly LegalAmount[] = [
  ...rows('normSingle', 'cents', 'art. 21', [
    ['2025-07-01', '2025-12-31', 136_906n],
    ['2026-01-01', '2026-06-30', 140_150n],
    ['2026-07-01', '2026-12-31', 141_946n],
  ]),
  ...rows('normCouple', 'cents', 'art. 21', [
    ['2025-07-01', '2025-12-31', 195_580n],
    ['2026-01-01', '2026-06-30', 200_213n],
    ['2026-07-01', '2026-12-31', 202_779n],
  ]),
  ...rows('normYoung', 'cents', 'art. 20 en 21', [
    ['2025-07-01', '2025-12-31', 33_798n],
    ['2026-01-01', '2026-06-30', 34_599n],
    ['2026-07-01', '2026-12-31', 35_042n],
  ]),
  ...rows('shareN', 'basisPoints', 'art. 31 lid 2 onder n', [['2025-07-01', '2026-12-31', 2_500n]]),
  ...rows('capN', 'cents', 'art. 31 lid 2 onder n', [
    ['2025-07-01', '2025-12-31', 27_800n],
    ['2026-01-01', '2026-12-31', 28_500n],
  ]),
  ...rows('monthsN', 'months', 'art. 31 lid 2 onder n', [['2025-07-01', '2026-12-31', 6n]]),
  ...rows('shareR', 'basisPoints', 'art. 31 lid 2 onder r', [['2025-07-01', '2026-12-31', 1_250n]]),
  ...rows('capR', 'cents', 'art. 31 lid 2 onder r', [
    ['2025-07-01', '2025-12-31', 17_387n],
    ['2026-01-01', '2026-12-31', 17_766n],
  ]),
  ...rows('monthsR', 'months', 'art. 31 lid 2 onder r', [['2025-07-01', '2026-12-31', 30n]]),
  ...rows('shareY', 'basisPoints', 'art. 31 lid 2 onder y', [['2025-07-01', '2026-12-31', 1_500n]]),
  ...rows('capY', 'cents', 'art. 31 lid 2 onder y', [['2025-07-01', '2025-12-31', 17_635n]], 'Gelezen bij onder z en aa; voor onder y gelijk verondersteld.'),
  ...rows('capY', 'cents', 'art. 31 lid 2 onder y', [['2026-01-01', '2026-12-31', 18_019n]]),
  ...rows('shareZ', 'basisPoints', 'art. 31 lid 2 onder z en aa', [['2025-07-01', '2026-12-31', 1_500n]]),
  ...rows('capZ', 'cents', 'art. 31 lid 2 onder z en aa', [
    ['2025-07-01', '2025-12-31', 17_635n],
    ['2026-01-01', '2026-12-31', 18_019n],
  ]),
  ...rows('monthsZ', 'months', 'art. 31 lid 2 onder z', [['2026-07-01', '2026-12-31', 12n]]),
  ...rows('share34a', 'basisPoints', 'art. 34a', [['2027-01-01', null, 1_500n]], BALANCE),
  ...rows('months34a', 'months', 'art. 34a', [['2027-01-01', null, 12n]], BALANCE),
  ...rows('sharePension', 'basisPoints', 'art. 34a', [['2027-01-01', null, 2_500n]], BALANCE),
  ...rows('capPension', 'cents', 'art. 34a', [['2027-01-01', null, 22_600n]], BALANCE),
  ...rows('shareEarly', 'basisPoints', 'art. 34a', [['2026-01-01', '2026-12-31', 1_500n]], GEDOOG),
  ...rows('monthsEarly', 'months', 'art. 34a', [['2026-01-01', '2026-12-31', 12n]], GEDOOG),
  ...rows('premiumCap', 'cents', 'art. 31 lid 2 onder j', [
    ['2025-07-01', '2025-12-31', 332_600n],
    ['2026-01-01', '2026-12-31', 339_800n],
  ]),
  ...rows('premiumTimes', 'times', 'art. 31 lid 2 onder j', [['2025-07-01', '2026-12-31', 2n]]),
  ...rows('giftCap', 'cents', 'art. 31 lid 2 onder m', [['2026-01-01', '2026-12-31', 120_000n]]),
  ...rows('buffer', 'cents', 'art. 34b', [['2027-01-01', null, 100_000n]], BALANCE),
  ...rows('assetsSingle', 'cents', 'art. 34', [
    ['2025-01-01', '2025-12-31', 777_000n],
    ['2026-01-01', '2026-12-31', 800_000n],
  ]),
  ...rows('assetsCouple', 'cents', 'art. 34', [
    ['2025-01-01', '2025-12-31', 1_554_000n],
    ['2026-01-01', '2026-12-31', 1_600_000n],
  ]),
  ...rows('assetsHouse', 'cents', 'art. 34', [
    ['2025-01-01', '2025-12-31', 6_550_000n],
    ['2026-01-01', '2026-12-31', 6_750_000n],
  ]),
  ...rows('penaltyFirst', 'cents', 'art. 4:17 lid 2', [['2026-01-01', '2026-12-31', 2_300n]], null, AWB),
  ...rows('penaltySecond', 'cents', 'art. 4:17 lid 2', [['2026-01-01', '2026-12-31', 3_500n]], null, AWB),
  ...rows('penaltyThird', 'cents', 'art. 4:17 lid 2', [['2026-01-01', '2026-12-31', 4_500n]], null, AWB),
  ...rows('penaltyMost', 'cents', 'art. 4:17 lid 1 en 2', [['2026-01-01', '2026-12-31', 144_200n]], null, AWB),
]

type Row = readonly [from: string, until: string | null, value: bigint]

function rows(
  code: AmountCode,
  unit: AmountUnit,
  article: string,
  values: readonly Row[],
  doubt: string | null = null,
  law: string | null = null,
): LegalAmount[] {
  return values.map(([from, until, value]) => {
    const first = day(from)
    const source = law ?? READ(versionOf(first))
    return {
      code,
      value,
      unit,
      from: first,
      until: until === null ? null : day(until),
      article: `${law ? 'Awb' : 'Participatiewet'} ${article}`,
      source,
      doubt,
    }
  })
}

/** Which consolidated text a row was read in: the amounts change every half year. */
function versionOf(from: Day): string {
  return from < '2026-01-01' ? '1-7-2025' : from < '2026-07-01' ? '1-1-2026' : '1-7-2026'
}
