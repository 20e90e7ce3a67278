import { addDays, firstDay, monthAfter, monthOf } from '#kit/day.ts'
import { cents, shareOf } from '#kit/money.ts'
import { askToSpend, bookPurchase, decideSpending, potsOf, promiseOf, type SpendingRequestId } from '#rooms/spending'
import type { Agenda } from './agenda.ts'
import type { House, MemberPlayer } from './founding.ts'
import { daysAgo, play, type Stage } from './stage.ts'

const PARTS = 6

/** Samira's sewing machine: six hundred euro, promised in six months. Each month the treasurer pays one instalment, when the pot holds it. */
export function planThings(stage: Stage, agenda: Agenda, house: House): void {
  const samira = house.members.find((each) => each.character.firstName === 'Samira')
  if (!samira) return
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

async function payInstalment(stage: Stage, house: House, member: MemberPlayer, machine: SpendingRequestId): Promise<void> {
  await play(stage, house.treasurer, 'spending.book', async (tx, permit) => {
    const { balance } = (await potsOf(tx, permit, member.person)).business
    const due = (await promiseOf(tx, permit, machine)).find((each) => each.standing === 'approved' && each.instalment && each.instalment.due <= permit.today)
    if (!due?.cents || balance < due.cents) return
    const vat = shareOf(due.cents, 1735n)
    await bookPurchase(tx, permit, due.id, { gross: due.cents, vat, boughtOn: permit.today, paidBy: 'bank', file: null, as: 'equipment', item: due.what })
  })
}
