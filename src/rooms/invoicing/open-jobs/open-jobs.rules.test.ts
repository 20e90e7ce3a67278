import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { price } from '../pricing/pricing.rules.ts'
import { dividedOver } from '../sharing/shares.rules.ts'
import { equalShares, openJobStanding, wrongWithChoice, wrongWithJob } from './open-jobs.rules.ts'

const [ina, jan, kee, lot] = ['ina', 'jan', 'kee', 'lot'] as unknown as [MemberId, MemberId, MemberId, MemberId]
const hands = [jan, kee].map((member) => ({ member, chosen: false }))

describe('a job too big for one', () => {
  test('one joins up to and including the last day; then whoever announced it chooses', () => {
    const job = { ended: null, answerUntil: day('2026-10-05') }
    expect(['2026-10-04', '2026-10-05', '2026-10-06'].map((on) => openJobStanding(job, day(on)))).toEqual(['open', 'open', 'toChoose'])
    expect(openJobStanding({ ...job, ended: 'withdrawn' }, day('2026-10-04'))).toBe('withdrawn')
    expect(openJobStanding({ ...job, ended: 'chosen' }, day('2026-10-06'))).toBe('chosen')
  })

  test('work and answer lie ahead, and the answer comes before the work or on its day', () => {
    const wrong = (workOn: string, answerUntil: string) => wrongWithJob({ workOn: day(workOn), answerUntil: day(answerUntil) }, day('2026-10-05'))
    expect(wrong('2026-10-05', '2026-10-05')).toBeNull()
    expect(wrong('2026-10-04', '2026-10-04')).toBe('past')
    expect(wrong('2026-10-06', '2026-10-04')).toBe('answerPast')
    expect(wrong('2026-10-06', '2026-10-07')).toBe('answerLate')
  })

  test('only who said so can be chosen, at least one and no more than are needed', () => {
    expect(wrongWithChoice({ needed: 2, hands }, [jan, kee])).toBeNull()
    expect(wrongWithChoice({ needed: 1, hands }, [jan, jan])).toBeNull()
    expect(wrongWithChoice({ needed: 1, hands }, [jan, kee])).toBe('tooMany')
    expect(wrongWithChoice({ needed: 2, hands }, [])).toBe('nobody')
    expect(wrongWithChoice({ needed: 2, hands }, [jan, lot])).toBe('stranger')
  })

  test('the invoice begins with equal shares, and the cent of rounding is of whoever asks', () => {
    const job = price([{ description: 'Markt', quantity: 1000n, unit: 'piece', price: cents(10000), vat: 'standard' }], 'without', day('2026-10-05'))
    expect(dividedOver(job, ina, equalShares([jan]))?.map(({ net }) => net)).toEqual([5000n, 5000n])
    expect(dividedOver(job, ina, equalShares([jan, kee]))?.map(({ net }) => net)).toEqual([3334n, 3333n, 3333n])
  })
})
