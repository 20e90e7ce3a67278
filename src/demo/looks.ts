import { requestFile, requestLines } from '#rooms/consent'
import { memberFile } from '#rooms/members'
import type { Agenda } from './agenda.ts'
import type { House } from './founding.ts'
import { daysAgo, play, type Stage } from './stage.ts'

/** Who opened a file and so stands on the page "Wie keek er in mijn gegevens?": the coach before a talk, the case manager before answering. */
export function planLooks(stage: Stage, agenda: Agenda, house: House): void {
  for (const [index, member] of house.members.entries()) {
    for (const ago of [61, 33, 5]) {
      agenda.plan(
        daysAgo(stage, ago + index),
        () => play(stage, house.coach, 'member.file', (tx, permit) => memberFile(tx, permit, member.person)).then(() => {}),
        9,
      )
    }
  }
  agenda.plan(daysAgo(stage, 24), () => readRequests(stage, house), 14)
}

async function readRequests(stage: Stage, house: House): Promise<void> {
  const officer = house.town.caseManager
  const lines = await play(stage, officer, 'consent.read', (tx, permit) => requestLines(tx, permit))
  for (const { request } of lines) await play(stage, officer, 'consent.file', (tx, permit) => requestFile(tx, permit, request.id))
}
