import { addDays, addMonths, firstDay, longMonth, type Month, monthAfter, monthOf } from '#kit/day.ts'
import { cents, smallest, ZERO } from '#kit/money.ts'
import { requestLines } from '#rooms/consent'
import { creditInvoice, dueToday, invoicesOf, pauseReminding, proposeWriteOff, remind, remindingLines, requestInvoice, sendInvoice } from '#rooms/invoicing'
import { addCustomer } from '#rooms/organisations'
import { receiveStatement, releaseStatement, statementsOfMonth, statementsToRead } from '#rooms/settlement'
import { askToSpend, decideSpending, potsOf, sendReceipt } from '#rooms/spending'
import type { Agenda } from './agenda.ts'
import { askConsent, type House, type MemberPlayer, takeUp } from './founding.ts'
import { planQuotes } from './quotes.ts'
import { planRemedies } from './remedies.ts'
import { daysAgo, play, type Stage } from './stage.ts'
import { planThings } from './things.ts'
import { writes } from './writing.ts'

/** After a month is closed: members look at their statement and send it, the municipality answers. The last one waits for Samira. */
export function planStatements(stage: Stage, agenda: Agenda, house: House, month: Month): void {
  const closed = firstDay(monthAfter(month))
  const last = monthAfter(month) === monthOf(stage.today)
  for (const [index, member] of house.members.entries()) {
    if (last && (member.character.firstName === 'Samira' || member.character.firstName === 'Karel')) continue
    agenda.plan(addDays(closed, 5 + (index % 4)), () => release(stage, member, month), 15)
  }
  agenda.plan(addDays(closed, 12), () => readAll(stage, house, month, last), 11)
}

async function release(stage: Stage, member: MemberPlayer, month: Month): Promise<void> {
  await play(stage, member, 'statement.release', async (tx, permit) => {
    const found = await statementsOfMonth(tx, permit, member.person, month).catch(() => null)
    for (const { hash } of found?.drafts ?? []) await releaseStatement(tx, permit, month, hash)
  })
}

/** The case manager reads what came in; of the last month one is asked about and one still waits. */
async function readAll(stage: Stage, house: House, month: Month, last: boolean): Promise<void> {
  const waiting = await play(stage, house.town.caseManager, 'statement.receive', (tx, permit) => statementsToRead(tx, permit))
  for (const [index, statement] of waiting.entries()) {
    if (last && index === 0) continue
    const question = last && index === 1 ? `Kunt u uitleggen waarom de kosten in ${longMonth(month)} hoger waren dan anders?` : null
    await play(stage, house.town.caseManager, 'statement.receive', (tx, permit) =>
      receiveStatement(tx, permit, statement.id, question ? { outcome: 'question', words: question } : { outcome: 'noQuestions' }),
    )
  }
}

/** What goes differently in a real year: money asked and used, a credit note, reminders, a receipt in question, work for tonight. */
export function planExceptions(stage: Stage, agenda: Agenda, house: House): void {
  const find = (firstName: string) => house.members.find((each) => each.character.firstName === firstName)
  const [samira, petra, ahmet, karel] = [find('Samira'), find('Petra'), find('Ahmet'), find('Karel')]
  if (!samira || !petra || !ahmet || !karel) return
  planThings(stage, agenda, house)
  agenda.plan(daysAgo(stage, 40), async () => {
    const asked = await ask(stage, petra, 'development', 6000, 'Cursus sociale hygiëne', 'Dan mag ik ook bij een feest met drank koken.')
    await play(stage, house.coach, 'spending.decide', (tx, permit) => decideSpending(tx, permit, asked, { outcome: 'approved', reason: null }))
  })
  agenda.plan(daysAgo(stage, 4), () => ask(stage, ahmet, 'business', 8900, 'Kruiwagen', 'De oude is lek.').then(() => {}), 16)
  agenda.plan(daysAgo(stage, 6), () => ask(stage, samira, 'development', 4500, 'Boek over patroontekenen', null).then(() => {}), 16)
  agenda.plan(daysAgo(stage, 70), () => credit(stage, house, karel), 19)
  agenda.plan(daysAgo(stage, 20), () => remindLate(stage, house), 20)
  agenda.plan(daysAgo(stage, 9), () => remindAgain(stage, house), 14)
  agenda.plan(daysAgo(stage, 3), () => receipt(stage, samira, 'Telefoon, bundel', 'phone', 1500, 'member'), 17)
  agenda.plan(daysAgo(stage, 2), () => receipt(stage, petra, 'Uien en wortels', 'material', 2180, 'unknown'), 17)
  agenda.plan(daysAgo(stage, 9), () => renew(stage, house, petra), 10)
  planQuotes(stage, agenda, house, samira)
  planChanges(stage, agenda, house)
}

async function ask(stage: Stage, member: MemberPlayer, pot: 'business' | 'development', amount: number, what: string, why: string | null) {
  return play(stage, member, 'spending.ask', async (tx, permit) => {
    const { free } = (await potsOf(tx, permit, member.person))[pot]
    return askToSpend(tx, permit, { member: member.person, pot, cents: smallest(cents(amount), free), what, why })
  })
}

/** What was delivered was not right, and the customer had paid already: the shares of that payment go back. */
async function credit(stage: Stage, house: House, member: MemberPlayer): Promise<void> {
  await play(stage, house.treasurer, 'invoice.credit', async (tx, permit) => {
    const invoice = (await invoicesOf(tx, permit)).find(
      (each) => each.member === member.person && each.kind === 'invoice' && each.open === 0n && each.credits === null,
    )
    if (invoice) await creditInvoice(tx, permit, invoice.id, 'all', 'Niet goed aangekomen. We maken het opnieuw.')
  })
}

async function remindLate(stage: Stage, house: House): Promise<void> {
  const late = await play(stage, house.treasurer, 'invoice.remind', async (tx, permit) =>
    (await invoicesOf(tx, permit, { open: true })).filter((each) => each.dueOn !== null && each.dueOn < permit.today && each.remindedAt === null),
  )
  for (const invoice of late.slice(0, 3)) await play(stage, house.treasurer, 'invoice.remind', (tx, permit) => remind(tx, permit, invoice.id))
  const oldest = late.at(-1)
  if (oldest) {
    await play(stage, house.treasurer, 'invoice.proposeWriteOff', (tx, permit) =>
      proposeWriteOff(tx, permit, oldest.id, 'Twee keer gebeld. De vereniging bestaat niet meer.'),
    )
  }
}

/** One customer is reminded a second time, and one may pay in parts. */
async function remindAgain(stage: Stage, house: House): Promise<void> {
  const { late, again } = await play(stage, house.treasurer, 'invoice.remind', async (tx, permit) => {
    const lines = (await remindingLines(tx, permit)).filter((line) => line.halt === null)
    return { late: lines, again: dueToday(lines, permit.today).find((line) => line.past.length > 0) }
  })
  if (again) await play(stage, house.treasurer, 'invoice.remind', (tx, permit) => remind(tx, permit, again.invoice.id))
  const parts = late.find((line) => line !== again)
  if (!parts) return
  await play(stage, house.treasurer, 'invoice.pauseReminding', (tx, permit) =>
    pauseReminding(tx, permit, parts.invoice.id, { why: 'parts', words: 'Betaalt in drie keer, elke maand een deel.', until: addDays(permit.today, 30) }),
  )
}

async function receipt(stage: Stage, member: MemberPlayer, what: string, kind: string, amount: number, paidBy: 'member' | 'unknown'): Promise<void> {
  await play(stage, member, 'receipt.send', (tx, permit) =>
    sendReceipt(tx, permit, {
      member: member.person,
      boughtOn: addDays(permit.today, -1),
      gross: cents(amount),
      vat: ZERO,
      kind,
      paidBy,
      what,
      unsure: paidBy === 'unknown' ? ['btw', 'wie betaalde'] : ['btw'],
      file: null,
    }),
  )
}

/** Petra's consent ends in three weeks; she asked for a new one. */
async function renew(stage: Stage, house: House, member: MemberPlayer): Promise<void> {
  const from = addDays(stage.today, 22)
  const request = await askConsent(stage, member, { from, until: addMonths(from, 12) })
  await takeUp(stage, house, request)
}

/** Somebody worked before the municipality decided. The customer gets an invoice, and its money waits (decisions 6). */
export async function soldTooEarly(stage: Stage, house: House, member: MemberPlayer): Promise<void> {
  const customer = await play(stage, member, 'customer.edit', (tx, permit) =>
    addCustomer(tx, permit, {
      kind: 'organisation',
      name: 'Fietsclub Wilgendam',
      member: member.person,
      attention: null,
      street: 'Parklaan 3',
      postCode: '9999 AC',
      city: 'Wilgendam',
      country: 'NL',
      email: 'bestuur@fietsclub.example',
      kvk: '90209900',
      vatId: null,
      peppol: null,
    }),
  )
  const line = { description: 'Fietsen nakijken voor de toertocht', quantity: 4000n, unit: 'piece' as const, price: cents(1500), vat: member.character.vat }
  const invoice = await play(stage, member, 'invoice.request', (tx, permit) =>
    requestInvoice(tx, permit, {
      kind: 'invoice',
      member: member.person,
      customer,
      basis: 'with',
      performedOn: addDays(permit.today, -1),
      reference: null,
      note: null,
      byCard: ZERO,
      unsure: false,
      lines: [line],
    }),
  )
  await play(stage, house.treasurer, 'invoice.send', (tx, permit) =>
    sendInvoice(tx, permit, invoice, { waitsBecause: 'Yonas hielp de fietsclub al voordat de gemeente besloot.' }),
  )
}

/** What a municipality may change: one consent stands still from today on, one will stop in three weeks. */
function planChanges(stage: Stage, agenda: Agenda, house: House): void {
  const change = async (firstName: string, road: 'suspension' | 'withdrawal', typed: Readonly<Record<string, string>>) => {
    const member = house.members.find((each) => each.character.firstName === firstName)
    if (!member) return
    const [line] = await play(stage, house.town.caseManager, 'consent.read', (tx, permit) => requestLines(tx, permit, member.person))
    if (line) await writes(stage, house.town, 'consent.change', line.request.id, road, typed)
  }
  planRemedies(stage, agenda, house)
  agenda.plan(
    daysAgo(stage, 1),
    () =>
      change('Fleur', 'suspension', {
        from: stage.today,
        until: addDays(stage.today, 27),
        reason: 'U werkt vier weken niet voor uw bedrijf, zo vertelde u ons. Daarna gaat u verder.',
        heard: 'We spraken elkaar vorige week aan de telefoon. U vond dit zelf ook beter.',
      }),
    11,
  )
  agenda.plan(
    daysAgo(stage, 5),
    () =>
      change('Karel', 'withdrawal', {
        from: addDays(stage.today, 21),
        reason: 'U begint dan een eigen winkel, buiten de coöperatie. U werkt dan niet meer met deze toestemming.',
        heard: 'Op gesprek geweest bij de gemeente. U was het ermee eens.',
      }),
    11,
  )
}
