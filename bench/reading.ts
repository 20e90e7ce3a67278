import { movableClock } from '#kit/clock.ts'
import { day, startOf } from '#kit/day.ts'
import { openDatabase } from '#kit/db.ts'
import { actAs, type World } from '#rooms/access'
import { accountRegister, trialBalance } from '#rooms/ledger'
import { TENANTS, tenant } from './books.ts'
import type { Cluster } from './cluster.ts'
import { growth, median, row, type Turn } from './turns.ts'

const LARGE = tenant(1)
const END = day('2026-12-31')
const PAGE = 50

/** Entries of two transfers in each of the books, over a year and spread over the members; the limit has the same in four bare rows. */
const SIZES = [
  { of: 1, entries: 50_000 },
  { of: 2, entries: 5_000 },
  { of: 3, entries: 500 },
] as const
/** What all others hold together: ten times the largest, which a balance of one cooperative must not feel. */
const OTHERS = 500_000

/** P5 and P6: the trial balance of a cooperative and the pages of one account, beside the bare SQL that must be asked for the same. */
export async function reading(cluster: Cluster, { rounds }: Turn): Promise<string[]> {
  await fill(cluster)
  const database = await openDatabase({ url: cluster.url('ours'), dataDir: null })
  const bare = await openDatabase({ url: cluster.url('lim'), dataDir: null })
  const world: World = { database, clock: movableClock(startOf(day('2027-01-04'))) }
  const as = (n: number) => ({ person: null, organisation: tenant(n), role: 'treasurer', language: 'nl' }) as const
  const balance = (n: number) =>
    timed(async () => JSON.stringify(await actAs(world, as(n), 'ledger.read', (tx, permit) => trialBalance(tx, permit, END)), asText))
  const sums = (n: number) => timed(() => bare.pool.query('select account, sum(cents) from lim.entry where tenant = $1 group by account', [n]))
  try {
    const account = await bank(cluster)
    const register = (before: string | null) =>
      timed(() => actAs(world, as(1), 'ledger.read', (tx, permit) => accountRegister(tx, permit, account, before, PAGE)))
    const page = (skip: string | null) =>
      timed(() =>
        bare.pool.query(
          `with page as (select e.tx, e.cents from lim.entry e where e.tenant = 1 and e.account = 1 and ($1::bigint is null or e.tx < $1) order by e.tx desc limit ${PAGE})
           select t.day, p.tx, p.cents, (select sum(cents) from lim.entry where tenant = 1 and account = 1 and tx <= (select max(tx) from page)) as balance
           from page p join lim.tx t on t.tenant = 1 and t.id = p.tx order by p.tx desc`,
          [skip],
        ),
      )
    const [far, bareFar] = await farPage(cluster, account)
    const found = {
      balance: [] as number[],
      sums: [] as number[],
      first: [] as number[],
      last: [] as number[],
      bareFirst: [] as number[],
      bareLast: [] as number[],
    }
    const growing = new Map<number, number[]>(SIZES.map(({ entries }) => [entries, []]))
    for (let round = -1; round < rounds * 4; round++) {
      const seen = {
        balance: await balance(1),
        sums: await sums(1),
        first: await register(null),
        bareFirst: await page(null),
        last: await register(far),
        bareLast: await page(bareFar),
      }
      const sizes = []
      for (const { of, entries } of SIZES) sizes.push([entries, await balance(of)] as const)
      // The first round only warms up.
      if (round < 0) continue
      for (const name of Object.keys(found) as (keyof typeof found)[]) found[name].push(seen[name])
      for (const [entries, time] of sizes) growing.get(entries)?.push(time)
    }
    const m = (name: keyof typeof found) => median(found[name])
    const b = growth([...growing].map(([entries, times]) => [entries, median(times)]))
    return [
      row(
        'P5 trial balance of 50 000 entries, and ten times as many of others',
        ms(m('balance')),
        `≤ 2 × ${ms(m('sums'))} + 3 ms`,
        m('balance') <= 2 * m('sums') + 3,
        `beside sums in bare SQL, ${rounds * 4} times`,
      ),
      row(
        'P5 growth of time with entries',
        b.toFixed(2),
        '≤ 1.0',
        b <= 1,
        [...growing].map(([entries, times]) => `${entries}: ${ms(median(times))}`).join(', '),
      ),
      row('P6 first page of an account of 50 000 lines', ms(m('first')), `≤ 3 × ${ms(m('bareFirst'))}`, m('first') <= 3 * m('bareFirst'), 'beside indexed SQL'),
      row('P6 page 1 000 of the same', ms(m('last')), `≤ 1.2 × ${ms(m('first'))}`, m('last') <= 1.2 * m('first'), `bare: ${ms(m('bareLast'))}`),
    ]
  } finally {
    await database.close()
    await bare.close()
  }
}

async function fill(cluster: Cluster): Promise<void> {
  for (const { of, entries } of [
    ...SIZES,
    ...Array.from({ length: TENANTS - SIZES.length }, (_, nr) => ({ of: nr + 4, entries: Math.round(OTHERS / (TENANTS - SIZES.length)) })),
  ]) {
    await cluster.query(
      'ours',
      `set session_replication_role = replica;
       with who as (select array_agg(id order by member) filter (where code = 'debtors') as debtors, array_agg(id order by member) filter (where code = 'turnover') as turnover,
         (array_agg(id) filter (where code = 'bank'))[1] as bank from ledger.account where tenant = '${tenant(of)}'),
       made as (select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id, date '2026-01-01' + (n * 365::bigint / ${entries})::int as on_day, n from generate_series(0, ${entries - 1}) n),
       entries as (insert into ledger.entry (tenant, id, on_day, booked_at, source_kind, source_id, action)
         select '${tenant(of)}', id, on_day, now(), 'bench', n::text, 'ledger.correct' from made)
       insert into ledger.transfer (tenant, entry, line, on_day, debit, credit, cents)
       select '${tenant(of)}', m.id, l.line, m.on_day, case l.line when 1 then w.bank else w.debtors[1 + m.n % 40] end, case l.line when 1 then w.debtors[1 + m.n % 40] else w.turnover[1 + m.n % 40] end, 100 + m.n % 99000
       from made m cross join who w cross join (values (1), (2)) l(line)`,
    )
    await cluster.query(
      'lim',
      `insert into lim.tx select ${of}, n, date '2026-01-01' + (n * 365::bigint / ${entries})::int, n::text from generate_series(0, ${entries - 1}) n;
      insert into lim.entry select ${of}, n, l, case l when 1 then 1 when 2 then 2 + n % 40 when 3 then 2 + n % 40 else 50 + n % 40 end, case when l % 2 = 1 then 100 + n % 99000 else -100 - n % 99000 end from generate_series(0, ${entries - 1}) n cross join generate_series(1, 4) l`,
    )
  }
  for (const name of ['ours', 'lim']) await cluster.query(name, 'vacuum analyze')
}

async function bank(cluster: Cluster): Promise<string> {
  const { rows } = await cluster.query('ours', `select id from ledger.account where tenant = '${LARGE}' and code = 'bank'`)
  return rows[0].id
}

/** The keys with which page 1 000 begins, of ours and of the limit. */
async function farPage(cluster: Cluster, account: string): Promise<[string, string]> {
  const skip = 999 * PAGE - 1
  const ours = await cluster.query(
    'ours',
    `select on_day || '_' || entry || '_' || line as key from ledger.line where tenant = '${LARGE}' and account = '${account}' order by on_day desc, entry desc, line desc offset ${skip} limit 1`,
  )
  const bare = await cluster.query('lim', `select tx from lim.entry where tenant = 1 and account = 1 order by tx desc offset ${skip} limit 1`)
  return [ours.rows[0].key, bare.rows[0].tx]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** Cents are whole numbers of any size: JSON takes them as text. */
function asText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

function ms(time: number): string {
  return `${time.toPrecision(3)} ms`
}
