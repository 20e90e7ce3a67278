import { beginTeam, giveCases, requestLines, setArrival, takeCase } from '#rooms/consent'
import type { Agenda } from './agenda.ts'
import type { House } from './founding.ts'
import { appoint, daysAgo, play, type Stage } from './stage.ts'

/**
 * Wilgendam works in two teams since last week, and Lindehaven in none. A request waits in the queue of the second team for its only colleague, a file of the
 * first team is handled by who had it, and the other files have no team yet.
 */
export function planTeams(stage: Stage, agenda: Agenda, house: House): void {
  const { id, caseManager, adviser } = house.town
  agenda.plan(daysAgo(stage, 8), async () => {
    const hanna = await appoint(stage, id, 'caseManager', 'Hanna Kroon')
    const begin = (name: string, people: readonly string[]) => play(stage, adviser, 'team.keep', (tx, permit) => beginTeam(tx, permit, { name, people }))
    const centre = await begin('Team Centrum', [caseManager.person])
    const around = await begin('Team Buitengebied', [hanna.person])
    await play(stage, adviser, 'team.keep', (tx, permit) => setArrival(tx, permit, null, centre))
    const of = async (name: string) => {
      const lines = await play(stage, caseManager, 'consent.read', (tx, permit) => requestLines(tx, permit))
      return lines.find(({ request }) => request.memberName?.startsWith(name))?.request ?? Promise.reject(new Error(`${name} asked for nothing`))
    }
    const give = async (name: string, team: string, reason: string) => {
      const request = await of(name)
      await play(stage, caseManager, 'team.give', (tx, permit) => giveCases(tx, permit, [request.member], { team, reason }))
      return request.id
    }
    await give('Mehmet', around, 'Woont sinds deze maand in het buitengebied.')
    const petra = await give('Petra', centre, 'Wij werken vanaf nu in teams.')
    await play(stage, caseManager, 'consent.take', (tx, permit) => takeCase(tx, permit, petra))
  })
}
