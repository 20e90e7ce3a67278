import { readFileSync } from 'node:fs'
import { systemClock } from '#kit/clock.ts'
import { dayOf } from '#kit/day.ts'
import { openDatabase } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { migrate } from '#kit/migrate.ts'
import { addPerson, asSystem, foundOrganisation, giveRole, type OrganisationId, type PersonId, type Role, type World } from '#rooms/access'
import { registerCooperative, settingsFrom } from '#rooms/organisations'
import { type Cluster, freePort, makeCluster } from './cluster.ts'
import { type Running, startProgram } from './start.ts'
import { median, row } from './turns.ts'
import { visitor } from './visitor.ts'

const MEMBERS = 8

/**
 * R1 in small: the program and the database are ended with kill -9 at random moments while members send receipts and the
 * treasurer accepts them, over HTTP. The model is the set of acknowledged forms. With `planted` the database answers before
 * it has written and the browsers forget their keys: then something must be lost and something doubled.
 */
export async function crashing(kills: number, planted: boolean, seed = Date.now() % 100_000): Promise<string[]> {
  const random = randomOf(seed)
  const faults = planted ? ['synchronous_commit = off', 'wal_writer_delay = 10s'] : []
  const cluster = await makeCluster(['restart_after_crash = off', ...faults])
  let program: Running | null = null
  try {
    await cluster.query('postgres', 'create database app')
    const people = await settle(cluster)
    const port = String(await freePort())
    const env = { PORT: port, DATABASE_URL: cluster.url('app'), DEMO: 'on', SECRET: 'the secret of the measurements, long enough' }
    program = await startProgram(env)
    const address = () => `http://127.0.0.1:${port}`
    const load = await begin(address, people, planted)
    const back: number[] = []
    for (let kill = 0; kill < kills; kill++) {
      await sleep(400 + random() * 1200)
      const from = performance.now()
      if (kill % 2 === 0) {
        program.stop('SIGKILL')
        program = await startProgram(env)
      } else {
        killDatabase(cluster)
        await startAgain(cluster)
        await answers(address(), program)
      }
      back.push((performance.now() - from) / 1000)
    }
    await sleep(500)
    const model = await load.end()
    return [
      ...(await compare(cluster, people.cooperative, model, kills, seed)),
      row('R1 back after a kill', `${median(back).toFixed(1)} s`, '', null, `at most ${Math.max(...back).toFixed(1)} s`),
    ]
  } finally {
    await program?.stop('SIGKILL')
    cluster.remove()
  }
}

export type People = { readonly cooperative: OrganisationId; readonly treasurer: PersonId; readonly members: readonly PersonId[] }
type Model = { readonly sent: Map<string, string>; readonly judged: Set<string>; readonly again: number; readonly other: Map<string, number> }

export async function settle(cluster: Cluster): Promise<People> {
  const database = await openDatabase({ url: cluster.url('app'), dataDir: null })
  await migrate(database.pool)
  await database.pool.query("insert into kit.world (single, kind, marked_at) values (true, 'demo', now()) on conflict do nothing")
  const world: World = { database, clock: systemClock }
  const cooperative = newId<OrganisationId>()
  await asSystem(world, cooperative, 'organisation.found', (tx, permit) => foundOrganisation(tx, permit, 'cooperative', 'Coöperatie De Proef U.A.'))
  // A demo with a network in it is whole: the program does not play its own year here.
  await asSystem(world, newId<OrganisationId>(), 'organisation.found', (tx, permit) => foundOrganisation(tx, permit, 'network', 'Netwerk'))
  const somebody = (name: string, role: Exclude<Role, 'system'>) =>
    asSystem(world, cooperative, 'person.invite', async (tx, permit) => {
      const person = await addPerson(tx, permit, { name, email: null, language: 'nl' })
      await giveRole(tx, permit, person, role, dayOf(permit.now))
      return person
    })
  await asSystem(world, cooperative, 'organisation.edit', (tx, permit) =>
    registerCooperative(tx, permit, {
      legalName: 'Coöperatie De Proef U.A.',
      tradeName: 'De Proef',
      kvk: '12345678',
      vatId: 'NL123456782B90',
      iban: 'NL91ABNA0417164300',
      street: 'Dorpsstraat 1',
      postCode: '1234 AB',
      city: 'Proefdam',
      email: null,
      phone: null,
      website: null,
      korSince: null,
      korUntil: null,
      settings: settingsFrom({}),
    }),
  )
  const treasurer = await somebody('Ans', 'treasurer')
  const members: PersonId[] = []
  for (let index = 0; index < MEMBERS; index++) members.push(await somebody(`Lid ${index + 1}`, 'member'))
  await database.close()
  return { cooperative, treasurer, members }
}

/** Each member sends receipts one after the other, and the treasurer accepts each; every form is repeated until it is answered. */
async function begin(address: () => string, { treasurer, members }: People, forgetful: boolean): Promise<{ end: () => Promise<Model> }> {
  let running = true
  let again = 0
  const sent = new Map<string, string>()
  const judged = new Set<string>()
  const other = new Map<string, number>()
  const today = dayOf(systemClock.now())
  const note = (kind: string) => other.set(kind, (other.get(kind) ?? 0) + 1)
  // Everybody is signed in before the first kill: what is measured is the work, not the door.
  const pairs = await Promise.all(
    members.map(async (person) => {
      const [member, ans] = [visitor(address, forgetful), visitor(address, forgetful)]
      await member.signIn(person)
      await ans.signIn(treasurer)
      return { member, ans }
    }),
  )
  const client = async ({ member, ans }: (typeof pairs)[number], index: number) => {
    for (let n = 0; running; n++) {
      const what = `Proef ${index} ${n}`
      const first = await member.insist('/bonnen', { what, gross: '12,10', vat: '2,10', boughtOn: today, kind: 'material', paidBy: 'bank' })
      again += first.sent - 1
      const id = first.status === 303 && first.location ? first.location.split('/').pop() : null
      if (!id) {
        note(`receipt ${first.status}`)
        continue
      }
      sent.set(what, id)
      const second = await ans.insist(`/bonnen/${id}/oordeel`, { outcome: 'accepted', kind: 'material', paidBy: 'bank', vatDeductible: '2,10' })
      again += second.sent - 1
      if (second.status === 303) judged.add(id)
      else note(`judgement ${second.status}`)
    }
  }
  const clients = pairs.map(client)
  return {
    end: async () => {
      running = false
      await Promise.all(clients)
      return { sent, judged, again, other }
    },
  }
}

async function compare(cluster: Cluster, cooperative: OrganisationId, { sent, judged, again, other }: Model, kills: number, seed: number): Promise<string[]> {
  const receipts = await cluster.query('app', `select what, array_agg(id::text) as ids from spending.receipt where tenant = '${cooperative}' group by what`)
  const stored = new Map(receipts.rows.map((each) => [each.what as string, each.ids as string[]]))
  const entries = await cluster.query(
    'app',
    `select e.source_id as receipt, count(distinct e.id)::int as entries, sum(t.cents)::int as cents, count(t.*)::int as transfers
     from ledger.entry e left join ledger.transfer t on t.tenant = e.tenant and t.entry = e.id where e.tenant = '${cooperative}' and e.source_kind = 'receipt' group by 1`,
  )
  const booked = new Map(entries.rows.map((each) => [each.receipt as string, each as { entries: number; cents: number; transfers: number }]))
  const accepted = await cluster.query('app', `select receipt::text, count(*)::int as n from spending.judgement where tenant = '${cooperative}' group by 1`)
  const lost = [...sent].filter(([what, id]) => !stored.get(what)?.includes(id)).length + [...judged].filter((id) => !booked.has(id)).length
  const doubled = [...stored.values()].filter((ids) => ids.length > 1).length + [...booked.values()].filter((each) => each.entries > 1).length
  const half =
    [...booked.values()].filter((each) => each.entries === 1 && (each.transfers !== 2 || each.cents !== 1210)).length +
    accepted.rows.filter((each) => each.n !== 1 || !booked.has(each.receipt)).length +
    [...booked.keys()].filter((id) => !accepted.rows.some((each) => each.receipt === id)).length
  const unexplained = [...stored.keys()].filter((what) => !sent.has(what)).length + [...other.values()].reduce((sum, n) => sum + n, 0)
  const seen = `${kills} kills, seed ${seed}; ${sent.size + judged.size} acknowledged, ${again} sent again${[...other].map(([kind, n]) => `; ${kind}: ${n}`).join('')}`
  return [
    row('R1 acknowledged and lost', String(lost), '0', lost === 0, seen),
    row('R1 doubled', String(doubled), '0', doubled === 0, ''),
    row('R1 half written', String(half), '0', half === 0, ''),
    row('R1 unexplained', String(unexplained), '0', unexplained === 0, ''),
  ]
}

function killDatabase(cluster: Cluster): void {
  const master = cluster.pid()
  const children = readFileSync(`/proc/${master}/task/${master}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  for (const pid of [master, ...children]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

async function startAgain(cluster: Cluster): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    await sleep(150)
    try {
      return cluster.start()
    } catch (error) {
      if (attempt > 20) throw error
    }
  }
}

async function answers(address: string, program: Running): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const health = await fetch(`${address}/gezondheid`).catch(() => null)
    if (health?.ok) return
    await sleep(50)
  }
  throw new Error(`the program does not answer again:\n${program.printed().slice(-3000)}`)
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Mulberry32: the same moments for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
