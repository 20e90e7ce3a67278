import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, month } from '#kit/day.ts'
import { type Cents, cents, sum } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { NOTHING_YET, type RunningTotals, rulesOf, type SplitRules, shareJob, TEMPLATES } from '#rooms/agreements'
import { transfersOf } from './booking.rules.ts'
import { type Divided, type MemberFacts, type MemberSplit, type Payment, takeBack } from './facts.rules.ts'
import { settleMember } from './settle.rules.ts'

const samira = 'samira' as MemberId
const agreementA = rulesOf(TEMPLATES.find((each) => each.code === 'resultaat-60-15-25')?.articles ?? [])
const agreementB = rulesOf(TEMPLATES.find((each) => each.code === 'resultaat-50-20-20-10')?.articles ?? [])
const thermometer = rulesOf(TEMPLATES.find((each) => each.code === 'thermometer')?.articles ?? [])
const october = month('2026-10')

function paid(...nets: readonly number[]): Payment[] {
  return nets.map((net, place) => ({
    receipt: `receipt ${place}`,
    invoice: `invoice ${place}`,
    number: `2026-000${place}`,
    member: samira,
    net: cents(net),
    vat: cents(Math.round(net * 0.21)),
    rounding: cents(0),
    on: '2026-10-12' as Day,
    performedOn: '2026-10-12' as Day,
  }))
}

function settle(facts: Partial<MemberFacts> & { rules: SplitRules }, of = october): MemberSplit {
  return settleMember(of, {
    member: samira,
    agreement: { version: 'v1', rules: facts.rules },
    payments: facts.payments ?? [],
    reversing: facts.reversing ?? [],
    costs: facts.costs ?? {},
    before: facts.before ?? NOTHING_YET,
  })
}

const centsOf = (split: MemberSplit) => split.shares.lines.map((line) => line.cents)
const dividedBefore = (split: MemberSplit): Divided[] =>
  split.rivers.map((left) => ({
    left,
    invoice: 'invoice',
    number: '2026-0000',
    member: samira,
    on: '2026-10-12' as Day,
    vat: cents(0),
    rounding: cents(0),
    agreement: 'v1',
  }))

describe('the examples of the domain', () => {
  test('1: a plain month', () => {
    const split = settle({ rules: agreementA, payments: paid(50000), costs: { material: cents(10000) } })
    expect(split.shares.result).toBe(40000n)
    expect(centsOf(split)).toEqual([24000n, 6000n, 10000n])
  })

  test('2: the odd cent goes to development, by the order of the agreement', () => {
    expect(centsOf(settle({ rules: agreementB, payments: paid(28622) }))).toEqual([14311n, 5725n, 5724n, 2862n])
  })

  test('3: under the small business scheme VAT on costs is a cost', () => {
    expect(centsOf(settle({ rules: agreementA, payments: paid(30000), costs: { material: cents(6050) } }))).toEqual([14370n, 3593n, 5987n])
  })

  test('4: a loss goes along and is made good first', () => {
    const first = settle({ rules: agreementA, payments: paid(10000), costs: { material: cents(18000) } })
    expect(sum(centsOf(first))).toBe(0n)
    expect(first.shares.lossCarried).toBe(8000n)
    const second = settle({ rules: agreementA, payments: paid(20000), before: first.shares.totals }, month('2026-11'))
    expect(centsOf(second)).toEqual([7200n, 1800n, 3000n])
    expect(second.shares.lossCarried).toBe(0n)
  })

  test('12: a full thermometer overflows to the receiver that the agreement names', () => {
    const before: RunningTotals = { ...NOTHING_YET, pots: { business: cents(142000) } }
    const split = settle({ rules: thermometer, payments: paid(32000), before })
    expect(split.shares.lines.map((line) => [line.receiver, line.cents, line.kind])).toEqual([
      ['trainingPool', 3200n, 'share'],
      ['cooperative', 4800n, 'share'],
      ['business', 8000n, 'share'],
      ['municipality', 16000n, 'surplus'],
    ])
  })

  test('14: a credit note after the close turns the shares round, dated now', () => {
    const closed = settle({ rules: agreementA, payments: paid(20000) })
    const [divided] = dividedBefore(closed)
    if (!divided) throw new Error('no river')
    const later = settle(
      { rules: agreementA, reversing: [{ cause: 'credit note', on: '2026-11-05' as Day, divided, net: cents(20000) }], before: closed.shares.totals },
      month('2026-11'),
    )
    expect(later.reversals[0]?.lines.map((line) => line.cents)).toEqual([-12000n, -3000n, -5000n])
    expect(later.shares.turnover).toBe(0n)
    expect(later.shares.totals.pots).toMatchObject({ business: 0n, development: 0n })
  })

  test('15: rates of VAT do not matter to the split', () => {
    expect(centsOf(settle({ rules: agreementA, payments: paid(20000, 5000), costs: { material: cents(9500) } }))).toEqual([9300n, 2325n, 3875n])
  })

  test('16: two members on one job each go through their own agreement', () => {
    const [first, second] = shareJob({ turnover: cents(60000), costs: cents(9000) }, [6667n, 3333n])
    const part = (job: { turnover: Cents; costs: Cents } | undefined, rules: SplitRules) =>
      settle({ rules, payments: paid(Number(job?.turnover ?? 0n)), costs: { material: job?.costs ?? cents(0) } })
    const [one, two] = [part(first, agreementA), part(second, agreementB)]
    expect([one.shares.result, two.shares.result]).toEqual([34002n, 16998n])
    expect([sum(centsOf(one)), sum(centsOf(two))]).toEqual([34002n, 16998n])
  })

  test('17: a rejected cost does not lower the result', () => {
    expect(settle({ rules: agreementA, payments: paid(51000), costs: { training: cents(6000) } }).shares.result).toBe(45000n)
    expect(centsOf(settle({ rules: agreementA, payments: paid(51000) }))).toEqual([30600n, 7650n, 12750n])
  })

  test('21: whoever did not sign a new version keeps the old one', () => {
    const before = settle({ rules: agreementA, payments: paid(10000) })
    const after = settle({ rules: { ...agreementA, steps: agreementB.steps }, payments: paid(10000) })
    expect(centsOf(before)).toEqual([6000n, 1500n, 2500n])
    expect(centsOf(after)).toEqual([5000n, 2000n, 2000n, 1000n])
  })
})

describe('money that goes back', () => {
  test('in the same month lowers that payment alone', () => {
    const [first, second] = paid(20000, 10000)
    if (!first || !second) throw new Error('no payments')
    const { payments, reversing } = takeBack([first, second], [{ ...first, cause: 'credit note', why: 'credited', net: cents(20000), vat: cents(4200) }], [])
    expect(payments.map((payment) => payment.net)).toEqual([10000n])
    expect(reversing).toEqual([])
  })

  test('of a divided payment becomes a reversal, and not of this month', () => {
    const [before] = dividedBefore(settle({ rules: agreementA, payments: paid(20000) }))
    if (!before) throw new Error('no river')
    const part = {
      receipt: before.left.receipt,
      cause: 'credit note',
      why: 'credited' as const,
      member: samira,
      net: cents(5000),
      vat: cents(1050),
      rounding: cents(0),
      on: '2026-11-03' as Day,
    }
    const { payments, reversing } = takeBack([], [part], [before])
    expect(payments).toEqual([])
    expect(reversing.map((each) => each.net)).toEqual([5000n])
  })

  test('in two parts never gives back more than was given', () => {
    const closed = settle({ rules: agreementB, payments: paid(28622) })
    const [divided] = dividedBefore(closed)
    if (!divided) throw new Error('no river')
    const part = (cause: string, net: number) => ({ cause, on: '2026-11-05' as Day, divided, net: cents(net) })
    const later = settle({ rules: agreementB, reversing: [part('a', 10001), part('b', 18621)], before: closed.shares.totals }, month('2026-11'))
    const back = new Map<string, bigint>()
    for (const line of later.reversals.flatMap((reversal) => reversal.lines)) back.set(line.receiver, (back.get(line.receiver) ?? 0n) - line.cents)
    expect([...back.values()]).toEqual([14311n, 5725n, 5724n, 2862n])
  })
})

test('whatever comes in, goes out and goes back, every cent of the result has a place in the books', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 90000 }), { maxLength: 6 }),
      fc.integer({ min: 0, max: 120000 }),
      fc.integer({ min: 0, max: 30000 }),
      (nets, costs, loss) => {
        const before = { ...NOTHING_YET, openLoss: cents(loss), pots: { business: cents(130000) } }
        for (const rules of [agreementA, agreementB, thermometer]) {
          const { shares, rivers } = settle({ rules, payments: paid(...nets), costs: { material: cents(costs) }, before })
          const divided = sum(shares.lines.map((line) => line.cents))
          expect(divided).toBe(shares.result - shares.openLossBefore + shares.lossCarried + shares.lossBorne)
          expect(sum(transfersOf(samira, shares.lines, 'obligation').map((transfer) => transfer.cents))).toBe(divided)
          for (const river of rivers) expect(river.costs + river.earlierLoss + river.offset + sum(river.lines.map((line) => line.cents))).toBe(river.net)
        }
      },
    ),
  )
})
