import { addMonths, type Day, lastDay, monthOf } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import {
  agreeDeparture,
  answerLater,
  answerStep,
  askMunicipality,
  askThoseWhoLeft,
  beginDeparture,
  closeDeparture,
  confirmDeparture,
  type DepartureId,
  type StepAnswers,
} from '#rooms/departure'
import { equipmentInReach } from '#rooms/spending'
import type { Agenda } from './agenda.ts'
import { type House, welcome } from './founding.ts'
import type { Character } from './people.ts'
import { bySystem, daysAgo, type Player, play, type Stage } from './stage.ts'

/** Came to look whether it was something, found a job, and left. */
const LOTTE: Character = {
  firstName: 'Lotte',
  lastName: 'Verhoef',
  language: 'nl',
  benefit: 'none',
  support: [],
  tradeName: 'Lotte knipt',
  makes: 'haar knippen aan huis',
  work: 'Haar knippen aan huis',
  plan: 'Ik knip haar bij mensen thuis.',
  costKinds: ['tools'],
  vat: 'reduced',
  jobs: [],
  buys: [],
}

/** One departure that is finished and whose follow-up was answered after half a year, and one whose pots wait for the answer of the municipality. */
export function planLeaving(stage: Stage, agenda: Agenda, house: House): void {
  agenda.plan(daysAgo(stage, 260), async () => {
    const lotte = await welcome(stage, house, LOTTE)
    const last = daysAgo(stage, 215)
    agenda.plan(daysAgo(stage, 220), async () => {
      const departure = await filledIn(stage, lotte, { goal: 'job', note: null }, last)
      await play(stage, lotte, 'departure.agree', (tx, permit) => agreeDeparture(tx, permit, departure))
      await play(stage, house.coach, 'departure.confirm', (tx, permit) => confirmDeparture(tx, permit, departure, false))
      agenda.plan(daysAgo(stage, 210), () =>
        play(stage, house.treasurer, 'departure.close', (tx, permit) => closeDeparture(tx, permit, departure)).then(() => {}),
      )
      agenda.plan(addMonths(last, 6), () => askedLater(stage, house), 12)
    })
  })
  const karel = house.members.find((each) => each.character.firstName === 'Karel')
  if (!karel) return
  agenda.plan(daysAgo(stage, 8), async () => {
    const departure = await filledIn(
      stage,
      karel,
      { goal: 'ownBusiness', note: 'Ik wil een eigen winkeltje beginnen.' },
      lastDay(monthOf(addMonths(stage.today, 1))),
    )
    await play(stage, karel, 'departure.ask', (tx, permit) => askMunicipality(tx, permit, departure))
  })
}

/** Every step, filled in by the member. */
export async function filledIn(stage: Stage, member: Player, destination: NonNullable<StepAnswers['destination']>, last: Day): Promise<DepartureId> {
  const id = await play(stage, member, 'departure.fill', (tx, permit) => beginDeparture(tx, permit, member.person as MemberId))
  const things = await play(stage, member, 'equipment.read', async (tx, permit) =>
    (await equipmentInReach(tx, permit)).map(({ id: thing, owner }) => [thing, owner === 'member' ? 'keep' : 'giveBack'] as const),
  )
  const answers: Required<StepAnswers> = {
    destination,
    lastDay: { on: last },
    invoices: { by: 'treasurer', note: null },
    jobs: { what: 'finished', note: null },
    customers: { along: [], agreed: false },
    equipment: { things: Object.fromEntries(things), note: null },
    pots: { read: true, wish: null },
    data: { parts: ['portfolio', 'statements', 'agreement'] },
    followUp: { agrees: true },
  }
  for (const step of Object.keys(answers) as (keyof StepAnswers)[]) {
    await play(stage, member, 'departure.fill', (tx, permit) => answerStep(tx, permit, id, step, answers[step]))
  }
  return id
}

/** The mail goes, and whoever left follows its link. */
async function askedLater(stage: Stage, house: House): Promise<void> {
  const links: string[] = []
  await bySystem(stage, house.id, 'followUp.invite', (tx, permit) => askThoseWhoLeft(tx, permit, stage.world.baseUrl, (token) => links.push(token)))
  for (const token of links) {
    await bySystem(stage, house.id, 'followUp.answer', (tx, permit) => answerLater(tx, permit, token, { work: 'job', benefit: 'no', faring: 'better' }))
  }
}
