import { type Context, Hono } from 'hono'
import { type Day, firstDay, lastDay, monthOf, parseDay } from '#kit/day.ts'
import { isId } from '#kit/ids.ts'
import { act, type Env, personNames, scopeOf, show } from '#rooms/access'
import type { Span } from './balances.sql.ts'
import { accountRegister, trialBalance, wholeRegister } from './balances.ts'
import { lastVerdict } from './checking/verdict.sql.ts'
import { nl } from './ledger.nl.ts'
import { memorial } from './memorial/memorial.routes.tsx'
import { balanceCsv, registerCsv } from './outgoing/csv.ts'
import { AccountPage } from './pages/account-page.tsx'
import { type Narrowing, SHOWN } from './pages/shown.rules.ts'
import { TrialBalancePage } from './pages/trial-balance-page.tsx'

export const routes = new Hono<Env>()

routes.get('/grootboek', async (c) => {
  const span = spanOf(c)
  const found = await act(c, 'ledger.read', async (tx, permit) => {
    const until = span.until ?? lastDay(monthOf(permit.today))
    const rows = await trialBalance(tx, permit, until, span.from)
    return {
      from: span.from,
      until,
      rows,
      moved: new Set((span.from ? rows : await trialBalance(tx, permit, until, firstDay(monthOf(until)))).map((row) => row.account)),
      verdict: await lastVerdict(tx, permit),
      names: await personNames(tx, [...new Set(rows.flatMap((row) => (row.member ? [row.member] : [])))]),
    }
  })
  if (c.req.query('vorm') === 'csv') return csv(c, `balans-${found.from ? `${found.from}-` : ''}${found.until}.csv`, balanceCsv(found.rows, found.names))
  const mayCorrect = c.var.seat !== null && scopeOf('ledger.correct', c.var.seat.role) !== null
  return show(c, {
    title: nl.trialBalance.title,
    body: <TrialBalancePage {...found} narrowing={narrowingOf(c)} mayCorrect={mayCorrect} />,
  })
})

// Before the accounts: an account is named by what follows here.
routes.route('/', memorial)

routes.get('/grootboek/:account', async (c) => {
  const span = spanOf(c)
  const asFile = c.req.query('vorm') === 'csv'
  const found = await act(c, 'ledger.read', async (tx, permit) => {
    const id = c.req.param('account')
    const register = asFile ? await wholeRegister(tx, permit, id, span) : await accountRegister(tx, permit, id, c.req.query('voor') ?? null, 50, span)
    return { register, names: await personNames(tx, register.account.member ? [register.account.member] : []) }
  })
  const { account } = found.register
  if (asFile) return csv(c, `rekening-${account.number}.csv`, registerCsv(found.register))
  return show(c, {
    title: `${account.number} ${account.name}`,
    body: <AccountPage {...found} span={span} later={isId(c.req.query('voor')?.split('_')[1] ?? '')} role={c.var.seat?.role ?? 'system'} />,
  })
})

/** The period that an address asks for; what is no day is no limit. */
function spanOf(c: Context<Env>): Span {
  const day = (name: string): Day | null => parseDay(c.req.query(name) ?? '')
  return { from: day('van'), until: day('tot') }
}

/** What of the balance somebody wants to see. */
function narrowingOf(c: Context<Env>): Narrowing {
  return { search: (c.req.query('zoek') ?? '').trim().slice(0, 60), which: SHOWN.find((each) => each === c.req.query('toon')) ?? 'standing' }
}

function csv(c: Context<Env>, name: string, text: string): Response {
  return c.body(text, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"` })
}
