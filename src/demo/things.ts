import { addDays, firstDay, monthAfter, monthOf } from '#kit/day.ts'
import { storeFile } from '#kit/files.ts'
import { cents, shareOf, smallest, ZERO } from '#kit/money.ts'
import {
  askToSpend,
  bookPurchase,
  decideSpending,
  equipmentInReach,
  moveEquipment,
  potsOf,
  promiseOf,
  registerEquipment,
  requestById,
  type SpendingRequestId,
} from '#rooms/spending'
import type { Agenda } from './agenda.ts'
import type { House, MemberPlayer } from './founding.ts'
import { receiptPhoto } from './photo.ts'
import { daysAgo, play, type Stage } from './stage.ts'

const PARTS = 6

/** Samira's sewing machine: six hundred euro, promised in six months. Each month the treasurer pays one instalment, when the pot holds it. */
export function planThings(stage: Stage, agenda: Agenda, house: House): void {
  const find = (firstName: string) => house.members.find((each) => each.character.firstName === firstName)
  const [samira, petra, ahmet] = [find('Samira'), find('Petra'), find('Ahmet')]
  if (!samira || !petra || !ahmet) return
  agenda.plan(daysAgo(stage, 30), () => buyTables(stage, house, petra, ahmet), 13)
  const asked = daysAgo(stage, 95)
  const first = monthAfter(monthOf(asked))
  let machine: SpendingRequestId | null = null
  agenda.plan(asked, async () => {
    machine = await play(stage, samira, 'spending.ask', (tx, permit) =>
      askToSpend(tx, permit, {
        member: samira.person,
        pot: 'business',
        cents: cents(60_000),
        what: 'Naaimachine',
        why: 'Mijn eigen machine kan geen dikke stof aan.',
        parts: PARTS,
      }),
    )
    const promised = machine
    await play(stage, house.coach, 'spending.decide', (tx, permit) =>
      decideSpending(tx, permit, promised, {
        outcome: 'approved',
        reason: 'Goed plan. Hiermee kun je gordijnen van velours maken.',
        plan: { parts: PARTS, first },
      }),
    )
  })
  for (let month = first; firstDay(month) < stage.today; month = monthAfter(month)) {
    agenda.plan(addDays(firstDay(month), 3), () => (machine ? payInstalment(stage, house, samira, machine) : Promise.resolve()), 12)
  }
}

/** Trestle tables from Petra's pot: things of the cooperative, which Ahmet has on loan for a market. */
async function buyTables(stage: Stage, house: House, petra: MemberPlayer, ahmet: MemberPlayer): Promise<void> {
  const asked = await play(stage, petra, 'spending.ask', async (tx, permit) => {
    const { free } = (await potsOf(tx, permit, petra.person)).business
    if (free < 2500n) return null
    return askToSpend(tx, permit, {
      member: petra.person,
      pot: 'business',
      cents: smallest(cents(4800), free),
      what: 'Vier schraagtafels',
      why: 'Voor de markt.',
    })
  })
  if (!asked) return
  await play(stage, house.coach, 'spending.decide', (tx, permit) => decideSpending(tx, permit, asked, { outcome: 'approved', reason: null }))
  await play(stage, house.treasurer, 'spending.book', async (tx, permit) => {
    const gross = (await requestById(tx, permit, asked)).cents ?? cents(2500)
    await bookPurchase(tx, permit, asked, { gross, vat: ZERO, boughtOn: permit.today, paidBy: 'bank', file: null, as: 'equipment', item: 'Vier schraagtafels' })
  })
  const tables = await play(stage, house.treasurer, 'equipment.register', async (tx, permit) => {
    const picture = await storeFile(tx, permit, receiptPhoto(8))
    return registerEquipment(tx, permit, asked, {
      name: 'Vier schraagtafels',
      value: cents(4800),
      years: 8,
      place: 'Schuur achter het buurthuis',
      serial: null,
      photo: picture,
    })
  })
  await play(stage, house.treasurer, 'equipment.move', (tx, permit) =>
    moveEquipment(tx, permit, tables, { kind: 'lent', member: ahmet.person, on: permit.today, note: null }),
  )
}

async function payInstalment(stage: Stage, house: House, member: MemberPlayer, machine: SpendingRequestId): Promise<void> {
  await play(stage, house.treasurer, 'spending.book', async (tx, permit) => {
    const { balance } = (await potsOf(tx, permit, member.person)).business
    const due = (await promiseOf(tx, permit, machine)).find((each) => each.standing === 'approved' && each.instalment && each.instalment.due <= permit.today)
    if (!due?.cents || balance < due.cents) return
    const vat = shareOf(due.cents, 1735n)
    await bookPurchase(tx, permit, due.id, { gross: due.cents, vat, boughtOn: permit.today, paidBy: 'bank', file: null, as: 'equipment', item: due.what })
  })
  await play(stage, house.treasurer, 'equipment.register', async (tx, permit) => {
    const known = await equipmentInReach(tx, permit)
    const paid = (await promiseOf(tx, permit, machine)).some((each) => each.bought)
    if (!paid || known.some((each) => each.request === machine)) return
    const facts = { name: 'Naaimachine', value: cents(60_000), years: 10, place: 'Naaiatelier, eerste verdieping', serial: 'NM-2207', photo: null }
    await registerEquipment(tx, permit, machine, facts)
  })
}
