import { Hono } from 'hono'
import { lastDay, monthOf, parseDay } from '#kit/day.ts'
import { act, type Env, personNames, show } from '#rooms/access'
import { accountRegister, trialBalance } from './balances.ts'
import { nl } from './ledger.nl.ts'
import { balanceCsv } from './outgoing/csv.rules.ts'
import { AccountPage } from './pages/account-page.tsx'
import { TrialBalancePage } from './pages/trial-balance-page.tsx'

export const routes = new Hono<Env>()

routes.get('/grootboek', async (c) => {
  const typed = parseDay(c.req.query('tot') ?? '')
  const found = await act(c, 'ledger.read', async (tx, permit) => {
    const until = typed ?? lastDay(monthOf(permit.today))
    const rows = await trialBalance(tx, permit, until)
    return { until, rows, names: await personNames(tx, [...new Set(rows.flatMap((row) => (row.member ? [row.member] : [])))]) }
  })
  if (c.req.query('vorm') === 'csv') {
    return c.body(balanceCsv(found.rows, found.names), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="balans-${found.until}.csv"`,
    })
  }
  return show(c, { title: nl.trialBalance.title, body: <TrialBalancePage {...found} /> })
})

routes.get('/grootboek/:account', async (c) => {
  const found = await act(c, 'ledger.read', async (tx, permit) => {
    const register = await accountRegister(tx, permit, c.req.param('account'), c.req.query('voor') ?? null)
    return { register, names: await personNames(tx, register.account.member ? [register.account.member] : []) }
  })
  return show(c, { title: `${found.register.account.number} ${found.register.account.name}`, body: <AccountPage {...found} /> })
})
