import { beforeAll, expect, test } from 'vitest'
import { addMonths, day } from '#kit/day.ts'
import { asSystem, endRole, type MemberId, type PersonId, professionals } from '#rooms/access'
import { decide, prepareRequest, type RequestId, sendRequest, takeCase, versionOf } from '#rooms/consent'
import { remindOfTerms } from '../../src/rooms/consent/terms/reminding.ts'
import { newFor } from '../messages.ts'
import { asCaseManager, asMember, newMember, type Village, village } from '../village.ts'
import { as, type Browser, itIs, signedIn, somebody, testWorld } from '../world.ts'

let at: Village
let tom: PersonId
let olaf: PersonId
let nora: PersonId
let adviser: Browser
let ilse: Browser
const teams = new Map<string, string>()
const sent = new Map<string, { member: MemberId; request: RequestId }>()
const QUEUE = '/klantmanager?toon=team'

async function asks(name: string): Promise<void> {
  const member = sent.get(name)?.member ?? (await newMember(at, name, 'participatiewetOwn'))
  const facts = {
    work: 'Fietsen maken',
    plan: 'Fietsen maken voor mensen in de buurt.',
    costKinds: ['material'],
    wantedFrom: day('2026-10-01'),
    wantedUntil: addMonths(day('2026-10-01'), 12),
  }
  const request = await as(at.world, asMember(at, member), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...facts, member }))
  await as(at.world, asMember(at, member), 'consent.send', (tx, permit) => sendRequest(tx, permit, request, versionOf(facts)))
  await at.world.runJobs()
  sent.set(name, { member, request })
}
const of = (name: string) => sent.get(name) ?? expect.fail(`${name} asked for nothing`)
const team = (name: string) => teams.get(name) ?? expect.fail(`there is no team ${name}`)
const page = async (browser: Browser, path: string) => (await browser.get(path)).text()
const waits = async (browser: Browser, path = QUEUE) => {
  const html = await page(browser, path)
  return [...sent.keys()].filter((name) => html.includes(`value="${of(name).request}"`))
}
const said = async (answer: Response) => [answer.status, await answer.text()] as const
const holders = () => as(at.world, asCaseManager(at), 'home.caseManager', (tx, permit) => professionals(tx, permit, 'caseManager'))
async function makes(name: string, people: readonly PersonId[]): Promise<void> {
  expect((await adviser.post('/teams', { name, people })).status).toBe(303)
  const row = (await page(adviser, '/teams')).split('<tr').find((each) => each.includes(`: ${name}<`)) ?? ''
  const [, id = ''] = /href="\/teams\/([0-9a-f-]{36})"/.exec(row) ?? []
  teams.set(name, id)
}

beforeAll(async () => {
  at = await village(await testWorld(), '2026-09-01')
  const { municipality } = at
  tom = await somebody(at.world, municipality, 'policyAdviser', 'Tom Dekker')
  olaf = await somebody(at.world, municipality, 'caseManager', 'Olaf Ander')
  nora = await somebody(at.world, municipality, 'caseManager', 'Nora Nieuw')
  adviser = await signedIn(at.world, tom)
  ilse = await signedIn(at.world, at.caseManager)
})

test('a municipality without teams works as it did: everybody sees what is nobody’s, and no page asks for a team', async () => {
  await asks('Anna Eerst')
  expect(await waits(ilse)).toEqual(['Anna Eerst'])
  expect(await page(ilse, QUEUE)).not.toContain('name="team"')
  expect(await page(adviser, '/teams')).toContain('Er zijn nog geen teams')
})

test('the policy adviser makes teams; a case manager reads them and changes none', async () => {
  await makes('Noord', [at.caseManager])
  await makes('Zuid', [olaf, nora])
  const [status, words] = await said(await adviser.post('/teams', { name: 'noord', people: [] }))
  expect([status, words.includes('al een team met deze naam'), words.includes('value="noord"')]).toEqual([422, true, true])
  expect((await adviser.post('/teams', { name: 'Oost', people: [at.coach] })).status, 'a coach is no case manager here').toBe(422)
  expect([(await ilse.get('/teams')).status, (await ilse.post('/teams', { name: 'Oost', people: [] })).status]).toEqual([200, 403])
  expect((await ilse.get(`/teams/${team('Noord')}`)).status).toBe(403)
  expect((await (await signedIn(at.world, at.coach)).get('/teams')).status).toBe(403)
})

test('a new request comes to the team of the rule, and its people alone hear of it', async () => {
  expect((await adviser.post('/teams/binnenkomst', { cooperative: '', team: team('Zuid') })).status).toBe(303)
  await asks('Bram Zuid')
  expect((await adviser.post('/teams/binnenkomst', { cooperative: at.cooperative, team: team('Noord') })).status).toBe(303)
  await asks('Cato Noord')
  await asks('Bram Zuid')
  expect([await newFor(at.world, at.caseManager), await newFor(at.world, olaf)]).toEqual([
    ['consentWaits', 'consentWaits'],
    ['consentWaits', 'consentWaits', 'consentWaits'],
  ])
  const told = await page(await signedIn(at.world, of('Cato Noord').member), `/toestemmingen/${of('Cato Noord').request}`)
  expect([told.includes('Noord behandelt je aanvraag'), told.includes('volgens de regel')]).toEqual([true, false])
  expect(await page(await signedIn(at.world, at.coach), `/toestemmingen/${of('Cato Noord').request}`)).not.toContain('Noord behandelt')
})

test('the queue shows the own teams with what has no team; the address asks for another, and it is kept', async () => {
  const noura = await signedIn(at.world, nora)
  expect([await waits(ilse), await waits(noura)]).toEqual([
    ['Anna Eerst', 'Cato Noord'],
    ['Anna Eerst', 'Bram Zuid'],
  ])
  expect(await waits(ilse, `${QUEUE}&team=${team('Zuid')}`)).toEqual(['Bram Zuid'])
  expect(await waits(ilse, `${QUEUE}&team=geen`)).toEqual(['Anna Eerst'])
  expect(await waits(ilse, `${QUEUE}&team=alle`)).toEqual(['Anna Eerst', 'Bram Zuid', 'Cato Noord'])
  expect(await waits(ilse, `${QUEUE}&team=${at.municipality}`), 'a team that is not there').toEqual([])
  expect((await ilse.post('/filters', { lijst: '/klantmanager', vraag: `toon=team&team=${team('Zuid')}`, naam: 'Van Zuid' })).status).toBe(303)
  expect(await page(ilse, '/klantmanager')).toContain(`href="/klantmanager?toon=team&amp;team=${team('Zuid')}"`)
  const pia = await signedIn(at.world, await somebody(at.world, at.municipality, 'caseManager', 'Pia Geenteam'))
  expect(await waits(pia), 'whoever is in no team').toEqual(['Anna Eerst', 'Bram Zuid', 'Cato Noord'])
})

test('what is nobody’s goes to another team, with the reason for the municipality alone; the resident reads who handles it', async () => {
  const { member, request } = of('Anna Eerst')
  const [status, words] = await said(await ilse.post('/toestemmingen/team', { requests: [request], team: team('Zuid'), reason: '' }))
  expect([status, words.includes('Anna Eerst'), words.includes('name="reason"')]).toEqual([422, true, true])
  expect((await ilse.post('/toestemmingen/team', { requests: [], team: team('Zuid'), reason: 'Woont daar.' })).status).toBe(422)
  expect((await ilse.post('/toestemmingen/team', { requests: [request], team: team('Zuid'), reason: 'Woont in de wijk Zuid.' })).status).toBe(303)
  expect([await waits(ilse), (await waits(await signedIn(at.world, nora))).includes('Anna Eerst')]).toEqual([['Cato Noord'], true])
  expect((await ilse.post('/toestemmingen/team', { requests: [request], team: team('Zuid'), reason: 'Nog eens.' })).status, 'it is there already').toBe(422)
  expect((await newFor(at.world, member)).filter((kind) => kind === 'fileAtTeam')).toHaveLength(1)
  expect((await newFor(at.world, nora)).filter((kind) => kind === 'fileForTeam')).toHaveLength(1)
  const own = await page(await signedIn(at.world, member), `/toestemmingen/${request}`)
  expect([own.includes('Zuid behandelt je aanvraag'), own.includes('wijk Zuid')]).toEqual([true, false])
  // Whoever is in another team may still take it, as the mandate of every case manager here allows.
  expect((await ilse.post(`/toestemmingen/${request}/behandelaar`)).status).toBe(303)
  expect(await page(ilse, `/toestemmingen/${request}`)).toContain('Woont in de wijk Zuid.')
})

test('own cases go to a team, one or many; a colleague’s stays, and so does that of whom one stands in for', async () => {
  const { member, request } = of('Anna Eerst')
  const noura = await signedIn(at.world, nora)
  expect((await noura.post('/toestemmingen/team', { requests: [request], team: team('Noord'), reason: 'Ik wil hem.' })).status).toBe(409)
  expect((await noura.get(`/toestemmingen/${request}/team`)).status).toBe(404)
  itIs(at.world, '2026-09-02')
  expect((await ilse.post('/afwezig', { from: '2026-09-02', until: '2026-09-03', deputy: nora, note: '' })).status).toBe(303)
  expect((await noura.post('/teams/overdracht', { people: [member], team: team('Zuid'), reason: 'Ilse is weg.' })).status).toBe(422)
  expect(await waits(noura), 'whoever stands in sees the queue of that colleague too').toEqual(['Bram Zuid', 'Cato Noord'])
  itIs(at.world, '2026-09-04')
  expect(await waits(noura)).toEqual(['Bram Zuid'])
  expect((await ilse.post(`/toestemmingen/${of('Cato Noord').request}/behandelaar`)).status).toBe(303)
  const list = await page(ilse, '/teams/overdracht')
  expect(['Anna Eerst', 'Cato Noord', 'Bram Zuid'].map((name) => list.includes(name))).toEqual([true, true, false])
  const people = [member, of('Cato Noord').member]
  expect((await ilse.post('/teams/overdracht', { people, team: team('Zuid'), reason: 'Ik ga met verlof.' })).status).toBe(303)
  expect((await holders()).size).toBe(0)
  expect([await waits(ilse), await waits(noura)]).toEqual([[], ['Anna Eerst', 'Bram Zuid', 'Cato Noord']])
  expect((await ilse.get(`/toestemmingen/${request}`)).status, 'what was given away is closed').toBe(404)
  expect((await ilse.post(`/toestemmingen/${request}/team`, { team: 'everybody', reason: 'Toch voor iedereen.' })).status).toBe(303)
  expect((await waits(ilse)).includes('Anna Eerst')).toBe(true)
})

test('the team of another municipality is refused, wherever it is asked', async () => {
  const other = await village(at.world, '2026-09-04')
  const theirs = await signedIn(at.world, await somebody(at.world, other.municipality, 'policyAdviser', 'Ruud Elders'))
  itIs(at.world, '2026-09-04')
  expect((await theirs.get(`/teams/${team('Noord')}`)).status).toBe(404)
  expect((await theirs.post(`/teams/${team('Noord')}`, { name: 'Van ons', people: [] })).status).toBe(404)
  expect((await theirs.post(`/teams/${team('Noord')}/sluiting`, { to: 'nobody' })).status).toBe(404)
  expect((await theirs.post('/teams/binnenkomst', { cooperative: '', team: team('Noord') })).status).toBe(422)
  expect((await theirs.post('/teams', { name: 'Hun team', people: [] })).status).toBe(303)
  const [, foreign = ''] = /href="\/teams\/([0-9a-f-]{36})"/.exec(await page(theirs, '/teams')) ?? []
  const [status, words] = await said(await ilse.post('/toestemmingen/team', { requests: [of('Bram Zuid').request], team: foreign, reason: 'Daar hoort het.' }))
  expect([status, words.includes('Dit team is er niet')]).toEqual([422, true])
  expect((await theirs.post('/toestemmingen/team', { requests: [of('Bram Zuid').request], team: foreign, reason: 'Van ons.' })).status).toBe(403)
})

test('reminders of a last day go to the people of the team, and to all where none of them is left', async () => {
  const remind = (on: string) => {
    itIs(at.world, on)
    return asSystem(at.world.world, at.municipality, 'consent.tell', (tx, permit) => remindOfTerms(tx, permit, 'municipality'))
  }
  const reminded = async (person: PersonId) => (await newFor(at.world, person)).filter((kind) => kind === 'termEnds').length
  expect(await remind('2026-09-29')).toBe(4)
  // Anna is of no team: all are told. The two requests of Bram and that of Cato wait at Zuid.
  expect([await reminded(at.caseManager), await reminded(olaf), await reminded(nora)]).toEqual([1, 4, 4])
  // Olaf leaves the municipality and Nora leaves the team: nobody of Zuid is left.
  await asSystem(at.world.world, at.municipality, 'person.invite', (tx, permit) => endRole(tx, permit, olaf, 'caseManager', day('2026-09-30')))
  expect((await adviser.post(`/teams/${team('Zuid')}`, { name: 'Zuid', people: [] })).status).toBe(303)
  itIs(at.world, '2026-10-13')
  expect(await remind('2026-10-13')).toBe(4)
  expect([await reminded(at.caseManager), await reminded(olaf), await reminded(nora)]).toEqual([5, 4, 8])
})

test('a team with open files is not closed before it is said where they go; its history stays to be read', async () => {
  const [status, words] = await said(await adviser.post(`/teams/${team('Zuid')}/sluiting`, { to: '' }))
  expect([status, words.includes('nog dossiers die open zijn')]).toEqual([422, true])
  expect((await adviser.post(`/teams/${team('Zuid')}/sluiting`, { to: team('Zuid') })).status).toBe(422)
  expect((await adviser.post(`/teams/${team('Zuid')}/sluiting`, { to: team('Noord') })).status).toBe(303)
  expect((await adviser.get(`/teams/${team('Zuid')}`)).status).toBe(404)
  expect(await page(adviser, '/teams')).toContain('gesloten op 13 oktober 2026')
  expect((await waits(ilse, `${QUEUE}&team=${team('Noord')}`)).toSorted()).toEqual(['Bram Zuid', 'Cato Noord'])
  expect((await ilse.post('/toestemmingen/team', { requests: [of('Bram Zuid').request], team: team('Zuid'), reason: 'Terug.' })).status).toBe(422)
  await as(at.world, asCaseManager(at), 'consent.take', (tx, permit) => takeCase(tx, permit, of('Cato Noord').request))
  const file = await page(ilse, `/toestemmingen/${of('Cato Noord').request}`)
  expect(['Naar Noord', 'Naar Zuid', 'Ik ga met verlof.', 'Het vorige team is gesloten.'].filter((each) => !file.includes(each))).toEqual([])
})

test('what was decided and is over keeps no team open', async () => {
  await makes('Klein', [])
  await asks('Dana Klein')
  const { request } = of('Dana Klein')
  expect((await ilse.post(`/toestemmingen/${request}/team`, { team: team('Klein'), reason: 'Nieuw team.' })).status).toBe(303)
  expect((await adviser.post(`/teams/${team('Klein')}/sluiting`, { to: '' })).status).toBe(422)
  await as(at.world, asCaseManager(at), 'consent.take', (tx, permit) => takeCase(tx, permit, request))
  await as(at.world, asCaseManager(at), 'consent.decide', (tx, permit) =>
    decide(tx, permit, request, { kind: 'refused', on: permit.today, reason: 'Dit werk past niet bij het traject.' }),
  )
  expect((await adviser.post(`/teams/${team('Klein')}/sluiting`, { to: '' })).status).toBe(303)
})
