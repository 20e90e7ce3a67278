import { movableClock } from '#kit/clock.ts'
import { day, lastDay, type Month, monthAfter, startOf } from '#kit/day.ts'
import { type Database, openDatabase } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { cents } from '#kit/money.ts'
import { actAs, type MemberId, type OrganisationId, type World } from '#rooms/access'
import { NOTHING_YET, rulesOf, TEMPLATES } from '#rooms/agreements'
import { type MemberFacts, settleMember, settleSet } from '#rooms/settlement'
import type { Cluster } from './cluster.ts'
import { growth, ratios, row, type Turn } from './turns.ts'

const LINES = 10
const SIZES = [100, 1_000, 10_000] as const

/** P4: a month of M members × 10 payments, a four-way split with a rest to round, one run; a payment divided counts as one entry against L3. */
export async function settling(cluster: Cluster, { rounds }: Turn): Promise<string[]> {
  const database = await openDatabase({ url: cluster.url('ours'), dataDir: null })
  const clock = movableClock(startOf(day('2026-11-02')))
  const world: World = { database, clock }
  try {
    const tenants = new Map<number, { id: OrganisationId; members: MemberId[] }>()
    for (const size of SIZES) tenants.set(size, await cooperativeOf(database, size))
    const pairs: (readonly [number, number])[] = []
    const times = new Map<number, number[]>(SIZES.map((size) => [size, []]))
    let month = '2026-10' as Month
    for (let round = 0; round < rounds; round++) {
      for (const size of SIZES) {
        const at = tenants.get(size)
        if (!at) continue
        clock.set(startOf(lastDay(month)).add({ hours: 48 }))
        const seconds = await settleOnce(world, at, month, size)
        times.get(size)?.push(seconds)
        if (size === 10_000) {
          const limit = cluster.pgbench('lim', new URL('limit-set.pgbench', import.meta.url).pathname, 1, 2) * 1000
          pairs.push([(size * LINES) / seconds, limit])
        }
      }
      month = monthAfter(month)
    }
    const fastest = SIZES.map((size) => [size, Math.min(...(times.get(size) ?? []))] as const)
    const b = growth(fastest)
    return [
      ratios('P4 of L3, 10 000 members × 10 payments', pairs, 0.25, 'entries/s'),
      row('P4 growth of time with members', b.toFixed(2), '≤ 1.05', b <= 1.05, fastest.map(([size, time]) => `${size}: ${time.toFixed(2)} s`).join(', ')),
    ]
  } finally {
    await database.close()
  }
}

async function settleOnce(world: World, at: { id: OrganisationId; members: readonly MemberId[] }, month: Month, size: number): Promise<number> {
  const rules = rulesOf(TEMPLATES.find((each) => each.code === 'resultaat-50-20-20-10')?.articles ?? [])
  // Made one by one, so that what is measured is the program and not the memory of the bench.
  const splits = function* () {
    for (const [place, member] of at.members.entries()) yield settleMember(month, factsOf(member, place, month, rules))
  }
  const start = performance.now()
  await actAs(world, { person: null, organisation: at.id, role: 'system', language: 'nl' }, 'month.close', (tx, permit) =>
    settleSet(tx, permit, { month, head: '', number: null, cover: cents(0), pots: 'obligation' }, splits()),
  )
  const seconds = (performance.now() - start) / 1000
  const { rows } = await world.database.pool.query('select count(*) as n from settlement.divided_receipt where tenant = $1 and month = $2', [at.id, month])
  if (Number(rows[0].n) !== size * LINES) throw new Error(`${rows[0].n} payments divided of ${size * LINES}`)
  return seconds
}

function factsOf(member: MemberId, place: number, month: Month, rules: MemberFacts['agreement']['rules']): MemberFacts {
  return {
    member,
    agreement: { version: 'v1', rules },
    payments: Array.from({ length: LINES }, (_, line) => ({
      receipt: newId(),
      invoice: newId(),
      number: `2026-${place}-${line}`,
      member,
      net: cents(1_000 + ((place * 7 + line * 131) % 9_973)),
      vat: cents(210),
      rounding: cents(0),
      on: day(`${month}-${String(line + 1).padStart(2, '0')}`),
      performedOn: day(`${month}-${String(line + 1).padStart(2, '0')}`),
    })),
    reversing: [],
    costs: { material: cents((place * 37) % 2_000) },
    before: NOTHING_YET,
  }
}

async function cooperativeOf(database: Database, size: number): Promise<{ id: OrganisationId; members: MemberId[] }> {
  const id = `00000000-0000-7000-8000-${String(900_000 + size).padStart(12, '0')}` as OrganisationId
  const members = Array.from({ length: size }, () => newId<MemberId>())
  await database.pool.query("insert into access.organisation (id, kind, name, since) values ($1, 'cooperative', $2, now())", [id, `Coöperatie van ${size}`])
  await database.pool.query("insert into access.person (id, name, language, added_at) select m, 'Lid', 'nl', now() from unnest($1::uuid[]) m", [members])
  // Every account is opened beforehand and known to the planner, as it would be after the first weeks of a cooperative.
  await database.pool.query(
    `insert into ledger.account (tenant, code, member) select $1, code, m from unnest($2::uuid[]) m, unnest(array['resultAllocation', 'businessBudget', 'developmentBudget']) code`,
    [id, members],
  )
  await database.pool.query('analyze ledger.account')
  return { id, members }
}
