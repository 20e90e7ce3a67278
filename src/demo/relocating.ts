import { addDays } from '#kit/day.ts'
import { prepareRelocation, tellRelocation } from '#rooms/consent'
import type { Agenda } from './agenda.ts'
import type { House, Town } from './founding.ts'
import { daysAgo, play, type Stage } from './stage.ts'

/** Somebody moves to the other town in three weeks: both desks were told, and the new one may read what was laid down. */
export function planRelocation(stage: Stage, agenda: Agenda, house: House, firstName: string, to: Town): void {
  const member = house.members.find((each) => each.character.firstName === firstName)
  if (!member) return
  agenda.plan(
    daysAgo(stage, 2),
    async () => {
      const move = { to: to.id, on: addDays(stage.today, 21), benefit: 'same' } as const
      await play(stage, house.coach, 'relocation.prepare', (tx, permit) => prepareRelocation(tx, permit, member.person, move))
      await play(stage, member, 'relocation.tell', (tx, permit) =>
        tellRelocation(tx, permit, member.person, { newTown: true, share: true, authorisation: null }),
      )
    },
    17,
  )
}
