import { movableClock } from '#kit/clock.ts'
import { addDays, day, startOf } from '#kit/day.ts'
import { openDatabase } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { cents } from '#kit/money.ts'
import { actAs, type World } from '#rooms/access'
import { account, post } from '#rooms/ledger'
import { fresh, MEMBERS, member, TENANTS, tenant } from './books.ts'
import type { Cluster } from './cluster.ts'
import { ratios, type Turn } from './turns.ts'

/** P1: one entry of two transfers with its idempotency key and both walls, against one transaction of four bare rows. */
export async function posting(cluster: Cluster, { rounds, seconds }: Turn): Promise<string[]> {
  const file = (name: string) => new URL(`${name}.pgbench`, import.meta.url).pathname
  const measured = { one: [] as Measured[], sixteen: [] as Measured[] }
  for (let round = 0; round < rounds; round++) {
    for (const [clients, rows] of [
      [1, measured.one],
      [16, measured.sixteen],
    ] as const) {
      const turn = async (run: () => number | Promise<number>) => {
        await fresh(cluster)
        return run()
      }
      const limit = await turn(() => cluster.pgbench('lim', file('limit-one'), clients, seconds))
      const even = await turn(() => cluster.pgbench('ours', file('post-even'), clients, seconds))
      const zipf = await turn(() => cluster.pgbench('ours', file('post-zipf'), clients, seconds))
      const module = await turn(() => throughModule(cluster, clients, seconds))
      rows.push({ limit, even, zipf, module })
    }
  }
  return [...table('P1 of L1, 1 client', measured.one), ...table('P1 of L2, 16 clients', measured.sixteen)]
}

type Measured = { readonly limit: number; readonly even: number; readonly zipf: number; readonly module: number }

function table(name: string, rows: readonly Measured[]): string[] {
  return [
    ratios(
      `${name}, tenants even`,
      rows.map(({ even, limit }) => [even, limit]),
      0.5,
      'postings/s',
    ),
    ratios(
      `${name}, tenants Zipf 1.1`,
      rows.map(({ zipf, limit }) => [zipf, limit]),
      0.5,
      'postings/s',
    ),
    ratios(
      `${name}, through act and post in one Node process`,
      rows.map(({ module, limit }) => [module, limit]),
      null,
      'postings/s',
    ),
  ]
}

/** The whole way of an action: permit, transaction, role, posting, commit. */
async function throughModule(cluster: Cluster, clients: number, seconds: number): Promise<number> {
  const database = await openDatabase({ url: cluster.url('ours'), dataDir: null })
  const world: World = { database, clock: movableClock(startOf(day('2026-11-02'))) }
  const until = performance.now() + seconds * 1000
  let posted = 0
  const pick = (n: number) => 1 + Math.floor(Math.random() * n)
  const client = async () => {
    while (performance.now() < until) {
      const actor = { person: member(1), organisation: tenant(pick(TENANTS)), role: 'treasurer', language: 'nl' } as const
      const who = member(pick(MEMBERS))
      await actAs(world, actor, 'ledger.correct', (tx, permit) =>
        post(tx, permit, {
          source: { kind: 'bench', id: newId() },
          on: addDays(day('2026-01-01'), pick(300)),
          transfers: [
            { debit: account('debtors', who), credit: account('turnover', who), cents: cents(pick(99_999)) },
            { debit: account('debtors', who), credit: account('vatPayable'), cents: cents(210) },
          ],
        }),
      )
      posted++
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const rate = (posted * 1000) / (performance.now() - began)
  await database.close()
  return rate
}
