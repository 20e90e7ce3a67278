import { addDays } from '#kit/day.ts'
import { conditionsOf, correctDecision, object, requestLines } from '#rooms/consent'
import type { Agenda } from './agenda.ts'
import type { House, MemberPlayer } from './founding.ts'
import { daysAgo, play, type Stage } from './stage.ts'

/** Karel objects to the withdrawal of his consent, which still waits for a decision; a wrong last day in Ahmet's consent was put right. */
export function planRemedies(stage: Stage, agenda: Agenda, house: House): void {
  const find = (firstName: string) => house.members.find((each) => each.character.firstName === firstName)
  const [karel, ahmet] = [find('Karel'), find('Ahmet')]
  if (karel) agenda.plan(daysAgo(stage, 2), () => objects(stage, house, karel), 10)
  if (ahmet) agenda.plan(daysAgo(stage, 30), () => corrected(stage, house, ahmet), 10)
}

async function objects(stage: Stage, house: House, member: MemberPlayer): Promise<void> {
  const line = await lineOf(stage, house, member)
  const withdrawn = line?.request.events.findLast(({ kind }) => kind === 'consentWithdrawn')
  if (!line || !withdrawn) return
  await play(stage, member, 'consent.object', (tx, permit) =>
    object(tx, permit, line.request.id, {
      against: `consentWithdrawn ${withdrawn.on}`,
      reason: 'De baan begint pas twee maanden later. Tot die tijd wil ik mijn klanten blijven helpen.',
      lateBecause: '',
    }),
  )
}

async function corrected(stage: Stage, house: House, member: MemberPlayer): Promise<void> {
  const line = await lineOf(stage, house, member)
  const conditions = line && conditionsOf(line.request.events)
  if (!line || !conditions) return
  await play(stage, house.town.caseManager, 'consent.correct', (tx, permit) =>
    correctDecision(tx, permit, line.request.id, {
      outcome: 'granted',
      on: permit.today,
      conditions: { ...conditions, until: addDays(conditions.until, 14) },
      reason: 'In de brief stond een verkeerde laatste dag. De toestemming geldt twee weken langer.',
    }),
  )
}

async function lineOf(stage: Stage, house: House, member: MemberPlayer) {
  const lines = await play(stage, house.town.caseManager, 'consent.read', (tx, permit) => requestLines(tx, permit, member.person))
  return lines.find(({ request }) => conditionsOf(request.events) !== null) ?? null
}
