import { addDays, type Day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { asSystem } from '#rooms/access'
import { acceptQuote, askInstalments, makeQuote, type QuoteId, type QuoteTerms, recordAcceptance, sendQuote } from '#rooms/invoicing'
import { customersOf } from '#rooms/organisations'
import type { Agenda } from './agenda.ts'
import type { House, MemberPlayer } from './founding.ts'
import { daysAgo, play, type Stage } from './stage.ts'

type Wish = {
  readonly what: string
  readonly price: number
  readonly workOn: Day
  readonly validDays: number
  readonly depositPercent: bigint | null
  readonly instalments?: QuoteTerms['instalments']
}

/** One quote that ran out, one accepted with a deposit, one accepted by phone with an instalment whose day came, and one that waits for an answer. */
export function planQuotes(stage: Stage, agenda: Agenda, house: House, member: MemberPlayer): void {
  const terms = (wish: Wish) => quoted(stage, house, member, wish)
  agenda.plan(daysAgo(stage, 50), async () => {
    await terms({ what: 'Gordijnen voor de grote zaal', price: 64_000, workOn: daysAgo(stage, 10), validDays: 21, depositPercent: null })
  })
  agenda.plan(daysAgo(stage, 20), async () => {
    const halfway = { label: 'Als de rokken klaar zijn', on: daysAgo(stage, 2), percent: 4000n }
    const job = { what: 'Jurken voor het koor', price: 56_000, workOn: addDays(stage.today, 20), validDays: 30, depositPercent: null }
    const quote = await terms({ ...job, instalments: [halfway] })
    if (!quote) return
    const said = { name: 'Joop Kramer', on: daysAgo(stage, 18), how: 'phone' as const, file: null }
    agenda.plan(daysAgo(stage, 18), () => play(stage, member, 'quote.recordAcceptance', (tx, permit) => recordAcceptance(tx, permit, quote, said)), 15)
    agenda.plan(halfway.on, () => asSystem(stage.world, member.organisation, 'invoice.request', askInstalments), 7)
  })
  agenda.plan(daysAgo(stage, 12), async () => {
    const quote = await terms({ what: 'Kostuums voor de dansgroep', price: 48_000, workOn: addDays(stage.today, 10), validDays: 30, depositPercent: 3000n })
    if (!quote) return
    agenda.plan(
      daysAgo(stage, 9),
      () => asSystem(stage.world, member.organisation, 'quote.answer', (tx, permit) => acceptQuote(tx, permit, quote, 1, 'Roos de Vries', 'nl')),
      16,
    )
  })
  agenda.plan(daysAgo(stage, 3), async () => {
    await terms({ what: 'Kussens voor het terras', price: 22_500, workOn: addDays(stage.today, 14), validDays: 30, depositPercent: null })
  })
}

async function quoted(stage: Stage, house: House, member: MemberPlayer, wish: Wish): Promise<QuoteId | null> {
  const [customer] = await play(stage, member, 'customer.read', customersOf)
  if (!customer) return null
  const { what, price, ...more } = wish
  const line = { description: what, quantity: 1000n, unit: 'piece' as const, price: cents(price), vat: member.character.vat }
  const quote = await play(stage, member, 'quote.write', (tx, permit) =>
    makeQuote(tx, permit, {
      member: member.person,
      customer: customer.id,
      terms: { basis: 'without', lines: [line], note: 'Stof kiezen we samen uit.', deposit: null, instalments: [], ...more },
    }),
  )
  await play(stage, house.treasurer, 'quote.send', (tx, permit) => sendQuote(tx, permit, quote))
  return quote
}
