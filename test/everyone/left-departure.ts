import { addDays, type Day, day } from '#kit/day.ts'
import { asSystem, type MemberId, type OrganisationId, type Role } from '#rooms/access'
import { agreeDeparture, answerStep, askThoseWhoLeft, beginDeparture, confirmDeparture, type DepartureId, type StepAnswers } from '#rooms/departure'
import { changeContact } from '#rooms/members'
import { equipmentInReach } from '#rooms/spending'
import { asBoard, asMember, newMember, type Village } from '../village.ts'
import { as, itIs, type TestWorld } from '../world.ts'

type Player = { readonly person: MemberId; readonly organisation: OrganisationId; readonly role: Role }

/** A departure of a member with every step filled in. */
export async function departureFilled(world: TestWorld, member: Player, on: Day): Promise<DepartureId> {
  const id = await as(world, member, 'departure.fill', (tx, permit) => beginDeparture(tx, permit, member.person))
  const things = await as(world, member, 'equipment.read', async (tx, permit) =>
    (await equipmentInReach(tx, permit)).map(({ id: thing, owner }) => [thing, owner === 'member' ? 'keep' : 'giveBack'] as const),
  )
  const answers: Required<StepAnswers> = {
    destination: { goal: 'job', note: null },
    lastDay: { on },
    invoices: { by: 'treasurer', note: null },
    jobs: { what: 'none', note: null },
    customers: { along: [], agreed: false },
    equipment: { things: Object.fromEntries(things), note: null },
    pots: { read: true, wish: null },
    data: { parts: ['agreement'] },
    followUp: { agrees: true },
  }
  for (const step of Object.keys(answers) as (keyof StepAnswers)[]) {
    await as(world, member, 'departure.fill', (tx, permit) => answerStep(tx, permit, id, step, answers[step]))
  }
  return id
}

/** Somebody whose departure is confirmed, with money in pots that a treasurer still sends somewhere; and whose statement is to be closed. */
export async function departureConfirmed(world: TestWorld, member: Player, coach: Player, on: Day): Promise<void> {
  const id = await departureFilled(world, member, on)
  await as(world, member, 'departure.agree', (tx, permit) => agreeDeparture(tx, permit, id))
  await as(world, coach, 'departure.confirm', (tx, permit) => confirmDeparture(tx, permit, id, false))
}

/** Departures that wait for a next step: for the member to agree and for the office to confirm. */
export async function departuresWait(world: TestWorld, members: readonly Player[], on: Day): Promise<void> {
  for (const member of members) await departureFilled(world, member, addDays(on, 30))
}

/** Somebody who left half a year ago and can answer the questions; gives the address that only the mail holds. */
export async function askedLater(at: Village): Promise<string> {
  const gone = await newMember(at, 'Gonny Weg')
  await asSystem(at.world.world, at.cooperative, 'member.edit', (tx, permit) =>
    changeContact(
      tx,
      permit,
      gone,
      { firstName: 'Gonny', name: 'Gonny Weg', email: 'gonny@weg.example', phone: null, street: null, postCode: null, city: null, language: 'nl' },
      'http://localhost',
    ),
  )
  const member = asMember(at, gone)
  await departureConfirmed(at.world, member, asBoard(at), day('2026-05-20'))
  itIs(at.world, '2026-11-20')
  const links: string[] = []
  await asSystem(at.world.world, at.cooperative, 'followUp.invite', (tx, permit) =>
    askThoseWhoLeft(tx, permit, 'http://localhost', (token) => links.push(token)),
  )
  return `/hoe-gaat-het/${links[0]}`
}
