import { type Day, dayOf } from '#kit/day.ts'
import type { Look } from '../access.sql.ts'

/** Looks of one person on one day for the same thing: told once, newest first. */
export type LookedTogether = { readonly on: Day; readonly looks: readonly [Look, ...Look[]] }

/** Looks, newest first, put together by day, person, role and what was opened; each group stands where its newest look stood. */
export function togetherByDay(looks: readonly Look[]): LookedTogether[] {
  const groups = Map.groupBy(looks, (look) => [dayOf(look.at), look.organisationId, look.looker ?? look.id, look.role, look.action].join(' '))
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ on: dayOf(first.at), looks: [first, ...others] as const }] : []))
}

/** The look to ask about: the newest that no question covers, for a question covers all that went before it that day. */
export function askable({ looks }: LookedTogether): Look | null {
  const asked = looks.find((look) => look.asked)
  return looks.find((look) => !look.asked && (!asked || Temporal.Instant.compare(look.at, asked.at) >= 0)) ?? null
}
