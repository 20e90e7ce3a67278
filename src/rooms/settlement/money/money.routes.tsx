import { type Context, Hono } from 'hono'
import { findMonth, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { isId } from '#kit/ids.ts'
import { type Cents, cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, act, type Env, looked, type MemberId, type Permit, personOf, show } from '#rooms/access'
import { findAgreement, type SplitRules } from '#rooms/agreements'
import { findMember } from '#rooms/members'
import { potsOf } from '#rooms/spending'
import { storedMonths } from '../dividing/stored.sql.ts'
import { nl } from '../settlement.nl.ts'
import { moneyTexts } from './money.en.ts'
import { MoneyPage } from './pages/money-page.tsx'
import { RiverPage } from './pages/river-page.tsx'
import type { RiverView } from './river.rules.ts'
import { articlesOfRiver, riverOf } from './river.ts'

export const routes = new Hono<Env>()

/** Where the agreement names no level, a pot is drawn as full at a thousand euro. */
const FULL = cents(100_000)

routes.get('/geld', async (c) => {
  const found = await act(c, 'split.read', async (tx, permit) => {
    // One's own pots: whoever is no member has none, and reads those of others in the month.
    const member = permit.role === 'member' ? personOf(permit) : refuse(nl.refusals.noSuchMonth, {}, { kind: 'missing' })
    const month = monthOf(permit.today)
    const rules = (await findAgreement(tx, permit, member, permit.today))?.rules ?? null
    return {
      month,
      view: await riverOf(tx, permit, { month, member }),
      pots: await potsOf(tx, permit, member),
      full: { business: levelOf(rules, 'business'), development: levelOf(rules, 'development') },
      months: (await storedMonths(tx, permit, { member, limit: 24 })).map((each) => ({ month: each.month, result: each.result })),
    }
  })
  return show(c, { title: moneyTexts(c.var.language).home.title, body: <MoneyPage {...found} language={c.var.language} /> })
})

routes.get('/geld/ontvangst/:receipt', async (c) => {
  const receipt = c.req.param('receipt')
  if (!isId(receipt)) refuse(nl.refusals.noSuchMonth, {}, { kind: 'missing' })
  const found = await act(c, 'split.read', async (tx, permit) => {
    const view = await riverOf(tx, permit, { receipt })
    return view ? { view, ...(await around(tx, permit, view)) } : refuse(nl.refusals.noSuchMonth, {}, { kind: 'missing' })
  })
  return show(c, { title: moneyTexts(c.var.language).river.title, body: <RiverPage {...found} months={[]} language={c.var.language} /> })
})

routes.get('/geld/:month', async (c) => {
  const month = findMonth(c.req.param('month')) ?? refuse(nl.refusals.noSuchMonth, {}, { kind: 'missing' })
  const found = await act(c, 'split.read', async (tx, permit) => {
    const member = memberIn(c, permit)
    const view = (await riverOf(tx, permit, { month, member })) ?? emptyMonth(month, member)
    const stored = await storedMonths(tx, permit, { member, limit: 6 })
    return {
      view,
      months: monthsAround(
        month,
        permit,
        stored.map((each) => each.month),
      ),
      ...(await around(tx, permit, view)),
    }
  })
  return show(c, { title: moneyTexts(c.var.language).river.title, body: <RiverPage {...found} language={c.var.language} /> })
})

/** Whose money: oneself, or the member that was chosen; the look is written down. */
async function around(tx: Tx, permit: Permit<'split.read'>, view: RiverView) {
  await looked(tx, permit, [view.member])
  const own = view.member === permit.person
  const name = own ? null : ((await findMember(tx, permit, view.member))?.name ?? refuse(nl.refusals.noSuchMonth, {}, { kind: 'missing' }))
  return { name, agreement: await articlesOfRiver(tx, permit, view) }
}

function memberIn(c: Context<Env>, permit: AnyPermit): MemberId {
  const chosen = c.req.query('lid')
  if (permit.role === 'member' || !chosen) return personOf(permit)
  return isId(chosen) ? (chosen as MemberId) : refuse(nl.refusals.noSuchMonth, {}, { kind: 'missing' })
}

function monthsAround(month: Month, permit: AnyPermit, stored: readonly Month[]): Month[] {
  const now = monthOf(permit.today)
  return [...new Set([now, monthAfter(now, -1), ...stored, month])]
    .filter((each) => each <= now)
    .sort()
    .reverse()
    .slice(0, 6)
}

function levelOf(rules: SplitRules | null, pot: 'business' | 'development'): Cents {
  const cap = rules?.caps.find((each) => each.receiver === pot && each.per === 'level')
  const filled = rules?.steps.map((step) => step.divide).find((divide) => divide.kind === 'fill' && divide.receiver === pot)
  return cap?.cents ?? (filled?.kind === 'fill' ? filled.level : FULL)
}

function emptyMonth(month: Month, member: MemberId): RiverView {
  const zero = cents(0)
  return {
    of: 'month',
    member,
    month,
    closed: false,
    agreement: null,
    gross: zero,
    vat: zero,
    rounding: zero,
    costs: zero,
    costsByKind: [],
    costsNotCounted: zero,
    madeGood: zero,
    lossCarried: zero,
    lossBorne: zero,
    result: zero,
    parts: [],
    payments: [],
    back: [],
  }
}
