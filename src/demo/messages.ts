import { chooseMail, readMessages } from '#rooms/access'
import type { Agenda } from './agenda.ts'
import type { House } from './founding.ts'
import { daysAgo, type Player, play, type Stage } from './stage.ts'

/** The coach hears once a week what is new and the case manager once a day; most people read what came, and what came last still waits. */
export function planMessages(stage: Stage, agenda: Agenda, house: House): void {
  const { coach, town, members } = house
  agenda.plan(daysAgo(stage, 15), async () => {
    await choose(stage, coach, 'weekly', false)
    await choose(stage, town.caseManager, 'daily', true)
  })
  agenda.plan(
    daysAgo(stage, 4),
    async () => {
      for (const reader of [town.caseManager, ...members.slice(1).map(({ person }) => ({ ...coach, person, role: 'member' as const }))])
        await play(stage, reader, 'message.read', readMessages)
    },
    8,
  )
}

async function choose(stage: Stage, who: Player, rhythm: 'daily' | 'weekly', onSunday: boolean): Promise<void> {
  await play(stage, who, 'message.read', (tx, permit) => chooseMail(tx, permit, { rhythm, quietFrom: 20, quietUntil: 8, onSunday }))
}
