import { describe, expect, test } from 'vitest'
import { type Day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { type AgreementInForce, rulesOf, TEMPLATES, type VersionId } from '#rooms/agreements'
import type { Dividable, DividableBack, InvoiceId } from '#rooms/invoicing'
import { divideMonths, monthsFrom, type Raw } from './open-months.rules.ts'

const samira = 'samira' as MemberId
const agreed = (code: string, from: string, until: string | null = null): AgreementInForce => {
  const articles = TEMPLATES.find((each) => each.code === code)?.articles ?? []
  return { member: samira, version: code as VersionId, number: 1, from: from as Day, until: until as Day | null, articles, rules: rulesOf(articles) }
}
const paid = (receipt: string, net: number, on: string, performedOn: string, waits: Dividable['waits'] = false): Dividable => ({
  receipt,
  invoice: receipt as InvoiceId,
  number: '2026-0001',
  member: samira,
  net: cents(net),
  vat: cents(0),
  rounding: cents(0),
  on: on as Day,
  performedOn: performedOn as Day,
  waits,
})
const back = (of: Dividable, net: number, on: string): DividableBack => ({ ...of, net: cents(net), on: on as Day, cause: `credit ${on}`, why: 'credited' })
const raw = (
  facts: { agreements: readonly AgreementInForce[]; received: readonly Dividable[]; receivedBack?: readonly DividableBack[] } & Partial<
    Omit<Raw, 'agreements'>
  >,
): Raw => ({
  departures: new Map(),
  aside: [],
  costs: [],
  divided: [],
  history: { taken: new Map(), openLoss: new Map(), arrears: new Map(), lastClosed: null, aside: [], months: [] },
  pots: [],
  ...facts,
  agreements: new Map([[samira, facts.agreements]]),
  money: { received: facts.received, receivedBack: facts.receivedBack ?? [], invoiced: [], invoicedBack: [] },
})
const divided = (facts: Raw, until: string) =>
  divideMonths(facts, monthsFrom(month('2026-10'), month(until))).map(({ splits }) =>
    splits.flatMap(({ shares }) => shares.lines.map((line) => Number(line.cents))),
  )

describe('open months, one after the other', () => {
  const always = [agreed('resultaat-60-15-25', '2026-10-01')]

  test('money goes by the version of the day of the work: the day before, the day, the day after', () => {
    const agreements = [agreed('resultaat-60-15-25', '2026-10-01'), agreed('resultaat-50-20-20-10', '2026-10-16')]
    const received = ['2026-10-15', '2026-10-16', '2026-10-17'].map((performedOn) => paid(performedOn, 10000, '2026-10-28', performedOn))
    expect(divided(raw({ agreements, received }), '2026-10')).toEqual([[6000, 1500, 2500, 10000, 4000, 4000, 2000]])
  })

  test('what goes back of an earlier open month is a reversal in its own month, and that month stays as it was', () => {
    const one = paid('one', 20000, '2026-10-20', '2026-10-05')
    const two = paid('two', 10000, '2026-11-20', '2026-11-05')
    const months = divideMonths(
      raw({ agreements: always, received: [one, two], receivedBack: [back(one, 20000, '2026-11-03')] }),
      monthsFrom(month('2026-10'), month('2026-11')),
    )
    expect(months[0]?.splits[0]?.shares.lines.map((line) => line.cents)).toEqual([12000n, 3000n, 5000n])
    expect(months[1]?.splits[0]?.reversals[0]?.lines.map((line) => line.cents)).toEqual([-12000n, -3000n, -5000n])
    expect(months[1]?.splits[0]?.shares.totals.pots).toMatchObject({ business: 6000n, development: 1500n })
  })

  test('in two months it never gives back more than was given, whatever the order of months with and without money', () => {
    const one = paid('one', 28622, '2026-10-20', '2026-10-05')
    const receivedBack = [back(one, 10001, '2026-11-03'), back(one, 18621, '2026-12-03')]
    const months = divideMonths(raw({ agreements: always, received: [one], receivedBack }), monthsFrom(month('2026-10'), month('2026-12')))
    expect(months.at(-1)?.splits.at(-1)?.shares.totals.pots).toMatchObject({ business: 0n, development: 0n })
  })

  test('in the same month it lowers the payment', () => {
    const one = paid('one', 20000, '2026-10-20', '2026-10-05')
    expect(divided(raw({ agreements: always, received: [one], receivedBack: [back(one, 10000, '2026-10-25')] }), '2026-10')).toEqual([[6000, 1500, 2500]])
  })

  test('money that waited counts in the month in which it was let go, less what went back meanwhile', () => {
    const one = paid('one', 20000, '2026-10-20', '2026-10-05', { releasedOn: '2026-12-01' as Day })
    expect(divided(raw({ agreements: always, received: [one], receivedBack: [back(one, 10000, '2026-11-25')] }), '2026-12')).toEqual([
      [],
      [],
      [6000, 1500, 2500],
    ])
  })

  test('money that was set aside counts once somebody signed for its day, less what went back meanwhile', () => {
    const one = paid('one', 20000, '2026-08-20', '2026-08-05')
    const facts = { received: [], receivedBack: [back(one, 10000, '2026-09-25')], aside: [one] }
    expect(divideMonths(raw({ agreements: always, ...facts }), [month('2026-10')])).toMatchObject([{ splits: [], aside: [{ receipt: 'one', net: 20000n }] }])
    expect(divided(raw({ agreements: [agreed('resultaat-60-15-25', '2026-08-01')], ...facts }), '2026-10')).toEqual([[6000, 1500, 2500]])
  })

  test('an agreement that ended still divides the work of its time; work of after waits', () => {
    const received = ['2026-10-30', '2026-10-31', '2026-11-01'].map((performedOn) => paid(performedOn, 10000, '2026-11-20', performedOn))
    const [, november] = divideMonths(
      raw({ agreements: [agreed('resultaat-60-15-25', '2026-10-01', '2026-10-31')], received }),
      monthsFrom(month('2026-10'), month('2026-11')),
    )
    expect(november?.splits.map(({ shares }) => shares.turnover)).toEqual([20000n])
    expect(november?.aside.map((each) => each.performedOn)).toEqual(['2026-11-01'])
  })

  test('money of the last day as a member is divided, of the first day outside it goes where the article on leaving says', () => {
    const received = ['2026-10-15', '2026-10-16'].map((on) => paid(on, 10000, on, '2026-10-05'))
    const departures = new Map([[samira, [{ from: '2026-10-16' as Day, until: null }]]])
    const [october] = divideMonths(raw({ agreements: always, received, departures }), [month('2026-10')])
    expect(october?.splits.map(({ shares }) => shares.lines.map((line) => [line.receiver, Number(line.cents)]))).toEqual([
      [
        ['business', 6000],
        ['development', 1500],
        ['cooperative', 2500],
      ],
      [['cooperative', 10000]],
    ])
  })

  test('the same facts in another order give the same figures', () => {
    const received = [3000, 17000, 101, 5550].map((net, nr) => paid(`paid ${nr}`, net, '2026-10-20', '2026-10-05'))
    const total = (facts: readonly Dividable[]) => divided(raw({ agreements: always, received: facts }), '2026-10')
    expect(total(received.toReversed())).toEqual(total(received))
  })
})
