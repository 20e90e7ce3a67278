import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { watchQueries } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { addPerson, asSystem, giveRole, type OrganisationId } from '#rooms/access'
import { answerMore, askMore, prepareRequest, requestLines, sendRequest, takeBack, takeCase, versionOf } from '#rooms/consent'
import { beginFile, changeBenefit, leave } from '#rooms/members'
import { asCoach, asMember, beginCast, coach, grant, granted, officer, prepared, send, take, trialMember, wilgendam, world } from '../consent-cast.ts'
import { writes } from '../letters.ts'
import { newFor, tellingMails } from '../messages.ts'
import { as, type Browser, found, itIs, signedIn } from '../world.ts'

beforeAll(beginCast)

describe('in the browser', () => {
  test('a member reads and sends, the municipality decides, and the letter names the last day to object', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Quirine')
    const page = await signedIn(world, member)
    const made = await page.post('/toestemmingen', {
      member,
      work: 'Taarten bakken',
      plan: 'Op bestelling, voor de buurt.',
      costKinds: ['material'],
      wantedFrom: '9-11-2026',
      wantedUntil: '8-11-2027',
    })
    expect(made.status).toBe(303)
    const address = made.headers.get('location') ?? ''
    const shown = await (await page.get(`${address}/verzending`)).text()
    expect(shown).toContain('Op bestelling, voor de buurt.')
    const seen = /name="seen" value="(\w+)"/.exec(shown)?.[1] ?? ''
    expect((await page.post(`${address}/verzending`, { seen })).status).toBe(303)
    expect(await (await page.get(address)).text()).toContain('De gemeente beslist uiterlijk op 2 november 2026.')

    const desk = await signedIn(world, officer)
    expect(await (await desk.get('/toestemmingen')).text()).toContain('Quirine')
    expect((await desk.get(address)).status).toBe(404)
    expect((await desk.post(`${address}/behandelaar`)).status).toBe(303)
    const before = await (await desk.get(address)).text()
    expect(before).toContain(`href="${address}/besluit?uitkomst=granted"`)
    expect(before).not.toContain('/verzending')
    const form = {
      outcome: 'granted',
      on: '2026-09-07',
      from: '2026-11-09',
      until: '2026-11-08',
      costKinds: 'material',
      statementRhythm: 'monthly',
      statementDay: '10',
      legalBasis: 'pw-voorziening',
    }
    const wrong = await desk.post(`${address}/besluit`, form)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('De laatste dag ligt vóór de eerste dag.')
    expect((await writes(world, wilgendam, desk, `${address}/besluit`, { ...form, until: '2027-11-08' })).status).toBe(303)
    expect((await desk.post(`${address}/besluit`, { ...form, until: '2027-11-08' })).status).toBe(409)
    expect(await (await page.get(`${address}/brief`)).text()).toContain('maandag 19 oktober 2026'.replace('maandag ', ''))
    expect(await (await page.get('/wie-keek')).text()).toContain('Gemeente Wilgendam')
  })

  test('who has no benefit of a municipality reads that no consent is needed; of an unknown one the file is asked first', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Sanne')
    const page = await signedIn(world, member)
    const draft = { member, work: 'Tuinen', plan: 'In de wijk, op maandag.', wantedFrom: '2026-11-09', wantedUntil: '2027-11-08' }
    const said = async (source: 'none' | 'unknown') => {
      await as(world, asCoach(), 'benefit.change', (tx, permit) =>
        changeBenefit(tx, permit, member, { source, municipality: null, from: day(source === 'none' ? '2026-09-01' : '2026-09-02') }),
      )
      const answer = await page.post('/toestemmingen', draft)
      return [answer.status, await answer.text()] as const
    }
    expect(await said('none')).toEqual([422, expect.stringContaining('Er is geen toestemming nodig')])
    expect(await said('unknown')).toEqual([422, expect.stringContaining('We weten niet welke gemeente moet besluiten.')])
  })

  test('a form sent twice has one effect', async () => {
    itIs(world, '2026-09-08')
    const member = await trialMember('Ruud')
    const page = await signedIn(world, member)
    const key = newId()
    const draft = { member, work: 'Tuinen', plan: 'In de wijk, op maandag.', wantedFrom: '2026-11-09', wantedUntil: '2027-11-08' }
    const answers = [await page.post('/toestemmingen', draft, key), await page.post('/toestemmingen', draft, key)]
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
    expect(await as(world, asMember(member), 'consent.read', (tx, permit) => requestLines(tx, permit))).toHaveLength(1)
  })

  test('an address that is no id, and that of another, are both not there', async () => {
    const { id } = await granted('Sara')
    const page = await signedIn(world, await trialMember('Teun'))
    expect([(await page.get('/toestemmingen/geen-nummer')).status, (await page.get(`/toestemmingen/${id}`)).status]).toEqual([404, 404])
  })
})

test('the member hears of a decision by a short mail without particulars, in the own language', async () => {
  itIs(world, '2026-09-07')
  const person = {
    firstName: 'Uma',
    name: 'Uma',
    email: `uma-${newId()}@voorbeeld.test`,
    phone: null,
    street: null,
    postCode: null,
    city: null,
    language: 'en' as const,
  }
  const member = await as(world, asCoach(), 'application.take', (tx, permit) => beginFile(tx, permit, { ...person, stage: 'applied', on: permit.today, coach }))
  await as(world, asCoach(), 'benefit.change', (tx, permit) =>
    changeBenefit(tx, permit, member, { source: 'participatiewetOwn', municipality: wilgendam, from: day('2026-01-01') }),
  )
  const id = await prepared(member)
  await send(member, id)
  await take(id)
  await grant(id, day('2026-09-07'))
  await world.runJobs()
  expect(await newFor(world, member)).toContain('consentAnswered')
  const mails = await tellingMails(world, person.email)
  expect(mails.at(-1)).toMatchObject({
    subject: expect.stringMatching(/^(A message waits|\d+ messages wait) for you$/),
    text: expect.stringContaining('there is a date to it'),
  })
  for (const { text } of mails) expect(text).not.toContain('Fietsen')
})

test('whoever must act next is told at the other side, without a name in the mail', async () => {
  itIs(world, '2026-09-07')
  await world.runJobs()
  const emailed = async (organisation: OrganisationId, role: 'coach' | 'caseManager', name: string) =>
    asSystem(world.world, organisation, 'person.invite', async (tx, permit) => {
      const person = await addPerson(tx, permit, { name, email: `${name.toLowerCase()}-${newId()}@voorbeeld.test`, language: 'nl' })
      await giveRole(tx, permit, person, role, permit.today)
      return person
    })
  const [town, soco] = [await found(world, 'municipality', 'Gemeente Telling'), await found(world, 'cooperative', 'De Teller')]
  const [first, second, helper] = [await emailed(town, 'caseManager', 'Aad'), await emailed(town, 'caseManager', 'Ben'), await emailed(soco, 'coach', 'Cato')]
  const asHelper = { person: helper, organisation: soco, role: 'coach' as const }
  const asFirst = { person: first, organisation: town, role: 'caseManager' as const }
  const facts = { firstName: 'Xerxes', name: 'Xerxes', email: null, phone: null, street: null, postCode: null, city: null, language: 'nl' as const }
  const member = await as(world, asHelper, 'application.take', (tx, permit) =>
    beginFile(tx, permit, { ...facts, stage: 'applied', on: permit.today, coach: helper }),
  )
  await as(world, asHelper, 'benefit.change', (tx, permit) =>
    changeBenefit(tx, permit, member, { source: 'participatiewetOwn', municipality: town, from: day('2026-01-01') }),
  )
  const wanted = { work: 'Tuinen', plan: 'In de wijk.', costKinds: [], wantedFrom: day('2026-11-09'), wantedUntil: day('2027-11-08') }
  const mails = async (organisation: OrganisationId) => {
    await world.runJobs()
    const { rows } = await world.world.database.pool.query<{ name: string; email: string }>(
      'select p.name, p.email from access.message m join access.person p on p.id = m.person where m.organisation = $1 and p.id = any($2)',
      [organisation, [first, second, helper]],
    )
    const written = (await Promise.all([...new Set(rows.map(({ email }) => email))].map((email) => tellingMails(world, email)))).flat()
    expect(written).toHaveLength(rows.length)
    expect(written.map(({ subject, text }) => subject + text).join()).not.toContain('Xerxes')
    return rows.map(({ name }) => name.slice(0, 3).toLowerCase()).toSorted()
  }
  const id = await as(world, asHelper, 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...wanted, member }))
  expect(await mails(town)).toEqual([])
  await as(world, { person: member, organisation: soco, role: 'member' }, 'consent.send', (tx, permit) => sendRequest(tx, permit, id, versionOf(wanted)))
  expect(await mails(town)).toEqual(['aad', 'ben'])
  await as(world, asFirst, 'consent.take', (tx, permit) => takeCase(tx, permit, id))
  itIs(world, '2026-09-08')
  await as(world, asFirst, 'consent.ask', (tx, permit) => askMore(tx, permit, id, 'Welke wijk?', null))
  expect(await mails(soco)).toEqual(['cat'])
  itIs(world, '2026-09-09')
  await as(world, asHelper, 'consent.answer', (tx, permit) => answerMore(tx, permit, id, 'De Linde.'))
  expect(await mails(town)).toEqual(['aad', 'aad', 'ben'])
  itIs(world, '2026-09-10')
  await as(world, { person: member, organisation: soco, role: 'member' }, 'consent.takeBack', (tx, permit) => takeBack(tx, permit, id))
  expect(await mails(town)).toEqual(['aad', 'aad', 'aad', 'ben'])
  expect(second).not.toBe(first)

  // A draft that is dropped never reached the municipality.
  const draft = await as(world, asHelper, 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...wanted, member }))
  await as(world, { person: member, organisation: soco, role: 'member' }, 'consent.takeBack', (tx, permit) => takeBack(tx, permit, draft))
  expect(await mails(town)).toHaveLength(4)
})

test('nobody asks for whoever left', async () => {
  const [gone, here] = [await trialMember('Tjeerd'), await trialMember('Ulla')]
  const form = async () => (await signedIn(world, coach)).get('/toestemmingen/nieuw').then((answer) => answer.text())
  expect(await form()).toMatch(new RegExp(`${gone}.*Tjeerd`))
  await as(world, asCoach(), 'member.leave', (tx, permit) => leave(tx, permit, gone, permit.today, { reason: 'ownWish', destination: 'unknown' }))
  const after = await form()
  expect([after.includes(gone), after.includes(here)]).toEqual([false, true])
})

test('the list of a member who has consent says so first, and never that there is none', async () => {
  const { member } = await granted('Ubbo')
  itIs(world, '2026-11-10')
  const other = { work: 'Muziekles geven', plan: 'Gitaar, bij mensen thuis.', costKinds: [], wantedFrom: '2026-11-16', wantedUntil: '2027-11-08' }
  const own = await signedIn(world, member)
  const rows = async () => (await (await own.get('/toestemmingen')).text()).split('<tr').slice(2)
  const address = (await own.post('/toestemmingen', { ...other, member })).headers.get('location')?.replace(/\?.*/, '') ?? ''
  expect(await rows()).toEqual([expect.stringContaining('Geldt nu'), expect.stringContaining('Eerdere toestemming geldt nu')])
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(await (await own.get(`${address}/verzending`)).text())?.[1] ?? ''
  expect((await own.post(`${address}/verzending`, { seen })).status).toBe(303)
  expect((await own.post(`${address}/intrekking`)).status).toBe(303)
  const [first = '', second = ''] = await rows()
  expect([first, second]).toEqual([expect.stringContaining('Fietsen repareren'), expect.stringContaining('Aanvraag ingetrokken')])
  expect(second).not.toMatch(/Geen toestemming|geldt nu/)
})

describe('what a page asks of the database', () => {
  /** Signing in, the role and the record of looking are not counted (decisions 9). */
  async function asked(page: Browser, path: string): Promise<number> {
    const queries: string[] = []
    watchQueries(({ sql }) => queries.push(sql))
    const { status } = await page.get(path)
    watchQueries(null)
    expect(status).toBe(200)
    return queries.filter((sql) => !/set_config|"access"\."look"|^begin|^commit|sign_?in|"access"\."affiliation"|session/i.test(sql)).length
  }

  test('is at most six questions, however many requests there are', async () => {
    const first = await granted('Vera')
    const [coachPage, memberPage, desk] = [await signedIn(world, coach), await signedIn(world, first.member), await signedIn(world, officer)]
    const pages: readonly [Browser, string][] = [
      [coachPage, '/toestemmingen'],
      [desk, '/toestemmingen'],
      [memberPage, `/toestemmingen/${first.id}`],
      [desk, `/toestemmingen/${first.id}`],
      [coachPage, `/leden/${first.member}`],
      [coachPage, '/leden'],
    ]
    const few = await Promise.all(pages.map(() => 0))
    for (const [index, [page, path]] of pages.entries()) few[index] = await asked(page, path)
    await granted('Wout')
    await granted('Xena')
    const many: number[] = []
    for (const [page, path] of pages) many.push(await asked(page, path))
    expect(many).toEqual(few)
    expect(Math.max(...few), String(few)).toBeLessThanOrEqual(6)
  })
})
