import { addDays } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { acceptMemberWork, announceJob, chooseHands, declineMemberWork, joinJob, type MemberWorkId, recordMemberWork, undoMemberWork } from '#rooms/invoicing'
import type { House, MemberPlayer } from './founding.ts'
import { daysAgo, play, type Stage } from './stage.ts'
import type { Shop } from './trade.ts'

/** Members work for each other: agreed, agreed and undone after its month was divided, declined, and asked tonight. */
export function planEachOther({ stage, agenda, house }: Shop): void {
  const find = (firstName: string) => house.members.find((each) => each.character.firstName === firstName)
  const [samira, petra, ahmet] = [find('Samira'), find('Petra'), find('Ahmet')]
  if (!samira || !petra || !ahmet) return
  agenda.plan(daysAgo(stage, 8), () => market(stage, petra, [samira, ahmet]), 13)
  agenda.plan(
    daysAgo(stage, 2),
    () => announced(stage, ahmet, 'Tuin van een buurthuis winterklaar maken', 'Snoeien, bladeren ruimen en de schuur opruimen.').then(() => {}),
    13,
  )
  agenda.plan(daysAgo(stage, 12), () => agreed(stage, samira, petra, 'Tafellinnen ingekort en gezoomd', 18_000).then(() => {}), 13)
  const twice: MemberWorkId[] = []
  agenda.plan(daysAgo(stage, 50), async () => void twice.push(await agreed(stage, ahmet, petra, 'Tent opgezet op het buurtfeest', 6_500)), 13)
  agenda.plan(daysAgo(stage, 9), () => undone(stage, house.treasurer, twice), 13)
  agenda.plan(daysAgo(stage, 6), () => declined(stage, petra, samira), 13)
  agenda.plan(daysAgo(stage, 1), () => asked(stage, ahmet, samira, 'Etalage van het atelier geschilderd', 24_000).then(() => {}), 13)
}

function asked(stage: Stage, worker: MemberPlayer, receiver: MemberPlayer, what: string, net: number): Promise<MemberWorkId> {
  return play(stage, worker, 'memberWork.record', (tx, permit) =>
    recordMemberWork(tx, permit, { worker: worker.person, receiver: receiver.person, performedOn: addDays(permit.today, -1), what, net: cents(net) }),
  )
}

async function agreed(stage: Stage, worker: MemberPlayer, receiver: MemberPlayer, what: string, net: number): Promise<MemberWorkId> {
  const work = await asked(stage, worker, receiver, what, net)
  await play(stage, receiver, 'memberWork.answer', (tx, permit) => acceptMemberWork(tx, permit, work))
  return work
}

async function undone(stage: Stage, treasurer: House['treasurer'], works: readonly MemberWorkId[]): Promise<void> {
  for (const work of works) await play(stage, treasurer, 'memberWork.undo', (tx, permit) => undoMemberWork(tx, permit, work, 'Dit stond er dubbel in.'))
}

async function declined(stage: Stage, worker: MemberPlayer, receiver: MemberPlayer): Promise<void> {
  const work = await asked(stage, worker, receiver, 'Hapjes bij de opening', 9_000)
  await play(stage, receiver, 'memberWork.answer', (tx, permit) => declineMemberWork(tx, permit, work, 'We spraken zestig euro af.'))
}

/** A job for several: what it is stands there, and of the customer nothing. */
function announced(stage: Stage, by: MemberPlayer, title: string, what: string) {
  return play(stage, by, 'openJob.announce', (tx, permit) =>
    announceJob(tx, permit, {
      title,
      what,
      place: 'centrum',
      workOn: addDays(permit.today, 14),
      aboutNet: cents(48_000),
      needed: 2,
      answerUntil: addDays(permit.today, 7),
    }),
  )
}

/** A day at a market that is too big for one: two join and are chosen. */
async function market(stage: Stage, by: MemberPlayer, hands: readonly MemberPlayer[]): Promise<void> {
  const job = await announced(stage, by, 'Grote kraam op de wintermarkt', 'Opbouwen, verkopen en afbreken. We delen de dag in drieën.')
  for (const hand of hands) await play(stage, hand, 'openJob.join', (tx, permit) => joinJob(tx, permit, job))
  const chosen = hands.map(({ person }) => person)
  await play(stage, by, 'openJob.close', (tx, permit) => chooseHands(tx, permit, job, chosen))
}
