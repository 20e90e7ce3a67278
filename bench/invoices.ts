import { systemClock } from '#kit/clock.ts'
import { dayOf } from '#kit/day.ts'
import { openDatabase } from '#kit/db.ts'
import { asSystem } from '#rooms/access'
import { addCustomer } from '#rooms/organisations'
import { type Cluster, makeCluster } from './cluster.ts'
import { settle } from './crash.ts'
import { processorTime } from './pages.ts'
import { startProgram } from './start.ts'
import { median, row } from './turns.ts'
import { visitor } from './visitor.ts'

/** What one invoice of Tryton 6.0 took of the processor, and of the clock, on a machine like this one; measured once (design, W1), not in this run. */
const TRYTON = { processor: 281_000, clock: 333 }

/** P3: a request of two lines and its sending, over HTTP, one after the other: number, entry, PDF and UBL with it. */
export async function invoices(count: number): Promise<string[]> {
  const cluster = await makeCluster()
  try {
    await cluster.query('postgres', 'create database app')
    const people = await settle(cluster)
    const [member] = people.members
    const database = await openDatabase({ url: cluster.url('app'), dataDir: null })
    const customer = await asSystem({ database, clock: systemClock }, people.cooperative, 'customer.edit', (tx, permit) =>
      addCustomer(tx, permit, { ...BUYER, member: member as never }),
    )
    await database.close()
    const program = await startProgram({
      DATABASE_URL: cluster.url('app'),
      DEMO: 'on',
      SECRET: 'the secret of the measurements, long enough',
      LOG_LEVEL: 'warn',
    })
    try {
      const ans = visitor(() => program.address)
      await ans.signIn(people.treasurer)
      const lines = {
        what: 'Jurk korter maken',
        price: '45,00',
        quantity: '2',
        vat: 'standard',
        what2: 'Rits',
        price2: '12,50',
        quantity2: '1',
        vat2: 'standard',
      }
      const form = { member: member ?? '', customer, performedOn: dayOf(systemClock.now()), basis: 'with', ...lines }
      const one = async () => {
        const from = performance.now()
        const asked = await ans.insist('/facturen', form)
        const sent = await ans.insist(`${asked.location}/versturen`, { waitsBecause: 'Er is nog geen besluit' })
        if (asked.status !== 303 || sent.status !== 303) throw new Error(`asking answered ${asked.status}, sending ${sent.status}`)
        return performance.now() - from
      }
      for (let warm = 0; warm < 20; warm++) await one()
      const before = processorTime(program.child.pid ?? 0) + processorTime(cluster.pid())
      const times: number[] = []
      for (let nr = 0; nr < count; nr++) times.push(await one())
      await jobsDone(cluster, count + 20)
      const cost = (processorTime(program.child.pid ?? 0) + processorTime(cluster.pid()) - before) / count
      return [
        row(
          'P3 invoices per second of processor, in times of Tryton',
          `${(TRYTON.processor / cost).toFixed(0)} ×`,
          '≥ 40 ×',
          TRYTON.processor / cost >= 40,
          `${(cost / 1000).toFixed(1)} ms each, program and PostgreSQL, PDF and UBL with it; ${count} invoices`,
        ),
        row(
          'P3 asking and sending, median',
          `${median(times).toFixed(1)} ms`,
          `≤ ${(TRYTON.clock / 20).toFixed(1)} ms`,
          median(times) <= TRYTON.clock / 20,
          `two forms; ${Math.max(...times).toFixed(0)} ms at most`,
        ),
      ]
    } finally {
      await program.stop()
    }
  } finally {
    cluster.remove()
  }
}

const BUYER = {
  kind: 'organisation' as const,
  name: 'Buurthuis De Linde',
  attention: null,
  street: 'Lindelaan 4',
  postCode: '1234 AC',
  city: 'Proefdam',
  country: 'NL',
  email: null,
  kvk: '87654321',
  vatId: null,
  peppol: null,
}

/** Waits until the letters of so many invoices are made. */
async function jobsDone(cluster: Cluster, wanted: number): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt++) {
    const { rows } = await cluster.query(
      'app',
      "select count(*)::int as n from pgboss.job where name = 'work' and state in ('created', 'retry', 'active') and data->>'job' like 'invoice%'",
    )
    if (rows[0].n === 0) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`the letters of ${wanted} invoices were not made in five minutes`)
}
