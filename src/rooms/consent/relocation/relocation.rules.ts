import { addDays, type Day, firstDay, type Month, monthOf } from '#kit/day.ts'
import type { OrganisationId } from '#rooms/access'
import { type ConsentEvent, conditionsOf, effect, procedure, runsUntil } from '../consent.rules.ts'
import type { DayState } from '../exceptions/meaning.rules.ts'
import { stopOf } from '../trade/trade.rules.ts'

/** Whether the benefit goes on in the new town. */
export const AFTER_MOVING = ['same', 'unknown', 'ends'] as const
export type AfterMoving = (typeof AFTER_MOVING)[number]

/** Who gets a notice: the town that is left, and the one that is come to. */
export type NoticeSide = 'from' | 'to'

/** What a request with a municipality is about, with what happened to it. */
export type AskedThere = {
  readonly id: string
  readonly municipality: OrganisationId
  readonly work: string
  readonly waitingOn: readonly Day[]
  readonly events: readonly ConsentEvent[]
}

/** Something at the town that is left and that reaches the day of moving: a consent with its last day (null: it waits for an extension), or an open request. */
export type Ending = { readonly id: string; readonly what: 'consent' | 'request'; readonly work: string; readonly until: Day | null }

/** What of a town reaches the first day elsewhere: from then on another college must consent (Participatiewet art. 40). */
export function endings(asked: readonly AskedThere[], town: OrganisationId, on: Day): readonly Ending[] {
  return asked
    .filter(({ municipality }) => municipality === town)
    .flatMap(({ id, work, events }): Ending[] => {
      if (conditionsOf(events))
        return ['upcoming', 'inForce', 'suspended'].includes(effect(events, on)) ? [{ id, what: 'consent', work, until: runsUntil(events) }] : []
      return ['waiting', 'incomplete'].includes(procedure(events, LAST)) ? [{ id, what: 'request', work, until: null }] : []
    })
}

/** What moving means for the member, told before anything is told to anybody. */
export type RelocationMeaning = {
  readonly endings: readonly Ending[]
  /** Whether work of the first day in the new town may be sold, or why not. */
  readonly trade: DayState
  /** Days of work that was sold already and that then needs another consent. */
  readonly held: readonly Day[]
  /** The month with days in both towns, which has a statement for each; null when the move is on the first of a month, or no statement is asked. */
  readonly sharedMonth: Month | null
}

/** What moving on a day means, by the rules that decide whether work may be sold; see `tradeAllowed`. */
export function relocationMeaning(facts: {
  readonly asked: readonly AskedThere[]
  readonly from: OrganisationId
  readonly to: OrganisationId | null
  readonly on: Day
  readonly benefit: AfterMoving
}): RelocationMeaning {
  const { asked, from, to, on, benefit } = facts
  const ending = endings(asked, from, on)
  const trade = tradeOn(asked, to, on, benefit)
  const before = addDays(on, -1)
  const reported = asked.some(
    ({ municipality, events }) =>
      municipality === from && ['inForce', 'suspended'].includes(effect(events, before)) && (conditionsOf(events)?.statementRhythm ?? 'none') !== 'none',
  )
  const days = [...new Set(asked.flatMap(({ waitingOn }) => waitingOn))].filter((each) => each >= on).toSorted()
  return {
    endings: ending,
    trade,
    held: days.filter((each) => tradeOn(asked, to, each, benefit) !== 'may'),
    sharedMonth: reported && on !== firstDay(monthOf(on)) ? monthOf(on) : null,
  }
}

function tradeOn(asked: readonly AskedThere[], to: OrganisationId | null, on: Day, benefit: AfterMoving): DayState {
  if (benefit === 'ends') return 'may'
  if (benefit === 'unknown' || to === null) return 'unknownBenefit'
  return asked.some(({ municipality, events }) => municipality === to && effect(events, on) === 'inForce') ? 'may' : stopOf(asked, to, on)
}

/** Later than anything that was written down. */
const LAST = '9999-12-31' as Day

/** How far from today a move may lie, in days: longer ago is a matter of the books, later is not sure yet. */
const NEAR_DAYS = 366

/** Whether a day is near enough to tell a move of. */
export function isNear(on: Day, today: Day): boolean {
  return on >= addDays(today, -NEAR_DAYS) && on <= addDays(today, NEAR_DAYS)
}

/** What the member lets the new town read: what was laid down, without the words that the old town wrote freely and without its ground. */
export type SharedConditions = {
  readonly from: Day
  readonly until: Day
  readonly costKinds: readonly string[]
  readonly payOutAllowed: boolean
  readonly statementRhythm: 'monthly' | 'quarterly' | 'none'
}

/** Of every consent that reaches the day before moving, what may be shared. */
export function sharedOf(asked: readonly AskedThere[], town: OrganisationId, on: Day): readonly SharedConditions[] {
  const last = addDays(on, -1)
  return asked
    .filter(({ municipality, events }) => municipality === town && ['inForce', 'suspended'].includes(effect(events, last)))
    .flatMap(({ events }) => {
      const laid = conditionsOf(events)
      if (!laid) return []
      const { from, until, costKinds, payOutAllowed, statementRhythm } = laid
      return [{ from, until, costKinds, payOutAllowed, statementRhythm }]
    })
}
