import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import { outbox } from '#kit/mail.ts'
import { addPerson, asSystem, giveRole, invite, looked, type OrganisationId, type PersonId, relate } from '#rooms/access'
import { as, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let cooperative: OrganisationId
let municipality: OrganisationId
let samira: PersonId
let joost: PersonId
let karin: PersonId
let beheerder: PersonId

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  cooperative = await found(world, 'cooperative', 'Coöperatie De Zwanenbloem U.A.')
  municipality = await found(world, 'municipality', 'Gemeente Zwanendam')
  samira = await somebody(world, cooperative, 'member', 'Samira Vos')
  joost = await somebody(world, cooperative, 'coach', 'Joost')
  beheerder = await invited(cooperative, 'administrator', 'beheer@zwanenbloem.example')
  karin = await invited(municipality, 'caseManager', 'karin@zwanendam.example')
  await invited(municipality, 'policyAdviser', 'beleid@zwanendam.example')
  await asSystem(world.world, cooperative, 'person.invite', (tx, permit) => relate(tx, permit, 'coach', samira, joost))
  await asSystem(world.world, municipality, 'person.invite', (tx, permit) => relate(tx, permit, 'caseManager', samira, karin))
})

function invited(organisation: OrganisationId, role: string, email: string, until = '2027-11-01'): Promise<PersonId> {
  return asSystem(world.world, organisation, 'person.invite', (tx, permit) =>
    invite(tx, permit, { name: `Naam van ${role}`, email, role, until: day(until) }, 'http://localhost'),
  )
}

const mailsOf = (organisation: OrganisationId) => world.world.database.unit({ role: 'opbloei_app', organisation, person: null }, (tx) => outbox(tx, 100))

const denials = async (person: PersonId) =>
  (await world.world.database.pool.query<{ action: string }>('select action from access.denial where person = $1 order by at', [person])).rows

describe('a form', () => {
  test('from another site is refused, whatever it carries', async () => {
    const at = await signedIn(world, beheerder)
    const page = await (await at.get('/medewerkers')).text()
    const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const cookies = { cookie: 'formulier=x', origin: 'https://elders.nl', 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await world.app.request('http://localhost/medewerkers', { method: 'POST', headers: cookies, body: `_csrf=${token}` })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('We weten niet zeker dat dit formulier van jou komt.')
  })

  test('without the token of this browser is refused', async () => {
    const at = await signedIn(world, beheerder)
    expect((await at.post('/medewerkers', { _csrf: 'geraden' })).status).toBe(403)
    expect((await at.post('/uitloggen', { _csrf: 'geraden' })).status).toBe(403)
    expect((await at.get('/medewerkers')).status).toBe(200)
  })
})

describe('every answer', () => {
  test('tells the browser to run nothing of others, to frame nothing and to keep nothing', async () => {
    const { headers } = await (await signedIn(world, samira)).get('/wie-keek')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('private, no-store')
  })
})

describe('what does not belong to a role', () => {
  test('is refused, and the attempt is written down', async () => {
    const before = (await denials(samira)).length
    expect((await (await signedIn(world, samira)).get('/medewerkers')).status).toBe(403)
    expect((await denials(samira)).slice(before)).toEqual([{ action: 'person.invite' }])
  })

  test('leads somebody who is not signed in to the way in, and back', async () => {
    const answer = await browser(world).get('/medewerkers')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/inloggen?naar=%2Fmedewerkers'])
  })

  test('is told on the page of who may what, for the role of now and for all', async () => {
    const page = await (await signedIn(world, samira)).get('/toegang').then((answer) => answer.text())
    expect(page).toContain('Wat jij mag als lid')
    expect(page).toContain('iemand een rol geven')
  })

  test('is told in English to whoever reads English', async () => {
    const person = await invited(cooperative, 'administrator', 'english@zwanenbloem.example')
    const at = await signedIn(world, person)
    await at.post('/taal', { taal: 'en', naar: '/mijn-account' })
    const page = await (await at.get('/toegang')).text()
    for (const words of ['What you may do as administrator', 'give somebody a role', 'for the whole organisation']) expect(page).toContain(words)
    expect(page).not.toMatch(/iemand|boekt geld|wordt opgeschreven/)
    expect(await (await at.get('/medewerkers')).text()).toContain('Invite somebody')
    const refused = await at.post('/medewerkers', { naam: 'Jo', email: 'jo@zwanenbloem.example', rol: 'member', tot: '2027-06-30' })
    expect(await refused.text()).toContain('You cannot give this role here.')
  })
})

describe('inviting', () => {
  test('a known address gets another role, and not another person', async () => {
    const again = await invited(cooperative, 'board', 'karin@zwanendam.example')
    expect(again).toBe(karin)
    const mails = (await mailsOf(cooperative)).filter((mail) => mail.to === 'karin@zwanendam.example')
    expect(mails[0]?.text).toContain('als bestuurslid')
    expect(mails[0]?.text).toContain('tot en met 1 november 2027')
  })

  test('the same invitation again moves the end only', async () => {
    const email = 'verleng@zwanenbloem.example'
    const person = await invited(cooperative, 'coach', email, '2026-12-31')
    expect(await invited(cooperative, 'coach', email, '2027-06-30')).toBe(person)
    const { rows } = await world.world.database.pool.query('select until from access.affiliation where person = $1', [person])
    expect(rows).toEqual([{ until: '2027-06-30' }])
  })

  test.each([
    ['a role of a municipality at a cooperative', 'caseManager', '2027-01-01'],
    ['the role of a member', 'member', '2027-01-01'],
    ['an end that is today', 'coach', '2026-11-02'],
    ['an end beyond three years', 'coach', '2029-11-03'],
  ])('%s is refused', async (_, role, until) => {
    await expect(invited(cooperative, role, 'niet@zwanenbloem.example', until)).rejects.toMatchObject({ kind: 'rule' })
  })

  test('is done on a page, and what was typed stays when something is wrong', async () => {
    const at = await signedIn(world, beheerder)
    const wrong = await at.post('/medewerkers', { naam: 'Fatima de Wit', email: 'geen adres', rol: 'treasurer', tot: '2027-06-30' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Fatima de Wit')
    expect((await at.post('/medewerkers', { naam: 'Fatima de Wit', email: 'fatima@zwanenbloem.example', rol: 'treasurer', tot: '2027-06-30' })).status).toBe(
      303,
    )
    expect(await (await at.get('/medewerkers')).text()).toContain('fatima@zwanenbloem.example')
  })

  test('a role that is ended opens nothing any more, at once', async () => {
    const person = await invited(cooperative, 'treasurer', 'weg@zwanenbloem.example')
    const leaving = await signedIn(world, person)
    expect((await leaving.get('/grootboek')).status).toBe(200)
    const at = await signedIn(world, beheerder)
    const key = newId<string>()
    for (const sent of ['once', 'and again']) expect((await at.post(`/medewerkers/${person}/einde`, { rol: 'treasurer' }, key)).status, sent).toBe(303)
    expect((await leaving.get('/grootboek')).status).not.toBe(200)
    expect((await at.post(`/medewerkers/${beheerder}/einde`, { rol: 'administrator' })).status).toBe(422)
    expect((await at.post(`/medewerkers/${karin}/einde`, { rol: 'caseManager' })).status, 'a role elsewhere is not seen from here').toBe(404)
  })

  test('a role that has not begun or has ended is no way in', async () => {
    const person = await asSystem(world.world, cooperative, 'person.invite', async (tx, permit) => {
      const id = await addPerson(tx, permit, { name: 'Later', email: null, language: 'nl' })
      await giveRole(tx, permit, id, 'treasurer', day('2027-01-01'))
      return id
    })
    expect((await (await signedIn(world, person)).get('/grootboek')).status).not.toBe(200)
  })

  test('who lost a phone is helped by the administrator: second step and sessions are gone', async () => {
    const person = await invited(cooperative, 'coach', 'kwijt@zwanenbloem.example')
    const lost = await signedIn(world, person)
    expect((await lost.get('/mijn-account')).status).toBe(200)
    const at = await signedIn(world, beheerder)
    expect((await at.post(`/medewerkers/${person}/tweede-stap`)).status).toBe(303)
    expect((await lost.get('/mijn-account')).status).toBe(303)
  })
})

describe('a second step of somebody with a role elsewhere', () => {
  const other = async (role: 'member' | 'coach') => {
    const email = `elders-${role}@voorbeeld.nl`
    const person = await asSystem(world.world, municipality, 'person.invite', async (tx, permit) => {
      const id = await addPerson(tx, permit, { name: 'Elders', email, language: 'nl' })
      await giveRole(tx, permit, id, role, permit.today)
      return id
    })
    expect(await invited(cooperative, 'coach', email)).toBe(person)
    return person
  }

  test('is not wiped by whoever invites the address, until the role was taken on', async () => {
    const person = await other('member')
    const at = await signedIn(world, person)
    const desk = await signedIn(world, beheerder)
    const refused = await desk.post(`/medewerkers/${person}/tweede-stap`)
    expect([refused.status, (await refused.text()).includes('herstelcode')]).toEqual([422, true])
    expect((await at.get('/mijn-account')).status, 'the session lives').toBe(200)
    const { rows } = await world.world.database.pool.query("select id from access.affiliation where person = $1 and role = 'coach'", [person])
    await at.post('/rol', { rol: rows[0]?.id })
    expect((await desk.post(`/medewerkers/${person}/tweede-stap`)).status).toBe(303)
    expect((await at.get('/mijn-account')).status).toBe(303)
  })

  test('is never wiped while that person works elsewhere', async () => {
    const person = await other('coach')
    const at = await signedIn(world, person)
    const { rows } = await world.world.database.pool.query('select id from access.affiliation where person = $1', [person])
    for (const { id } of rows) await at.post('/rol', { rol: id })
    expect((await (await signedIn(world, beheerder)).post(`/medewerkers/${person}/tweede-stap`)).status).toBe(422)
    expect((await at.get('/mijn-account')).status).toBe(200)
  })
})

describe('who looked at my data', () => {
  test('is told with function, organisation and why, and can be asked about once', async () => {
    await as(world, { person: karin, organisation: municipality, role: 'caseManager' }, 'consent.file', (tx, permit) => looked(tx, permit, [samira]))
    const at = await signedIn(world, samira)
    const page = await (await at.get('/wie-keek')).text()
    expect(page).toContain('klantmanager van Gemeente Zwanendam')
    expect(page).not.toContain('Naam van caseManager')
    const path = /href="(\/wie-keek\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
    expect((await at.get(path)).status).toBe(200)
    expect((await at.post(path, { vraag: 'Waarom was dit nodig?' })).status).toBe(303)
    const mail = (await mailsOf(cooperative)).find((each) => each.to === 'beleid@zwanendam.example')
    expect(mail?.text).toContain('Waarom was dit nodig?')
    expect(mail?.text).toContain('Samira Vos')
    expect((await at.post(path, { vraag: 'En nog eens?' })).status).toBe(409)
    expect((await (await signedIn(world, joost)).get(path)).status, 'a look at somebody else is not mine to ask about').toBe(404)
  })

  test('a look at oneself is no look', async () => {
    await as(world, { person: joost, organisation: cooperative, role: 'coach' }, 'member.file', (tx, permit) => looked(tx, permit, [joost]))
    expect(await (await (await signedIn(world, joost)).get('/wie-keek')).text()).toContain('Niemand heeft jouw gegevens geopend')
  })
})

describe('a question about a look', () => {
  async function lookedFrom(organisation: OrganisationId, looker: PersonId): Promise<string> {
    await as(world, { person: looker, organisation, role: 'caseManager' }, 'consent.file', (tx, permit) => looked(tx, permit, [samira]))
    const page = await (await (await signedIn(world, samira)).get('/wie-keek')).text()
    return /href="(\/wie-keek\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  }

  test('is asked of somebody else than who looked, as long as there is anybody', async () => {
    itIs(world, '2026-11-03')
    const place = await found(world, 'municipality', 'Gemeente Lisdodde')
    const one = await invited(place, 'caseManager', 'een@lisdodde.example')
    await asSystem(world.world, place, 'person.invite', (tx, permit) => relate(tx, permit, 'caseManager', samira, one))
    const at = await signedIn(world, samira)
    await at.post(await lookedFrom(place, one), { vraag: 'Waarom zelf?' })
    const asked = async () =>
      (await mailsOf(cooperative)).filter((mail) => mail.text.includes('Waarom')).map((mail) => [mail.to, /Waarom .*/.exec(mail.text)?.[0]])
    await invited(place, 'caseManager', 'twee@lisdodde.example')
    await at.post(await lookedFrom(place, one), { vraag: 'Waarom weer?' })
    const said = (await asked()).filter(([, text]) => text?.startsWith('Waarom zelf') || text?.startsWith('Waarom weer'))
    expect(said.toSorted()).toEqual([
      ['een@lisdodde.example', 'Waarom zelf?'],
      ['twee@lisdodde.example', 'Waarom weer?'],
    ])
    itIs(world, '2026-11-02')
  })

  test('is not said to be asked where nobody can be mailed', async () => {
    itIs(world, '2026-11-04')
    const place = await found(world, 'municipality', 'Gemeente Kalmoes')
    const one = await somebody(world, place, 'caseManager', 'Zonder Mail')
    const path = await lookedFrom(place, one)
    const at = await signedIn(world, samira)
    const refused = await at.post(path, { vraag: 'Waarom was dit nodig?' })
    expect([refused.status, (await refused.text()).includes('Er is niets verstuurd')]).toEqual([422, true])
    expect(await (await at.get(path)).text(), 'it can be asked again later').toContain('Vraag stellen over deze inzage')
    itIs(world, '2026-11-02')
  })
})

describe('the log', () => {
  test('holds no address, no name and no code when somebody is refused', async () => {
    const lines: string[] = []
    const write = process.stdout.write.bind(process.stdout)
    const { log } = await import('#kit/log.ts')
    const stream = (log as unknown as Record<symbol, { write: (line: string) => void }>)[
      Object.getOwnPropertySymbols(log).find((each) => String(each) === 'Symbol(pino.stream)') as symbol
    ]
    const real = stream?.write.bind(stream)
    if (stream) stream.write = (line) => void lines.push(line)
    try {
      const at = browser(world)
      await at.post('/inloggen', { email: 'karin@zwanendam.example' })
      await at.post('/inloggen/code', { code: '000000' })
    } finally {
      if (stream && real) stream.write = real
      process.stdout.write = write
    }
    expect(lines.join('')).toContain('sign-in refused')
    expect(lines.join('')).not.toMatch(/karin|zwanendam|000000/)
  })
})
