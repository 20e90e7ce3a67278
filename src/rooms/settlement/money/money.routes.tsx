import { type Context, Hono } from 'hono'
import { findMonth, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { isId } from '#kit/ids.ts'
import { cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, act, type Env, looked, type MemberId, type Permit, personOf, show } from '#rooms/access'
import { findMember } from '#rooms/members'
import { monthRefusals } from '../settlement.en.ts'
import { leavingTexts } from './leaving.en.ts'
import { leavingOf } from './leaving.ts'
import { moneyTexts } from './money.en.ts'
import { LeavingPage } from './pages/leaving-page.tsx'
import { MoneyPage } from './pages/money-page.tsx'
import { RiverPage } from './pages/river-page.tsx'
import type { RiverView } from './river.rules.ts'
import { type AroundRiver, articlesOfRiver, ownMoney, riverOf, riverOfMonth } from './river.ts'

export const routes = new Hono<Env>()

routes.get('/geld', async (c) => {
  const found = await act(c, 'split.read', async (tx, permit) => {
    // One's own pots: whoever is no member has none, and reads those of others in the month.
    const member = permit.role === 'member' ? personOf(permit) : refuse(monthRefusals[permit.language].noSuchMonth, {}, { kind: 'missing' })
    return ownMoney(tx, permit, member)
  })
  return show(c, { title: moneyTexts(c.var.language).home.title, body: <MoneyPage {...found} language={c.var.language} /> })
})

routes.get('/geld/weggaan', async (c) => {
  const leaving = await act(c, 'split.read', (tx, permit) =>
    permit.role === 'member' ? leavingOf(tx, permit, personOf(permit)) : refuse(monthRefusals[permit.language].noSuchMonth, {}, { kind: 'missing' }),
  )
  return show(c, { title: leavingTexts[c.var.language].title, body: <LeavingPage leaving={leaving} language={c.var.language} /> })
})

routes.get('/geld/ontvangst/:receipt', async (c) => {
  const receipt = c.req.param('receipt')
  if (!isId(receipt)) refuse(monthRefusals[c.var.language].noSuchMonth, {}, { kind: 'missing' })
  const found = await act(c, 'split.read', async (tx, permit) => {
    const view = await riverOf(tx, permit, { receipt })
    return view ? { view, ...(await around(tx, permit, view, null)) } : refuse(monthRefusals[permit.language].noSuchMonth, {}, { kind: 'missing' })
  })
  return show(c, { title: moneyTexts(c.var.language).river.title, body: <RiverPage {...found} months={[]} language={c.var.language} /> })
})

routes.get('/geld/:month', async (c) => {
  const month = findMonth(c.req.param('month')) ?? refuse(monthRefusals[c.var.language].noSuchMonth, {}, { kind: 'missing' })
  const found = await act(c, 'split.read', async (tx, permit) => {
    const member = memberIn(c, permit)
    const found = await riverOfMonth(tx, permit, month, member)
    const view = found.view ?? emptyMonth(month, member)
    return { view, months: monthsAround(month, permit), ...(await around(tx, permit, view, found.known)) }
  })
  return show(c, { title: moneyTexts(c.var.language).river.title, body: <RiverPage {...found} language={c.var.language} /> })
})

/** Whose money: oneself, or the member that was chosen; the look is written down. `known` was asked already. */
async function around(tx: Tx, permit: Permit<'split.read'>, view: RiverView, known: AroundRiver | null): Promise<AroundRiver> {
  await looked(tx, permit, [view.member])
  const own = view.member === permit.person
  const nameOf = async () => (known ? known.name : (await findMember(tx, permit, view.member))?.name)
  const name = own ? null : ((await nameOf()) ?? refuse(monthRefusals[permit.language].noSuchMonth, {}, { kind: 'missing' }))
  return { name, agreements: known?.agreements ?? (await articlesOfRiver(tx, permit, view)) }
}

function memberIn(c: Context<Env>, permit: AnyPermit): MemberId {
  const chosen = c.req.query('lid')
  if (permit.role === 'member' || !chosen) return personOf(permit)
  return isId(chosen) ? (chosen as MemberId) : refuse(monthRefusals[permit.language].noSuchMonth, {}, { kind: 'missing' })
}

/** The month one looks at with what came before and after it; all months stand on "Mijn geld". */
function monthsAround(month: Month, permit: AnyPermit): Month[] {
  const now = monthOf(permit.today)
  const [last = now] = [monthAfter(month, 2), now].sort()
  return [0, 1, 2, 3, 4].map((back) => monthAfter(last, -back))
}

function emptyMonth(month: Month, member: MemberId): RiverView {
  const zero = cents(0)
  return {
    of: 'month',
    member,
    month,
    closed: false,
    agreements: [],
    gross: zero,
    vat: zero,
    rounding: zero,
    costs: zero,
    costsByKind: [],
    costsNotCounted: zero,
    madeGood: zero,
    lossCarried: zero,
    lossBorne: zero,
    ended: [],
    result: zero,
    parts: [],
    payments: [],
    back: [],
    earlierOpen: null,
  }
}
