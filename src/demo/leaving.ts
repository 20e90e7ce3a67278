import { addMonths, type Day, lastDay, monthOf } from '#kit/day.ts'
import { cents, ZERO } from '#kit/money.ts'
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
  type ThingChoice,
} from '#rooms/departure'
import { askToSpend, bookPurchase, decideSpending, disposalById, disposeOf, equipmentInReach, moveEquipment, potsOf, registerEquipment } from '#rooms/spending'
import type { Agenda } from './agenda.ts'
import type { BankFact } from './bank.ts'
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

/** One departure that is finished, of somebody who bought the chair that was on loan and paid it by the bank, and whose follow-up was answered after half a year, and one whose pots wait for the answer of the municipality. */
export function planLeaving(stage: Stage, agenda: Agenda, house: House, ofBank: BankFact[]): void {
  agenda.plan(daysAgo(stage, 260), async () => {
    const lotte = await welcome(stage, house, LOTTE)
    const last = daysAgo(stage, 215)
    agenda.plan(daysAgo(stage, 230), () => borrowed(stage, house, lotte, ofBank))
    agenda.plan(daysAgo(stage, 220), async () => {
      const departure = await filledIn(stage, lotte, { goal: 'job', note: null }, last, 'buy')
      await play(stage, lotte, 'departure.agree', (tx, permit) => agreeDeparture(tx, permit, departure))
      await play(stage, house.coach, 'departure.confirm', (tx, permit) => confirmDeparture(tx, permit, departure, false))
      agenda.plan(daysAgo(stage, 214), () => billed(stage, house, lotte, ofBank))
      agenda.plan(daysAgo(stage, 170), () =>
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
export async function filledIn(
  stage: Stage,
  member: Player,
  destination: NonNullable<StepAnswers['destination']>,
  last: Day,
  ours: ThingChoice = 'giveBack',
): Promise<DepartureId> {
  const id = await play(stage, member, 'departure.fill', (tx, permit) => beginDeparture(tx, permit, member.person as MemberId))
  const things = await play(stage, member, 'equipment.read', async (tx, permit) =>
    (await equipmentInReach(tx, permit)).map(({ id: thing, owner }) => [thing, owner === 'member' ? ('keep' as const) : ours] as const),
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

/** A chair of the cooperative, from the pot of somebody who stays, is lent to whoever cuts hair. */
async function borrowed(stage: Stage, house: House, lotte: Player, ofBank: BankFact[]): Promise<void> {
  const petra = house.members.find((each) => each.character.firstName === 'Petra')
  if (!petra) return
  const price = cents(CHAIR)
  const asked = await play(stage, petra, 'spending.ask', async (tx, permit) => {
    const { free } = (await potsOf(tx, permit, petra.person)).business
    return free < price
      ? null
      : askToSpend(tx, permit, { member: petra.person, pot: 'business', cents: price, what: 'Kappersstoel', why: 'Om samen te delen.' })
  })
  if (!asked) return
  await play(stage, house.coach, 'spending.decide', (tx, permit) => decideSpending(tx, permit, asked, { outcome: 'approved', reason: null }))
  await play(stage, house.treasurer, 'spending.book', (tx, permit) =>
    bookPurchase(tx, permit, asked, { gross: price, vat: ZERO, boughtOn: permit.today, paidBy: 'bank', file: null, as: 'equipment', item: 'Kappersstoel' }),
  )
  ofBank.push({ on: daysAgo(stage, 227), cents: cents(-CHAIR), name: 'Kringloop De Spil', iban: null, text: 'Kappersstoel', reference: 'NOTPROVIDED' })
  const facts = { name: 'Kappersstoel', value: price, years: 5, place: 'Buurthuis De Linde', serial: null, photo: null }
  const chair = await play(stage, house.treasurer, 'equipment.register', (tx, permit) => registerEquipment(tx, permit, asked, facts))
  await play(stage, house.treasurer, 'equipment.move', (tx, permit) =>
    moveEquipment(tx, permit, chair, { kind: 'lent', member: lotte.person as MemberId, on: permit.today, note: null }),
  )
}

const CHAIR = 4000
const SECOND_HAND = 2500

/** The chair is billed to who bought it, and paid three weeks later with the number of the bill. */
async function billed(stage: Stage, house: House, lotte: Player, ofBank: BankFact[]): Promise<void> {
  const number = await play(stage, house.treasurer, 'equipment.dispose', async (tx, permit) => {
    const chair = (await equipmentInReach(tx, permit)).find((each) => each.standing === 'sold' && each.name === 'Kappersstoel')
    if (!chair) return null
    const bill = await disposeOf(tx, permit, chair.id, {
      kind: 'sold',
      on: chair.steps.at(-1)?.on ?? permit.today,
      member: lotte.person as MemberId,
      buyer: null,
      cents: cents(SECOND_HAND),
      boughtHow: 'withVat',
      paidBy: 'bill',
      note: null,
    })
    return (await disposalById(tx, permit, bill)).number
  })
  if (number === null) return
  const on = daysAgo(stage, 193)
  ofBank.push({ on, cents: cents(SECOND_HAND), name: 'L. Verhoef', iban: null, text: `Kappersstoel ${number}`, reference: 'NOTPROVIDED' })
}

/** The mail goes, and whoever left follows its link. */
async function askedLater(stage: Stage, house: House): Promise<void> {
  const links: string[] = []
  await bySystem(stage, house.id, 'followUp.invite', (tx, permit) => askThoseWhoLeft(tx, permit, stage.world.baseUrl, (token) => links.push(token)))
  for (const token of links) {
    await bySystem(stage, house.id, 'followUp.answer', (tx, permit) => answerLater(tx, permit, token, { work: 'job', benefit: 'no', faring: 'better' }))
  }
}
