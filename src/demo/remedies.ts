import { addDays } from '#kit/day.ts'
import { conditionsOf, object, requestLines } from '#rooms/consent'
import type { Agenda } from './agenda.ts'
import type { House, MemberPlayer } from './founding.ts'
import { daysAgo, play, type Stage } from './stage.ts'
import { prepares, typedConditions, writes } from './writing.ts'

/** Karel objects to the withdrawal of his consent, of which the answer is ready to be signed; a wrong last day in Ahmet's consent was put right. */
export function planRemedies(stage: Stage, agenda: Agenda, house: House): void {
  const find = (firstName: string) => house.members.find((each) => each.character.firstName === firstName)
  const [karel, ahmet] = [find('Karel'), find('Ahmet')]
  if (karel) agenda.plan(daysAgo(stage, 2), () => objects(stage, house, karel), 10)
  if (karel) agenda.plan(daysAgo(stage, 1), () => answerReady(stage, house, karel), 15)
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
  await writes(stage, house.town, 'consent.correct', line.request.id, 'correction', {
    outcome: 'granted',
    on: daysAgo(stage, 30),
    reason: 'In de brief stond een verkeerde laatste dag. De toestemming geldt twee weken langer.',
    ...typedConditions({ ...conditions, until: addDays(conditions.until, 14) }),
  })
}

/** The answer to the objection is ready and waits for a signature. */
async function answerReady(stage: Stage, house: House, member: MemberPlayer): Promise<void> {
  const line = await lineOf(stage, house, member)
  const objected = line?.request.events.findLast((event) => event.kind === 'objected')
  if (!line || objected?.kind !== 'objected') return
  await prepares(stage, house.town, 'consent.objection', line.request.id, 'objection', {
    against: `${objected.against.kind} ${objected.against.on}`,
    outcome: 'unfounded',
    on: daysAgo(stage, 1),
    reason: 'De baan begint binnen zes weken. U krijgt dan loon, en geen uitkering meer.',
  })
}

async function lineOf(stage: Stage, house: House, member: MemberPlayer) {
  const lines = await play(stage, house.town.caseManager, 'consent.read', (tx, permit) => requestLines(tx, permit, member.person))
  return lines.find(({ request }) => conditionsOf(request.events) !== null) ?? null
}
