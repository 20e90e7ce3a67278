import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { OPEN } from '#app/open.ts'
import { day } from '#kit/day.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { judgeHours, logHours, savePlan, takeHoursBack, writeLearning } from '#rooms/coaching'
import { forgetPieces } from '../../src/rooms/coaching/partners/partners.ts'
import { mountedRoutes } from '../routes.ts'
import { asCoach, asMember, newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, browser, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let member: MemberId
let phone: Browser
let running: { readonly page: string; readonly link: string; readonly code: string }

const textOf = async (one: Browser, path: string) => (await one.get(path)).text()
const invite = (fields: Readonly<Record<string, string | readonly string[]>> = {}) =>
  phone.post('/meekijkers', {
    kind: 'debtCounsellor',
    name: 'Bo Budget',
    email: 'bo@schuldhulp.example',
    until: '2026-12-01',
    pieces: ['actionPlan', 'pots'],
    ...fields,
  })

/** Invites and sends; gives the page of the member and what stands in the mail. */
async function sent(email: string, fields: Readonly<Record<string, string | readonly string[]>> = {}) {
  const page = (await invite({ email, ...fields })).headers.get('location') ?? ''
  await phone.post(`${page}/versturen`)
  const { rows } = await world.world.database.pool.query<{ body: string }>('select body from kit.mail where to_address = $1', [email])
  const body = rows[0]?.body ?? ''
  return {
    page,
    link: new URL(/https?:\S+\/meekijken\/\S+/.exec(body)?.[0] ?? '').pathname,
    code: /Je code: (\d{6})/.exec(body)?.[1] ?? '',
    mails: rows.length,
  }
}

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-11-02')
  member = await newMember(at, 'Petra Deelt', 'participatiewetOwn')
  await withConsent(at, member, '2026-11-02')
  const goal = { field: 'goal', base: 0, value: { words: 'Tassen van oud leer', who: null, due: null }, settles: [] } as const
  await as(world, asMember(at, member), 'actionPlan.write', (tx, permit) => savePlan(tx, permit, member, [goal], 0))
  phone = await signedIn(world, member)
})

describe('somebody looks along', () => {
  test('the member sees exactly what will be seen, and nothing is sent before', async () => {
    const form = await textOf(phone, '/meekijkers/nieuw')
    for (const offered of ['Plan van aanpak', 'Wat er in mijn potjes zit', 'Brief van de gemeente']) expect(form).toContain(offered)
    const page = (await invite()).headers.get('location') ?? ''
    const shown = await textOf(phone, page)
    for (const words of ['Klopt dit?', 'Tassen van oud leer', 'Samen, op 2 november 2026']) expect(shown).toContain(words)
    const mails = await world.world.database.pool.query("select from kit.mail where to_address = 'bo@schuldhulp.example'")
    expect(mails.rows).toHaveLength(0)
    await phone.post(`${page}/intrekken`)
  })

  test('opens with link and code, sees the chosen pieces only, and the member reads when', async () => {
    running = await sent('kim@schuldhulp.example', { name: 'Kim Budget', pieces: ['actionPlan'] })
    const visitor = browser(world)
    const door = await textOf(visitor, running.link)
    expect(door).not.toContain('Tassen van oud leer')
    const wrong = await visitor.post(running.link, { code: running.code === '111111' ? '222222' : '111111' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).not.toContain('Tassen van oud leer')
    expect(await textOf(phone, running.page)).toContain('Er is nog niet gekeken')
    const opened = await (await visitor.post(running.link, { code: running.code })).text()
    expect(opened).toContain('Tassen van oud leer')
    for (const hidden of ['potjes', 'Brief van de gemeente', 'Weverstraat']) expect(opened).not.toContain(hidden)
    expect(await textOf(phone, running.page)).not.toContain('Er is nog niet gekeken')
  })

  test('confirms a fact and leaves a message once, which the member reads with name and day', async () => {
    const visitor = browser(world)
    const answer = `${running.link}/antwoord`
    const key = '01900000-0000-7000-8000-000000000001'
    const right = { code: running.code, about: 'Plan van aanpak', name: 'Kim Budget' }
    for (const _ of [1, 2]) expect((await visitor.post(answer, right, key)).status).toBe(303)
    expect((await visitor.post(answer, { code: running.code, kind: 'message', words: 'Ik bel je maandag.', name: 'Kim' })).status).toBe(303)
    expect((await visitor.post(answer, { code: running.code, kind: 'message', words: 'BSN 111222333', name: 'Kim' })).status).toBe(422)
    expect((await visitor.post(answer, { code: running.code, about: 'Maandopgave van mei 2026', name: 'Kim' })).status).toBe(409)
    expect((await visitor.post(answer, { ...right, code: '000000' === running.code ? '000001' : '000000' })).status).toBe(422)
    const page = await textOf(phone, running.page)
    expect(page.match(/Plan van aanpak klopt/g)).toHaveLength(1)
    expect(page).toContain('Ik bel je maandag.')
    expect(await textOf(phone, '/berichten')).toContain('Iemand die meekijkt')
  })

  test('sees a copy: what changes later is not added', async () => {
    const change = { field: 'goal', base: 1, value: { words: 'Riemen', who: null, due: null }, settles: [] } as const
    await as(world, asMember(at, member), 'actionPlan.write', (tx, permit) => savePlan(tx, permit, member, [change], 0))
    const opened = await (await browser(world).post(running.link, { code: running.code })).text()
    expect(opened).toContain('Tassen van oud leer')
    expect(opened).not.toContain('Riemen')
  })

  test('sending twice sends one mail, and its link is kept as a digest only', async () => {
    const { page, link, mails } = await sent('wil@zorg.example', { kind: 'care' })
    await phone.post(`${page}/versturen`)
    const { rows } = await world.world.database.pool.query("select from kit.mail where to_address = 'wil@zorg.example'")
    expect([mails, rows.length]).toEqual([1, 1])
    const kept = await world.world.database.pool.query<{ token_hash: string }>('select token_hash from coaching.partner_link')
    expect(kept.rows.some(({ token_hash }) => link.includes(token_hash))).toBe(false)
  })

  test('is refused without a piece, with a day that is past or too far, and with a piece of somebody else', async () => {
    for (const wrong of [
      { pieces: [] },
      { until: '2026-11-01' },
      { until: '2027-11-04' },
      { pieces: ['consentLetter:00000000-0000-7000-8000-00000000dead'] },
    ]) {
      const answer = await invite(wrong)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('value="Bo Budget"')
    }
    const other = await signedIn(world, await newMember(at, 'Otto Ander', 'participatiewetOwn'))
    expect((await other.get(running.page)).status).toBe(404)
    expect((await other.post(`${running.page}/intrekken`)).status).toBe(404)
    for (const person of [at.coach, at.board, at.treasurer]) expect((await (await signedIn(world, person)).get(running.page)).status).toBe(403)
  })
})

describe('hours of language and taking part', () => {
  const log = (kind: 'language' | 'participation', on: string, what: string, hours: bigint) =>
    as(world, asMember(at, member), 'hours.log', (tx, permit) => logHours(tx, permit, { kind, on: day(on), what, thousandths: hours * 1000n }))
  const judge = (id: string, counts: boolean) =>
    as(world, asCoach(at), 'hours.confirm', (tx, permit) =>
      judgeHours(tx, permit, member, [id], counts ? { counts } : { counts, reason: 'Toen was de winkel dicht.' }),
    )

  test('can be shown once a coach confirmed some: those alone, until the day, and gone with one tap', async () => {
    expect(await textOf(phone, '/meekijkers/nieuw')).not.toContain('value="hours"')
    const learning = { road: 'z', speaks: null, level: 'a2', pipOn: null } as const
    await as(world, asCoach(at), 'learning.write', (tx, permit) => writeLearning(tx, permit, member, learning))
    const lesson = await log('language', '2026-10-12', 'Taalles in het buurthuis', 2n)
    expect((await invite({ pieces: ['hours'] })).status, 'nothing is confirmed yet').toBe(422)
    await judge(lesson, true)
    await judge(await log('participation', '2026-10-13', 'Tassen gestikt', 3n), true)
    await judge(await log('participation', '2026-10-14', 'Winkel opgeruimd', 4n), false)
    const takenBack = await log('language', '2026-10-15', 'Film gekeken', 1n)
    await as(world, asMember(at, member), 'hours.log', (tx, permit) => takeHoursBack(tx, permit, takenBack))
    await log('language', '2026-10-16', 'Gepraat met de buurvrouw', 1n)

    expect(await textOf(phone, '/meekijkers/nieuw')).toContain('value="hours"')
    const { page, link, code } = await sent('tolk@taal.example', { kind: 'languageBuddy', name: 'Tineke Taal', pieces: ['hours'], until: '2026-11-09' })
    const seen = await (await browser(world).post(link, { code })).text()
    const shown = seen.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    for (const words of [
      'Taal 2:00 800',
      'Meedoen 3:00 800',
      'Samen 5:00 1600',
      'Taalles in het buurthuis',
      'Tassen gestikt',
      'Dit was bevestigd op 2 november 2026',
    ])
      expect(shown).toContain(words)
    for (const hidden of ['Winkel opgeruimd', 'Film gekeken', 'Gepraat met', 'winkel dicht', 'Marleen Visser']) expect(shown).not.toContain(hidden)
    expect(await textOf(phone, page)).not.toContain('Er is nog niet gekeken')

    await judge(await log('language', '2026-10-19', 'Boek gelezen', 1n), true)
    expect(await (await browser(world).post(link, { code })).text(), 'a copy of the day').not.toContain('Boek gelezen')
    expect((await phone.post(`${page}/intrekken`)).status).toBe(303)
    expect(await (await browser(world).post(link, { code })).text()).not.toContain('Taalles')
  })
})

describe('the matrix of whoever looks along', () => {
  test('no page of the house opens for a browser that holds a link', async () => {
    const visitor = browser(world)
    await visitor.post(running.link, { code: running.code })
    const own = running.page.split('/').at(-1) ?? ''
    const pages = mountedRoutes(world.app).filter(({ method, path }) => method === 'GET' && !Object.hasOwn(OPEN, `GET ${path}`))
    expect(pages.length).toBeGreaterThan(100)
    const open: string[] = []
    for (const { path } of pages) {
      const answer = await visitor.get(path.replace(/:member/g, member).replace(/:\w+/g, own))
      const ledToSignIn = answer.status === 303 && answer.headers.get('location')?.startsWith('/inloggen')
      // An address of a month or a track with an id in it is a page that is not there.
      if (answer.status !== 403 && answer.status !== 404 && !ledToSignIn) open.push(`${path}: ${answer.status}`)
    }
    expect(open).toEqual([])
  })

  test('row security: a query for more finds the one invitation and nothing else', async () => {
    const token = running.link.split('/').at(-1) ?? ''
    const counts = await world.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, async (tx) => {
      await sql`select set_config('app.token', encode(sha256(${token}::bytea), 'hex'), true)`.execute(tx)
      const tables = ['partner_invitation', 'partner_piece', 'plan', 'plan_text', 'plan_version', 'case_invitation', 'partner_look']
      const found: Record<string, number> = {}
      for (const table of [
        ...tables.map((each) => `coaching.${each}`),
        'members.member',
        'consent.letter',
        'settlement.month_statement',
        'ledger.transfer',
        'access.person',
      ]) {
        const { rows } = await sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)}`.execute(tx)
        found[table] = Number(rows[0]?.n)
      }
      return found
    })
    expect(Object.entries(counts).filter(([, n]) => n > 0)).toEqual([
      ['coaching.partner_invitation', 1],
      ['coaching.partner_piece', 1],
    ])
  })
})

describe('the end', () => {
  test('one tap stops it: a kind sentence and nothing else, and the copies are gone', async () => {
    const stopped = await sent('tal@taal.example', { kind: 'languageBuddy', name: 'Tal Taal' })
    expect((await phone.post(`${stopped.page}/intrekken`)).status).toBe(303)
    const visitor = browser(world)
    for (const answer of [await visitor.get(stopped.link), await visitor.post(stopped.link, { code: stopped.code })]) {
      const page = await answer.text()
      expect(page).toContain('Hier is niets meer te zien')
      expect(page).not.toMatch(/Riemen|Tassen|potjes/)
    }
    expect((await visitor.post(`${stopped.link}/antwoord`, { code: stopped.code, kind: 'message', words: 'Nog iets', name: 'Tal' })).status).toBe(409)
    const left = await world.world.database.pool.query('select from coaching.partner_piece where invitation = $1', [stopped.page.split('/').at(-1)])
    expect(left.rows).toHaveLength(0)
  })

  test('on its last day it can be seen, the day after it cannot, and in the night the copies go', async () => {
    itIs(world, '2026-12-01')
    expect(await (await browser(world).post(running.link, { code: running.code })).text()).toContain('Tassen van oud leer')
    itIs(world, '2026-12-02')
    const over = await (await browser(world).post(running.link, { code: running.code })).text()
    expect(over).toContain('Hier is niets meer te zien')
    expect(over).not.toContain('Tassen')
    const pieces = async () =>
      (await world.world.database.pool.query('select from coaching.partner_piece where invitation = $1', [running.page.split('/').at(-1)])).rows.length
    expect(await pieces()).toBe(1)
    await asSystem(world.world, at.cooperative, 'partner.forget', forgetPieces)
    expect(await pieces()).toBe(0)
  })

  test('a link that nobody was given leads nowhere', async () => {
    expect((await browser(world).get(`${running.link.slice(0, -4)}AAAA`)).status).toBe(404)
  })
})
