import { addDays, addMonths, type Day, firstDay, longDay, type Month, monthAfter, monthOf } from '#kit/day.ts'
import { handleNotice, noticesWaiting, prepareRelocation, requestLines, tellRelocation } from '#rooms/consent'
import { invoicesOf, sendInvoice } from '#rooms/invoicing'
import type { Agenda } from './agenda.ts'
import { chosenFor } from './conditions.ts'
import { askConsent, conditionsFor, grant, type House, type MemberPlayer, type Town, takeUp } from './founding.ts'
import type { Job } from './people.ts'
import { daysAgo, play, type Stage } from './stage.ts'
import { requested, type Shop } from './trade.ts'
import { writes } from './writing.ts'

/** Somebody moves to the other town in three weeks: both desks were told, and the new one may read what was laid down. */
export function planRelocation(stage: Stage, agenda: Agenda, house: House, firstName: string, to: Town): void {
  const member = house.members.find((each) => each.character.firstName === firstName)
  if (!member) return
  agenda.plan(daysAgo(stage, 2), () => tells(stage, house, member, to, addDays(stage.today, 21)), 17)
}

/** Somebody moved three months ago, in the middle of a month that is closed by now: each town has a statement of its own days. */
export function planMovedMonth(shop: Shop, firstName: string, to: Town): void {
  const { stage, agenda, house } = shop
  const member = house.members.find((each) => each.character.firstName === firstName)
  if (!member) return
  const first = firstDay(movedIn(stage))
  const on = addDays(first, 14)
  const [before, after] = member.character.jobs
  if (before) planPaid(shop, member, before, addDays(first, -12), addDays(first, 5))
  if (after) planPaid(shop, member, after, addDays(first, 4), addDays(first, 23))
  agenda.plan(addDays(first, 2), () => tells(stage, house, member, to, on), 17)
  agenda.plan(addDays(first, 4), () => leaves(stage, house, member, on), 11)
  agenda.plan(addDays(first, 5), async () => {
    const there = { ...house, town: to }
    const until = addMonths(on, 12)
    const request = await askConsent(stage, member, { from: on, until })
    await takeUp(stage, there, request)
    agenda.plan(addDays(first, 9), async () => {
      const chosen = await chosenFor(stage, to, firstName)
      await grant(stage, there, request, { ...conditionsFor(member, on, until, Math.min(28, Number(stage.today.slice(8)) + 5)), chosen })
    })
  })
}

/** The old town withdraws its consent from the day of the move, and has dealt with it. */
async function leaves(stage: Stage, { town }: House, member: MemberPlayer, on: Day): Promise<void> {
  const [line] = await play(stage, town.caseManager, 'consent.read', (tx, permit) => requestLines(tx, permit, member.person))
  if (!line) return
  await writes(stage, town, 'consent.change', line.request.id, 'withdrawal', {
    from: on,
    reason: `Je woont vanaf ${longDay(on)} in een andere gemeente.`,
    heard: 'De inwoner gaf de verhuizing zelf door (Awb 4:8, eerste lid, onder b).',
  })
  await play(stage, town.caseManager, 'relocation.see', async (tx, permit) => {
    for (const notice of await noticesWaiting(tx, permit)) if (notice.member === member.person) await handleNotice(tx, permit, notice.id, '')
  })
}

/** The month in which somebody moved. */
const movedIn = (stage: Stage): Month => monthAfter(monthOf(stage.today), -3)

async function tells(stage: Stage, house: House, member: MemberPlayer, to: Town, on: Day): Promise<void> {
  const move = { to: to.id, on, benefit: 'same' } as const
  await play(stage, house.coach, 'relocation.prepare', (tx, permit) => prepareRelocation(tx, permit, member.person, move))
  await play(stage, member, 'relocation.tell', (tx, permit) => tellRelocation(tx, permit, member.person, { newTown: true, share: true, authorisation: null }))
}

/** Work of one day that is paid on another: a month with two towns has money on both sides of the move in every invented year. */
function planPaid(shop: Shop, member: MemberPlayer, job: Job, performedOn: Day, paidOn: Day): void {
  const { stage, agenda, house, facts } = shop
  agenda.plan(addDays(performedOn, 1), async () => {
    const invoice = await requested(shop, member, job, performedOn)
    await play(stage, house.treasurer, 'invoice.send', (tx, permit) => sendInvoice(tx, permit, invoice))
    const sent = await play(stage, house.treasurer, 'invoice.read', async (tx, permit) => (await invoicesOf(tx, permit)).find(({ id }) => id === invoice))
    if (sent) facts.push({ on: paidOn, cents: sent.payable, name: job.customer, iban: null, text: `factuur ${sent.number}`, reference: sent.number })
  })
}
