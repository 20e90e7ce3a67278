import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, day } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import { deskOrganisation } from '../../src/rooms/network/inquiries/inquiries.ts'
import { signUp, signUpToken } from '../../src/rooms/network/starting/signing-up/signing-up.ts'
import { jobs as starting } from '../../src/rooms/network/starting/starting.jobs.ts'
import { type Browser, browser, found, itIs, ownWorld, signedIn, somebody, type TestWorld } from '../world.ts'

/** Beginning without being let in: an address that proves itself, a path at once, one check before anything real, and a path that nobody touches. */
let world: TestWorld
let end = async () => {}
let network: OrganisationId
let nel: Browser
const START = day('2026-11-02')

beforeAll(async () => {
  const own = await ownWorld('signing_up')
  world = own.world
  end = own.end
  itIs(world, START)
  await found(world, 'network', 'Netwerk voor wie begint')
  network = (await world.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, deskOrganisation)) ?? expect.fail('no network')
  nel = await signedIn(world, await somebody(world, network, 'network', 'Nel Neemt Aan'))
}, 120_000)

afterAll(() => end())

const html = async (who: Browser, path: string) => (await who.get(path)).text()
const rows = async (text: string, values: unknown[]) => (await world.world.database.pool.query(text, values)).rows
const mailsTo = (email: string) => rows('select subject, body from kit.mail where to_address = $1 order by written_at, id', [email])
const FORM = { kind: 'initiative', name: 'Het Proefbed', place: 'Wilgendam', code: '', personName: 'Roos Begint', email: 'roos@proefbed.example', leeg: '' }

/** Opens the form, waits as a person does, and sends it. */
async function begins(fields: Readonly<Record<string, string>> = {}, key?: string, path = '/starten/beginnen') {
  const who = browser(world)
  const shown = /name="_shown" value="([^"]+)"/.exec(await html(who, path))?.[1] ?? ''
  world.clock.set(world.clock.now().add({ seconds: 30 }))
  return who.post(path, { ...FORM, ...fields, _shown: shown }, key)
}

/** Proves an address by the link of its first mail; gives the person and the organisation that came of it. */
async function proves(email: string): Promise<{ path: string; organisation: OrganisationId; person: PersonId }> {
  const [mail] = await mailsTo(email)
  const path = new URL(/http\S+/.exec(mail.body)?.[0] ?? '').pathname
  await browser(world).post(path)
  await world.runJobs()
  const [row] = await rows(
    'select organisation, person from access.affiliation a join access.person p on p.id = a.person where p.email = $1 order by role desc',
    [email],
  )
  return { path, organisation: row?.organisation, person: row?.person }
}

describe('who begins by itself', () => {
  let roos: Browser
  let organisation: OrganisationId
  let person: PersonId

  test('is no program: an empty field stays empty, and a form takes a few seconds', async () => {
    expect((await begins({ leeg: 'spam' })).status).toBe(422)
    const hasty = browser(world)
    const shown = /name="_shown" value="([^"]+)"/.exec(await html(hasty, '/starten/beginnen'))?.[1] ?? ''
    const answer = await hasty.post('/starten/beginnen', { ...FORM, _shown: shown })
    expect([answer.status, (await answer.text()).includes('Het Proefbed')]).toEqual([422, true])
    for (const wrong of [
      { name: 'Koop bij winnen.com' },
      { personName: 'https://x.example' },
      { name: 'Plan 123456782' },
      { place: '' },
      { kind: 'municipality' },
    ])
      expect((await begins(wrong)).status, JSON.stringify(wrong)).toBe(422)
    expect(await mailsTo(FORM.email)).toEqual([])
  })

  test('gets one mail that says nothing of what was typed, and nothing is there before the address proves itself', async () => {
    const key = newId()
    const sent = await begins({}, key)
    expect(sent.headers.get('location')).toBe('/starten/verstuurd')
    expect(await html(browser(world), '/starten/verstuurd')).toContain('Kijk in je mail')
    await begins({}, key)
    const mails = await mailsTo(FORM.email)
    expect(mails).toHaveLength(1)
    expect(mails[0].body).not.toMatch(/Proefbed|Roos/)
    const path = new URL(/http\S+/.exec(mails[0].body)?.[0] ?? '').pathname
    // A scanner of mail opens the link and proves nothing.
    expect(await html(browser(world), path)).toContain('Ja, dit ben ik')
    await world.runJobs()
    expect(await rows('select id from access.person where email = $1', [FORM.email])).toEqual([])
    expect((await browser(world).get(`${path.slice(0, -3)}AAA`)).status).toBe(404)
  })

  test('has a start path at once, and the network is told, without seeing how far it is', async () => {
    const proved = await proves(FORM.email)
    ;({ organisation, person } = proved)
    expect(await html(browser(world), proved.path)).toContain('Je startpad wordt klaargezet')
    await browser(world).post(proved.path)
    await world.runJobs()
    expect((await mailsTo(FORM.email)).map(({ subject }) => subject)).toEqual(['Bevestig je e-mailadres voor een startpad', 'Je kunt inloggen bij Opbloei'])
    roos = await signedIn(world, person)
    expect((await roos.get('/start')).headers.get('location')).toBe('/startpad')
    expect(await html(roos, '/startpad')).toContain('0 van de 14 stappen zijn klaar')
    await roos.post('/startpad/mensen/stand', { stand: 'klaar' })
    const desk = await html(nel, '/netwerk/initiatieven')
    expect(desk).toMatch(/Het Proefbed<\/dt><dd>Wilgendam, begon zelf, Uitnodiging verstuurd/)
    expect(desk).not.toMatch(/>Het Proefbed<\/th>/)
    expect(await html(nel, '/berichten')).toContain('Er is iets nieuws bij wie begint.')
    await roos.post('/startpad/delen', { delen: 'ja' })
    expect(await html(nel, '/netwerk/initiatieven')).toMatch(/>Het Proefbed<\/th>.*?1 van 10/)
  })

  test('works on it together, with ten roles at most', async () => {
    const administrator = await rows("select id from access.affiliation where organisation = $1 and role = 'administrator'", [organisation])
    // The last step of the path leads there; whoever stands there in another role goes on with one button, to the same page.
    const shut = await roos.get('/medewerkers')
    const page = await shut.text()
    expect([shut.status, page.includes('Ga verder als beheerder'), page.includes(`name="rol" value="${administrator[0].id}"`)]).toEqual([403, true, true])
    expect((await roos.post('/rol', { rol: administrator[0].id, naar: '/medewerkers' })).headers.get('location')).toBe('/medewerkers')
    expect((await roos.get('/medewerkers')).status).toBe(200)
    expect((await roos.post('/rol', { rol: administrator[0].id, naar: 'https://elders.example' })).headers.get('location')).toBe('/start')
    expect((await roos.post('/medewerkers', { naam: 'Win bij winnen.com', email: 'h0@proefbed.example', rol: 'board', tot: '2027-06-01' })).status).toBe(422)
    for (const turn of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const sent = await roos.post('/medewerkers', { naam: `Helper ${turn}`, email: `h${turn}@proefbed.example`, rol: 'board', tot: '2027-06-01' })
      expect(sent.status).toBe(303)
    }
    const eleventh = await roos.post('/medewerkers', { naam: 'Helper 9', email: 'h9@proefbed.example', rol: 'board', tot: '2027-06-01' })
    expect([eleventh.status, (await eleventh.text()).includes('Jullie hebben al tien rollen gegeven')]).toEqual([422, true])
    const [helper] = await rows('select id from access.person where email = $1', ['h1@proefbed.example'])
    expect(await html(await signedIn(world, helper.id), '/startpad')).toContain('1 van de 14 stappen is klaar')
    expect((await roos.post(`/medewerkers/${helper.id}/tweede-stap`)).status).toBe(422)
    const board = await rows("select id from access.affiliation where organisation = $1 and role = 'board' and person = $2", [organisation, person])
    await roos.post('/rol', { rol: board[0].id })
  })

  test('prepares everything, and reaches nobody: no details, members, entry, introduction or agreement with a municipality', async () => {
    for (const open of ['/startpad', '/startpad/notaris', '/stukken', '/afspraken']) expect((await roos.get(open)).status, open).toBe(200)
    // Nothing on the page of agreements leads to where it may not go yet.
    const leads = [...(await html(roos, '/afspraken')).matchAll(/<main[\s\S]*<\/main>/g)].flatMap(([main]) =>
      [...main.matchAll(/href="(\/[^"#]*)"/g)].map(([, path = '']) => path),
    )
    for (const path of new Set(leads)) expect([path, (await roos.get(path)).status]).toEqual([path, 200])
    for (const shut of ['/aanmeldingen', '/leden', '/vermelding', '/kennismaken', '/ervaring', '/bestuur']) {
      const answer = await roos.get(shut)
      expect([answer.status, (await answer.text()).includes('Dit kan pas als het netwerk jullie heeft bevestigd.')], shut).toEqual([403, true])
    }
    expect((await roos.post('/organisatie', { legalName: 'Coöperatie Het Proefbed U.A.', kvk: '12345678' })).status).toBe(403)
    expect(await html(browser(world), '/cooperaties')).not.toContain('Het Proefbed')
  })

  test('asks to be confirmed once it has a number, and is a cooperative when the network says so', async () => {
    expect((await roos.post('/startpad/bevestiging/aanvraag', { kvk: '123', words: 'Bel Roos.' })).status).toBe(422)
    expect((await roos.post('/startpad/bevestiging/aanvraag', { kvk: '1234 5678', words: 'Bel Roos, 06 0000 0000.' })).status).toBe(303)
    expect((await roos.post('/startpad/bevestiging/aanvraag', { kvk: '12345678', words: 'Nog eens.' })).status).toBe(409)
    await world.runJobs()
    const address = async () =>
      /action="(\/netwerk\/initiatieven\/bevestigingen\/[^"]+)"(?:(?!<form).)*?Het Proefbed/s.exec(await html(nel, '/netwerk/initiatieven'))?.[1] ?? ''
    const first = await address()
    expect((await roos.post(first, { answer: 'ja' })).status).toBe(403)
    expect((await nel.post(first, { answer: 'nee' })).status).toBe(422)
    expect((await nel.post(first, { answer: 'nee', words: 'De naam in het register is anders.' })).status).toBe(303)
    expect((await nel.post(first, { answer: 'ja' })).status).toBe(409)
    await world.runJobs()
    expect(await html(roos, '/startpad/bevestiging')).toContain('De naam in het register is anders.')
    expect(await html(roos, '/berichten')).toContain('Er is iets nieuws bij jullie startpad.')
    expect((await roos.get('/vermelding')).status).toBe(403)
    await roos.post('/startpad/bevestiging/aanvraag', { kvk: '12345678', words: 'De naam is nu gelijk.' })
    expect((await nel.post(await address(), { answer: 'ja' })).status).toBe(303)
    expect((await roos.get('/aanmeldingen')).status).toBe(200)
    expect(await html(roos, '/startpad/bevestiging')).toContain('Het netwerk heeft jullie bevestigd.')
    expect((await roos.post('/startpad/bevestiging/aanvraag', { kvk: '12345678', words: 'Weer.' })).status).toBe(409)
  })
})

describe('a municipality that begins', () => {
  const asks = async (name: string, email: string, code: string) => {
    const id = newId<OrganisationId>()
    const facts = { kind: 'municipality', name: 'Een sociale coöperatie', place: name, code, personName: `Bea ${name}`, email } as const
    const token = signUpToken(world.settings.secret, id)
    await asSystem(world.world, network, 'start.signUp', (tx, permit) => signUp(tx, permit, id, facts, token, world.settings.baseUrl))
    return { id, token }
  }

  test('has no seat before the network says yes, and then a path of its own', async () => {
    const { id, token } = await asks('Beginstad', 'bea@beginstad.example', 'DM60')
    const decide = `/netwerk/initiatieven/gemeenten/${id}/besluit`
    expect((await nel.post(decide, { answer: 'ja' })).status).toBe(404)
    await proves('bea@beginstad.example')
    expect(await html(browser(world), `/starten/bevestigen/${token}`)).toContain('Het netwerk kijkt het na')
    expect(await rows('select id from access.organisation where id = $1', [id])).toEqual([])
    expect(await html(nel, '/netwerk/initiatieven')).toContain('Bea Beginstad vraagt dit met bea@beginstad.example')
    expect((await nel.post(decide, { answer: 'nee' })).status).toBe(422)
    await nel.post(decide, { answer: 'ja' })
    expect((await nel.post(decide, { answer: 'nee', words: 'Toch niet.' })).status).toBe(409)
    await world.runJobs()
    const [seat] = await rows('select person, role from access.affiliation where organisation = $1', [id])
    expect(seat.role).toBe('policyAdviser')
    const bea = await signedIn(world, seat.person)
    expect(await html(bea, '/startpad')).toContain('Lees wat een sociale coöperatie is')
    expect((await bea.get('/organisatie')).status).toBe(200)
  })

  test('that is none hears why by mail, and nothing was begun', async () => {
    const { id, token } = await asks('Nepstad', 'nep@nepstad.example', 'DM61')
    await proves('nep@nepstad.example')
    await nel.post(`/netwerk/initiatieven/gemeenten/${id}/besluit`, { answer: 'nee', words: 'De gemeente kent deze vraag niet.' })
    await world.runJobs()
    expect((await mailsTo('nep@nepstad.example')).map(({ body }) => body).join()).toContain('De gemeente kent deze vraag niet.')
    expect(await html(browser(world), `/starten/bevestigen/${token}`)).toContain('Dit is niet doorgegaan')
    expect(await rows('select id from access.organisation where id = $1', [id])).toEqual([])
  })
})

test('a path that nobody touches is told after five months and wiped a month later; a sign-up that proved nothing goes after a week', async () => {
  itIs(world, START)
  await begins({ name: 'Het Stille Plan', email: 'stil@plan.example', personName: 'Stil Plan' })
  const { organisation, person } = await proves('stil@plan.example')
  const stil = await signedIn(world, person)
  await stil.post('/startpad/mensen/stand', { stand: 'klaar' })
  await begins({ email: 'nooit@plan.example' })
  const watch = async (days: number) => {
    itIs(world, addDays(START, days))
    await starting['start.watch'](world.world, { id: newId(), job: 'start.watch', organisation: network, facts: {} })
    await world.runJobs()
    return rows('select name from access.organisation where id = $1', [organisation])
  }
  const signUps = () => rows("select id from network.sign_up where email = 'nooit@plan.example'", [])
  expect(await signUps()).toHaveLength(1)
  await watch(8)
  expect(await signUps()).toEqual([])
  await watch(151)
  expect(await rows('select * from network.start_told where tenant = $1', [organisation])).toEqual([])
  await watch(153)
  await watch(154)
  expect(await rows('select * from network.start_told where tenant = $1', [organisation])).toHaveLength(1)
  expect(await watch(180)).toEqual([{ name: 'Het Stille Plan' }])
  expect(await watch(184)).toEqual([{ name: 'Een gestopt initiatief' }])
  for (const table of ['start_tick', 'start_sharing', 'start_told', 'confirming'])
    expect(await rows(`select * from network.${table} where tenant = $1`, [organisation])).toEqual([])
  expect(await rows('select id from network.initiative where id = $1', [organisation])).toEqual([])
  expect(await rows('select name, email from access.person where id = $1', [person])).toEqual([{ name: 'Iemand die stopte', email: null }])
  expect((await stil.get('/startpad')).status).toBe(303)
  itIs(world, START)
})
