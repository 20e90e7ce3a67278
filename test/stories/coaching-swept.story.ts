import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import { leave } from '#rooms/members'
import { jobs } from '../../src/rooms/coaching/coaching.jobs.ts'
import { adaptTrack, stepsOf } from '../../src/rooms/coaching/journeys/journeys.ts'
import { asBoard, asCoach, newMember, type Village, village } from '../village.ts'
import { as, type Browser, browser, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let gone: MemberId
let stays: MemberId
let wim: MemberId

const text = async (one: Browser, path: string) => (await one.get(path)).text()
const rowsOf = async (question: string, member: MemberId): Promise<number> => Number((await world.world.database.pool.query(question, [member])).rows[0].n)
const planRows = (member: MemberId) =>
  rowsOf(
    `select sum(n) as n from coaching.plan p, lateral (
      select (select count(*) from coaching.plan_text where plan = p.id) + (select count(*) from coaching.plan_version where plan = p.id)
        + (select count(*) from coaching.plan_signer where plan = p.id) + (select count(*) from coaching.plan_signature where plan = p.id)
        + (select count(*) from coaching.plan_share where plan = p.id) + (select count(*) from coaching.plan_seen where plan = p.id) + 1 as n) x
     where p.member = $1`,
    member,
  )
const partnerRows = (member: MemberId) =>
  rowsOf(
    `select sum(n) as n from coaching.partner_invitation i, lateral (
      select (select count(*) from coaching.partner_link where invitation = i.id) + (select count(*) from coaching.partner_look where invitation = i.id)
        + (select count(*) from coaching.partner_answer where invitation = i.id) + (select count(*) from coaching.partner_end where invitation = i.id) + 1 as n) x where i.member = $1`,
    member,
  )
const invitedRows = (member: MemberId) =>
  rowsOf(
    `select count(*) + count(e.invitation) as n from coaching.case_invitation i
     left join coaching.case_invitation_end e on e.tenant = i.tenant and e.invitation = i.id where i.member = $1`,
    member,
  )
/** Accepted terms, and the version that was replaced since: it stays as long as an acceptance rests on it. */
const acceptedRows = (member: MemberId) =>
  rowsOf(
    `select count(*) + (select count(*) from coaching.own_terms t where t.version = 1 and t.tenant = (select tenant from members.member where member = $1)) as n
     from coaching.terms_accepted where member = $1`,
    member,
  )
const bewindRows = (member: MemberId) =>
  rowsOf(
    `select count(*) + count(c.id) + count(f.id) as n from coaching.bewind b left join coaching.bewind_consent c on c.tenant = b.tenant and c.bewind = b.id
     left join kit.file f on f.organisation = c.tenant and f.id = c.file where b.member = $1`,
    member,
  )
const trackRows = () =>
  rowsOf(
    `select count(distinct v.version) + count(s.key) as n from coaching.track_version v join coaching.track_step s on s.tenant = v.tenant and s.track = v.track and s.version = v.version
     where v.version = 1 and v.tenant = (select tenant from members.member where member = $1)`,
    wim,
  )

/** The night of a day, as the schedule runs it. */
async function night(on: string): Promise<void> {
  itIs(world, on)
  for (const name of ['coaching.forget', 'partner.forget'] as const)
    await jobs[name](world.world, { id: crypto.randomUUID(), job: name, organisation: at.cooperative, facts: {} })
}

/** A plan of action that the municipality reads and the member signed. */
async function signedPlan(member: MemberId): Promise<void> {
  const phone = await signedIn(world, member)
  const own = '/plan-van-aanpak'
  expect(
    (
      await phone.post(own, {
        seen: '0',
        goalBase: '0',
        goal: 'Gordijnen naaien voor de buurt',
        step1Base: '0',
        step1: 'Stof kopen',
        step1Who: 'member',
        step1Due: '',
      })
    ).status,
  ).toBe(303)
  for (const [path, fields] of [
    ['/gemeente', {}],
    ['/gelezen', { seen: '1' }],
    ['/vastleggen', {}],
  ] as const)
    expect([path, (await phone.post(`${own}${path}`, fields)).status]).toEqual([path, 303])
  const html = await text(phone, `${own}/tekenen`)
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
  expect((await phone.post(`${own}/tekenen`, { version: value('version'), hash: value('hash'), name: 'Sanne', agreed: 'ja' })).status).toBe(303)
}

/** Somebody who looked along until a day, and left a message. */
async function lookedAlong(member: MemberId, until: string): Promise<void> {
  const phone = await signedIn(world, member)
  const email = `kim-${member}@schuldhulp.example`
  const page =
    (await phone.post('/meekijkers', { kind: 'debtCounsellor', name: 'Kim Budget', email, until, pieces: ['actionPlan'] })).headers.get('location') ?? ''
  await phone.post(`${page}/versturen`)
  const { rows } = await world.world.database.pool.query<{ body: string }>('select body from kit.mail where to_address = $1', [email])
  const link = new URL(/https?:\S+\/meekijken\/\S+/.exec(rows[0]?.body ?? '')?.[0] ?? '').pathname
  const code = /Je code: (\d{6})/.exec(rows[0]?.body ?? '')?.[1] ?? ''
  const visitor = browser(world)
  expect(await (await visitor.post(link, { code })).text()).toContain('Gordijnen naaien')
  expect((await visitor.post(`${link}/antwoord`, { code, kind: 'message', words: 'Bel me even.', name: 'Kim' })).status).toBeLessThan(400)
}

/** An invitation that somebody of the municipality took. */
async function invitationTaken(member: MemberId, name: string): Promise<void> {
  expect((await (await signedIn(world, member)).post('/klantmanager-uitnodigen', { words: 'Denk je mee?', agreed: 'ja' })).status).toBe(303)
  await world.runJobs()
  const desk = await signedIn(world, at.caseManager)
  const page = await text(desk, '/uitnodigingen')
  const take = /\/uitnodigingen\/[0-9a-f-]+\/oppakken/.exec(page.slice(page.indexOf(name)))?.[0] ?? ''
  expect((await desk.post(take)).status).toBe(303)
}

/** Somebody looks after the money of a member, and consented in writing. */
async function lookedAfter(member: MemberId): Promise<void> {
  const coach = await signedIn(world, at.coach)
  const path = `/leden/${member}/traject/geldhulp`
  const named = await coach.post(path, { kind: 'bewind', name: 'B. Wind', office: 'Bewind Noord', reach: '0600000000', from: '2026-11-02' })
  expect(named.status).toBe(303)
  const bewind = /geldhulp\/([0-9a-f-]{36})\/akkoord/.exec(await text(coach, path))?.[1]
  const file = new File([Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n')], 'akkoord.pdf', { type: 'application/pdf' })
  expect((await coach.post(`${path}/${bewind}/akkoord`, { from: '2026-11-02', until: '2027-11-02', file })).status).toBe(303)
}

/** The next version of the steps of a track. */
async function stepsChanged(seen: number, title: string): Promise<void> {
  await as(world, asBoard(at), 'track.adapt', async (tx, permit) => {
    const steps = await stepsOf(tx, permit, 'plan', seen)
    const typed = steps.map((step, at) => ({ ...step, place: at + 1, ...(at === 0 ? { nl: { ...step.nl, title }, en: { ...step.en, title } } : {}) }))
    await adaptTrack(tx, permit, 'plan', seen, typed)
  })
}

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-11-02')
  gone = await newMember(at, 'Sanne Vertrekt', 'participatiewetOwn')
  stays = await newMember(at, 'Tess Blijft', 'participatiewetOwn')
  wim = await newMember(at, 'Wim Zonder', 'none')
  for (const [member, until] of [
    [gone, '2026-12-01'],
    [stays, '2026-12-02'],
  ] as const) {
    await signedPlan(member)
    await lookedAlong(member, until)
  }
  await invitationTaken(gone, 'Sanne Vertrekt')
  await (await signedIn(world, stays)).post('/klantmanager-uitnodigen', { words: 'Wie kijkt mee?', agreed: 'ja' })
  await (await signedIn(world, at.board)).post('/trajecten/voorwaarden', { words: 'Je draagt tien procent bij.' })
  expect((await (await signedIn(world, wim)).post(`/leden/${wim}/traject/voorwaarden`, { seen: '1', read: 'ja' })).status).toBe(303)
  for (const member of [wim, stays]) await lookedAfter(member)
  await stepsChanged(0, 'Eerste stap van ons')
  itIs(world, '2026-11-05')
  await (await signedIn(world, at.board)).post('/trajecten/voorwaarden', { words: 'Je draagt vijf procent bij.' })
  await stepsChanged(1, 'Eerste stap van ons, nu anders')
  itIs(world, '2026-11-10')
  for (const member of [gone, wim])
    await as(world, asCoach(at), 'member.leave', (tx, permit) => leave(tx, permit, member, day('2026-11-10'), { reason: 'ownWish', destination: 'paidWork' }))
})

describe('what was promised to be kept for a while', () => {
  test.each([
    ['an invitation of a case manager, two years after it was taken', () => invitedRows(gone), '2028-11-02', '2028-11-03'],
    ['the plan of action, two years after leaving', () => planRows(gone), '2028-11-09', '2028-11-10'],
    ['who looked along, two years after the last day', () => partnerRows(gone), '2028-12-01', '2028-12-02'],
    ['steps that were replaced, and who made them, after seven years', trackRows, '2033-11-05', '2033-11-06'],
    ['accepted terms, seven years after leaving, and the terms that were replaced', () => acceptedRows(wim), '2033-11-09', '2033-11-10'],
    ['who looked after the money, with the letter, seven years after the books of the year of leaving', () => bewindRows(wim), '2033-12-31', '2034-01-01'],
  ])('%s: there the day before, gone the day after', async (_, rows, before, after) => {
    const then = await rows()
    expect(then).toBeGreaterThan(0)
    await night(before)
    expect(await rows()).toBe(then)
    await night(after)
    expect(await rows()).toBe(0)
  })

  test('of who stays a plan stays, and an invitation that nobody took yet', async () => {
    expect(await planRows(stays)).toBeGreaterThan(5)
    expect(await invitedRows(stays)).toBe(1)
    expect(await partnerRows(stays)).toBe(0)
    expect(await bewindRows(stays)).toBe(3)
  })
})

test('nobody who is signed in deletes any of it, and nothing of it changes', async () => {
  const tried = (person: MemberId | null, what: string) =>
    world.world.database.unit({ role: 'opbloei_app', organisation: at.cooperative, person }, async (tx) =>
      Number((await sql.raw(what).execute(tx)).numAffectedRows ?? 0),
    )
  for (const table of ['plan_signature', 'plan_seen', 'case_invitation', 'bewind', 'own_terms', 'track_version'])
    expect(await tried(at.coach, `delete from coaching.${table}`)).toBe(0)
  await expect(tried(null, "update coaching.plan_text set words = 'anders'")).rejects.toThrow()
  expect(await tried(null, 'delete from coaching.plan_signature')).toBeGreaterThan(0)
})
