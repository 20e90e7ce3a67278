import { type Day, yearOf } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import type { Destination, MemberJourney } from '#rooms/members'

/** Who was a member on a day. */
export function membersOnDay(journeys: readonly MemberJourney[], on: Day): Set<MemberId> {
  return new Set(journeys.filter(({ steps }) => steps.findLast((step) => step.on <= on)?.stage === 'member').map(({ member }) => member))
}

/** How many became a member in a year up to a day, and who stopped being one, with where to; whoever came back counts again. */
export function movesIn(
  journeys: readonly MemberJourney[],
  year: number,
  until: Day,
): { readonly joined: number; readonly left: readonly { readonly member: MemberId; readonly destination: Destination | null }[] } {
  const changes = journeys.flatMap(({ member, steps }) =>
    steps.flatMap((step, place) => {
      const before = steps[place - 1]?.stage === 'member'
      const after = step.stage === 'member'
      return before === after || yearOf(step.on) !== year || step.on > until ? [] : [{ member, joins: after, destination: step.destination }]
    }),
  )
  return { joined: changes.filter(({ joins }) => joins).length, left: changes.filter(({ joins }) => !joins) }
}
