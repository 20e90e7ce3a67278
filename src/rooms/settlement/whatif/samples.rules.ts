import { type Day, firstDay, type Month, month } from '#kit/day.ts'
import { type Cents, cents, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { Payment } from '../dividing/facts.rules.ts'
import type { PastPart } from './replay.rules.ts'

/** Invented years of invented people, in whole euro per month: what customers paid without VAT, and what the work cost. No figure is of anybody. */
export const SAMPLES = {
  /** Steady work with small costs. */
  seamstress: {
    turnover: [380, 410, 460, 430, 480, 520, 350, 300, 510, 560, 590, 640],
    costs: [70, 80, 95, 85, 90, 110, 60, 55, 100, 120, 115, 130],
  },
  /** Parties in spring and December, hardly any work in January, July and August. */
  caterer: {
    turnover: [0, 250, 900, 1400, 1850, 1500, 300, 150, 900, 1100, 1200, 2600],
    costs: [40, 130, 420, 640, 830, 690, 180, 90, 410, 500, 560, 1250],
  },
  /** Nothing grows in winter; tools are bought in February, before there is any work. */
  gardener: {
    turnover: [0, 120, 650, 980, 1150, 1100, 900, 850, 760, 480, 150, 0],
    costs: [25, 420, 160, 180, 210, 190, 170, 150, 130, 90, 40, 25],
  },
  /** Somebody who begins: costs are higher than the money in most months. */
  lossMaker: {
    turnover: [0, 60, 120, 90, 180, 240, 160, 130, 260, 310, 280, 350],
    costs: [310, 180, 150, 220, 190, 200, 210, 170, 240, 260, 300, 280],
  },
} as const

export type Sample = keyof typeof SAMPLES
export const SAMPLE_NAMES = Object.keys(SAMPLES) as readonly Sample[]

/** What customers paid and what the work cost in each month of a sample, in cents. */
export function sampleFigures(sample: Sample): readonly { readonly turnover: Cents; readonly costs: Cents }[] {
  const { turnover, costs } = SAMPLES[sample]
  return turnover.map((euros, i) => ({ turnover: cents(euros * 100), costs: cents((costs[i] ?? 0) * 100) }))
}

/** Nobody: the member of a sample. */
export const INVENTED = 'invented' as MemberId

/** The months of a sample in a calendar year, as if they were closed; `kind` is a kind of costs that counts. */
export function sampleMonths(sample: Sample, year: number, kind: string): PastPart[] {
  const { turnover, costs } = SAMPLES[sample]
  return turnover.map((euros, i) => {
    const of = month(`${year}-${String(i + 1).padStart(2, '0')}`)
    return {
      month: of,
      member: INVENTED,
      version: '',
      late: false,
      before: null,
      costs: { [kind]: cents((costs[i] ?? 0) * 100) },
      payments: euros === 0 ? [] : [paymentOf(of, euros)],
      reversing: [],
      booked: [],
    }
  })
}

function paymentOf(of: Month, euros: number): Payment {
  const on: Day = firstDay(of)
  return { receipt: of, invoice: of, number: of, member: INVENTED, net: cents(euros * 100), vat: ZERO, rounding: ZERO, on, performedOn: on }
}
