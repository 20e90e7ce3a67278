import { beforeAll, describe, expect, test } from 'vitest'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import { networkForExport } from '#rooms/network'
import { type Village, village } from '../village.ts'
import { browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** Questions of who takes part, found by the search of the knowledge for whoever may read them. */
let world: TestWorld
let nel: PersonId
let joris: PersonId
let elsewhere: PersonId
let at: Village

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  const network = await found(world, 'network', 'Netwerk dat zoekt')
  nel = await somebody(world, network, 'network', 'Nel Zoekt')
  joris = await somebody(world, network, 'network', 'Joris Vindt')
  elsewhere = await somebody(world, await found(world, 'cooperative', 'Coöperatie Elders'), 'coach', 'Ella Elders')
  at = await village(world, '2026-11-02')
}, 120_000)

const send = async (who: PersonId, path: string, fields = {}) => (await signedIn(world, who)).post(path, fields)
const html = async (who: PersonId, path: string) => (await (await signedIn(world, who)).get(path)).text()
const ask = async (who: PersonId, title: string, shownTo = 'everybody') =>
  (await send(who, '/kennisvragen', { title, words: 'Wij doen het met een schrift.', topics: ['invoices'], shownTo })).headers.get('location') ?? ''
const linkTo = (question: string) => `href="${question}"`

describe('a search of the knowledge', () => {
  let question: string

  test('finds a question by its own words and those of an answer, with the hits marked, and says what it is', async () => {
    question = await ask(at.coach, 'Hoe telt een kantklosmarkt haar kasgeld?')
    expect(question).toMatch(/^\/kennisvragen\/[0-9a-f-]{36}$/)
    const before = await html(elsewhere, '/kennis?zoek=kantklosmarkt')
    expect(before).toContain(linkTo(question))
    expect(before).toContain('<mark>kantklosmarkt</mark>')
    expect(before).toContain('Vraag en antwoord (nog geen antwoord)')
    expect(await html(elsewhere, '/kennis?zoek=spoelbakje')).not.toContain(linkTo(question))
    expect((await send(elsewhere, `${question}/antwoorden`, { words: 'Elke munt gaat in een spoelbakje.' })).status).toBe(303)
    const after = await html(at.treasurer, '/kennis?zoek=kantklosmarkt+spoelbakje')
    expect(after).toContain(linkTo(question))
    expect(after).toContain('<mark>spoelbakje</mark>')
    expect(after).toContain('Vraag en antwoord (1 antwoord)')
    expect(after).not.toContain('Niets gevonden')
    expect(await html(at.treasurer, '/kennisvragen?zoek=spoelbakje')).toContain(linkTo(question))
  })

  test('shows them to nobody outside, and with a kind or readers that a question does not have, to nobody', async () => {
    expect(await (await browser(world).get('/kennis?zoek=kantklosmarkt')).text()).not.toContain('/kennisvragen')
    expect(await html(at.coach, '/kennis?zoek=kantklosmarkt&soort=question&onderwerp=invoices')).toContain(linkTo(question))
    for (const more of ['soort=law', 'voor=member', 'onderwerp=debts']) {
      expect(await html(at.coach, `/kennis?zoek=kantklosmarkt&${more}`)).not.toContain(linkTo(question))
    }
  })

  test('keeps a question for the network between its asker and the network, in the database too', async () => {
    const alone = await ask(at.coach, 'Wie betaalt een klosgilde terug?', 'network')
    expect(await html(at.coach, '/kennis?zoek=klosgilde')).toContain(linkTo(alone))
    expect(await html(nel, '/kennis?zoek=klosgilde')).toContain(linkTo(alone))
    for (const who of [at.treasurer, elsewhere]) expect(await html(who, '/kennis?zoek=klosgilde')).not.toContain(linkTo(alone))
    const { unit } = world.world.database
    const id = alone.split('/').at(-1) ?? ''
    const words = (organisation: string | null) =>
      unit({ role: 'opbloei_app', organisation, person: null }, (tx) =>
        tx.selectFrom('network.question_words').select('question').where('question', '=', id).execute(),
      )
    const other = await world.world.database.pool.query<{ id: string }>(`select id from access.organisation where name = 'Coöperatie Elders'`)
    expect([await words(null), await words(other.rows[0]?.id ?? null), (await words(at.cooperative)).length]).toEqual([[], [], 1])
  })

  test('goes along with the export of the organisation that asked, by role and organisation; what was for the network alone does not', async () => {
    const { questions } = await asSystem(world.world, at.cooperative, 'export.make', networkForExport)
    const own = questions.find(({ id }) => question.endsWith(id))
    expect(own?.answers).toMatchObject([{ role: 'coach', organisation: 'Coöperatie Elders', words: 'Elke munt gaat in een spoelbakje.' }])
    expect(questions.map(({ title }) => title)).not.toContain('Wie betaalt een klosgilde terug?')
    const { rows } = await world.world.database.pool.query<{ id: OrganisationId }>(`select id from access.organisation where name = 'Coöperatie Elders'`)
    const theirs = await asSystem(world.world, rows[0]?.id ?? at.cooperative, 'export.make', networkForExport)
    expect(theirs.questions).toEqual([])
  })

  test('no longer finds what was taken back or hidden', async () => {
    const taken = await ask(at.coach, 'Hoe droogt een vilthoed?')
    const hidden = await ask(at.coach, 'Hoe krimpt een vilthoed?')
    await send(at.coach, `${taken}/intrekking`)
    await send(nel, `${hidden}/verberging`, { why: 'Dit stond er al.' })
    const page = await html(elsewhere, '/kennis?zoek=vilthoed')
    expect([page.includes(linkTo(taken)), page.includes(linkTo(hidden))]).toEqual([false, false])
  })

  test('shows an answer that became an item once: as the item', async () => {
    const id = question.split('/').at(-1) ?? ''
    const text = {
      ...{ title: 'Hoe tel je kasgeld op een kantklosmarkt?', intro: 'In een bakje.', body: 'Tel twee keer.', source: 'Verzonnen', doubt: '' },
      ...{ kind: 'question', topics: ['invoices'], audiences: ['coach'], question: id },
    }
    const written = await send(nel, '/netwerk/kennis/nieuw/tekst', text)
    const version = /versie\/([^/]+)\//.exec(written.headers.get('location') ?? '')?.[1] ?? ''
    expect(await html(elsewhere, '/kennis?zoek=kantklosmarkt'), 'not read yet').toContain(linkTo(question))
    expect((await send(joris, `/netwerk/kennis/versie/${version}/publicatie`, { reviewOn: '2027-11-02' })).status).toBe(303)
    const page = await html(elsewhere, '/kennis?zoek=kantklosmarkt')
    expect(page).toContain('href="/kennis/hoe-tel-je-kasgeld-op-een-kantklosmarkt"')
    expect(page).not.toContain(linkTo(question))
  })
})
