import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, day } from '#kit/day.ts'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import { registerMunicipality } from '#rooms/organisations'
import { forgetQuestions, tellOfQuestion } from '../../src/rooms/network/knowledge/asking/tending.ts'
import { newFor } from '../messages.ts'
import { newMember, type Village, village } from '../village.ts'
import { browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** Who takes part asks what the knowledge does not tell; others answer, and a good answer becomes an item for all. */
let world: TestWorld
let network: OrganisationId
let nel: PersonId
let joris: PersonId
let at: Village
let adviser: PersonId
const START = day('2026-11-02')

beforeAll(async () => {
  world = await testWorld()
  itIs(world, START)
  network = await found(world, 'network', 'Netwerk dat antwoordt')
  nel = await somebody(world, network, 'network', 'Nel Antwoordt')
  joris = await somebody(world, network, 'network', 'Joris Leest Mee')
  const town = await found(world, 'municipality', 'Gemeente Vraagdam')
  const facts = { code: 'DM50', name: 'Gemeente Vraagdam', department: 'Werk', street: 'Plein 1', postCode: '1234 AB', city: 'Vraagdam', email: 'w@v.example' }
  await asSystem(world.world, town, 'organisation.edit', (tx, permit) => registerMunicipality(tx, permit, facts))
  adviser = await somebody(world, town, 'policyAdviser', 'Ada Vraagdam')
  at = await village(world, START)
  await newMember(at, 'Zwaantje Kwiek')
}, 120_000)

const FORM = {
  title: 'Hoe tellen jullie het kasgeld van de kwiltenmarkt?',
  words: 'Wij doen het nu met een schrift.',
  topics: ['invoices'],
  shownTo: 'everybody',
}
const ask = async (who: PersonId, more: Partial<Record<keyof typeof FORM | 'anyway', string | string[]>> = {}) => {
  const answer = await (await signedIn(world, who)).post('/kennisvragen', { ...FORM, ...more })
  return { status: answer.status, at: answer.headers.get('location') ?? '', html: answer.status === 422 ? await answer.text() : '' }
}
const read = async (who: PersonId, path: string) => {
  const answer = await (await signedIn(world, who)).get(path)
  return { status: answer.status, html: await answer.text() }
}
const send = async (who: PersonId, path: string, fields = {}) => (await signedIn(world, who)).post(path, fields)
const answerIn = (html: string) => /antwoorden\/([0-9a-f-]{36})\/dank/.exec(html)?.[1] ?? /antwoord=([0-9a-f-]{36})/.exec(html)?.[1] ?? ''

describe('a question of somebody who takes part', () => {
  test('begins with the words of a search that found nothing, for who takes part alone', async () => {
    expect((await read(at.treasurer, '/kennis?zoek=qqqqkwilten')).html).toContain('/kennisvragen/nieuw?vraag=qqqqkwilten')
    expect((await read(at.treasurer, '/kennisvragen/nieuw?vraag=qqqqkwilten')).html).toContain('value="qqqqkwilten"')
    expect(await (await browser(world).get('/kennis?zoek=qqqqkwilten')).text()).not.toContain('/kennisvragen')
    expect((await read(nel, '/kennisvragen/nieuw')).status).toBe(403)
  })

  test('asks once about a name, a number or health, also of a member of the own cooperative, and goes all the same', async () => {
    for (const words of ['Bel mij op 06-12345678', 'Zwaantje wil niet meer', 'Iemand is ziek', 'Het gaat om Jan Pietersen']) {
      const refused = await ask(at.coach, { words })
      expect([refused.status, refused.html.includes('Staat hier iets over een persoon in?'), refused.html.includes('Toch zo versturen')]).toEqual([
        422,
        true,
        true,
      ])
    }
    expect((await ask(at.coach, { words: 'Zijn BSN is 111222333' })).status).toBe(422)
    expect((await ask(at.coach, { title: 'Mag Zwaantje als merknaam?', words: '', anyway: 'ja' })).status).toBe(303)
  })

  test('is read by everybody who takes part, by role and organisation, never by name, and by nobody else', async () => {
    const { at: path } = await ask(at.treasurer)
    const { html } = await read(adviser, path)
    expect([html.includes('penningmeester van Coöperatie De Bloesem'), html.includes('Ans de Boer')]).toEqual([true, false])
    expect((await read(adviser, '/kennisvragen?zoek=kwiltenmarkten')).html).toContain(path)
    expect((await read(adviser, '/kennisvragen?zoek=boekbinden')).html).not.toContain(path)
    expect((await browser(world).get(path)).status).not.toBe(200)
    const member = await somebody(world, at.cooperative, 'member', 'Lid Zonder Vraag')
    expect((await read(member, path)).status).toBe(403)
  })

  test('for the network alone is not there for others, nor for a colleague of who asked', async () => {
    const { at: path } = await ask(at.board, { title: 'Hoe zeggen we de bank op?', shownTo: 'network' })
    for (const who of [adviser, at.treasurer]) {
      expect((await read(who, path)).status).toBe(404)
      expect((await read(who, '/kennisvragen')).html).not.toContain(path)
      expect((await send(who, `${path}/antwoorden`, { words: 'Ik weet het' })).status).toBe(404)
    }
    expect((await read(nel, path)).status).toBe(200)
    expect((await read(at.board, path)).html).toContain('Alleen het netwerk ziet deze vraag.')
  })

  test('stands on the desk with a last day and who sees to it, and is late the day after', async () => {
    const { at: path } = await ask(adviser, { title: 'Wie schrijft het raadsvoorstel?', words: '' })
    const row = async () =>
      new RegExp(`<tr[^>]*>(?:(?!</tr>).)*${path}"(?:(?!</tr>).)*</tr>`, 's').exec((await read(nel, '/netwerk/aanvragen')).html)?.[0] ?? ''
    itIs(world, addDays(START, 7))
    expect(await row()).toContain('Open')
    itIs(world, addDays(START, 8))
    expect(await row()).toContain('Te laat')
    itIs(world, START)
    await send(nel, `${path}/eigenaar`)
    expect(await row()).toContain('Nel Antwoordt')
    await send(nel, `${path}/eigenaar`, { holder: joris })
    expect(await row()).toContain('Joris Leest Mee')
    expect((await send(nel, `${path}/eigenaar`, { holder: at.coach })).status).toBe(422)
    expect((await send(at.coach, `${path}/eigenaar`)).status).toBe(403)
    await asSystem(world.world, network, 'knowledge.tell', (tx, permit) => tellOfQuestion(tx, permit, path.split('/').at(-1) ?? ''))
    expect([await newFor(world, joris), await newFor(world, nel)]).toEqual([['knowledgeAsked'], []])
    await send(nel, `${path}/antwoorden`, { words: 'De gemeente zelf, met een voorbeeld van ons.' })
    expect(await row()).toBe('')
  })
})

describe('an answer', () => {
  test('is told to who asked, helps, is thanked for once, and by nobody for oneself', async () => {
    const { at: path } = await ask(at.treasurer, { title: 'Wie telt de kas mee?' })
    expect((await send(adviser, `${path}/antwoorden`, { words: 'Bel mevrouw Bakker.' })).status).toBe(422)
    await send(adviser, `${path}/antwoorden`, { words: 'Altijd iemand van het bestuur.' })
    await world.runJobs()
    expect((await newFor(world, at.treasurer)).filter((kind) => kind === 'knowledgeAnswered')).toHaveLength(1)
    const mine = (await read(at.treasurer, path)).html
    const answer = answerIn(mine)
    expect(mine).toContain('Dit hielp')
    await send(at.treasurer, `${path}/antwoorden/${answer}/dank`)
    await send(at.coach, `${path}/antwoorden/${answer}/dank`)
    await send(at.coach, `${path}/antwoorden/${answer}/dank`)
    const { html } = await read(at.coach, path)
    for (const words of ['Dit hielp wie het vroeg', '2 keer bedankt', 'Jij bedankte hiervoor.']) expect(html).toContain(words)
    expect((await send(adviser, `${path}/antwoorden/${answer}/dank`)).status).toBe(422)
  })

  test('becomes an item in two clicks, with its source and without a name, and who asked hears it when everybody reads it', async () => {
    const { at: path } = await ask(at.coach, { title: 'Waar bewaar je kwiltlappen van de coöperatie?', topics: ['cooperative'] })
    await send(adviser, `${path}/antwoorden`, { words: 'In een kast van de coöperatie. Schrijf op wie de sleutel heeft.' })
    const page = (await read(nel, path)).html
    const first = /href="(\/netwerk\/kennis\/nieuw\/tekst\?vraag=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const draft = (await read(nel, first)).html
    for (const words of ['Waar bewaar je kwiltlappen', 'Schrijf op wie de sleutel heeft.', 'Antwoord van een beleidsadviseur die meedoet, 2 november 2026']) {
      expect(draft).toContain(words)
    }
    expect(draft).not.toContain('Vraagdam')
    expect((await read(adviser, first)).status).toBe(403)
    const text = {
      title: 'Waar bewaar je kwiltlappen van de coöperatie?',
      intro: 'In een kast van de coöperatie.',
      body: 'Schrijf op wie de sleutel heeft.',
      source: 'Antwoord van een beleidsadviseur die meedoet, 2 november 2026',
      doubt: '',
      kind: 'question',
      topics: ['cooperative'],
      audiences: ['coach'],
      question: path.split('/').at(-1) ?? '',
    }
    const written = await send(nel, '/netwerk/kennis/nieuw/tekst', text)
    const version = /versie\/([^/]+)\//.exec(written.headers.get('location') ?? '')?.[1] ?? ''
    expect((await read(at.coach, path)).html).toContain('Er wacht een kennisstuk')
    expect((await send(joris, '/netwerk/kennis/nieuw/tekst', { ...text, title: 'Nog een keer over kwiltlappen' })).status).toBe(409)
    await world.runJobs()
    const before = (await newFor(world, at.coach)).length
    await send(joris, `/netwerk/kennis/versie/${version}/publicatie`, { reviewOn: '2027-11-02' })
    await world.runJobs()
    expect((await newFor(world, at.coach)).slice(before)).toEqual(['knowledgeAnswered'])
    expect((await read(at.coach, path)).html).toContain('/kennis/waar-bewaar-je-kwiltlappen-van-de-cooperatie')
    expect(await (await browser(world).get('/kennis?zoek=kwiltlap')).text()).toContain('/kennis/waar-bewaar-je-kwiltlappen-van-de-cooperatie')
  })
})

describe('out of sight', () => {
  test('who asked takes it back: the network still sees it, others do not, and nobody answers', async () => {
    const { at: path } = await ask(at.treasurer, { title: 'Te vroeg gevraagd?' })
    expect((await send(at.coach, `${path}/intrekking`)).status).toBe(403)
    await send(at.treasurer, `${path}/intrekking`)
    expect([(await read(adviser, path)).status, (await read(at.coach, path)).status, (await read(nel, path)).status]).toEqual([404, 404, 200])
    expect((await send(at.treasurer, `${path}/antwoorden`, { words: 'Toch' })).status).toBe(409)
  })

  test('the network hides it, and who asked reads why', async () => {
    const { at: path } = await ask(at.treasurer, { title: 'Wie kent deze klant?' })
    expect((await send(at.board, `${path}/verberging`, { why: 'Zomaar' })).status).toBe(403)
    await send(nel, `${path}/verberging`, { why: 'Er stond een klant in.' })
    await world.runJobs()
    expect((await newFor(world, at.treasurer)).at(-1)).toBe('knowledgeAnswered')
    expect((await read(at.treasurer, path)).html).toContain('Er stond een klant in.')
    expect((await read(at.coach, path)).status).toBe(404)
  })

  test('the database holds it too: no other organisation reads a question for the network, and nobody writes in another’s name', async () => {
    const { at: path } = await ask(at.board, { title: 'Alleen voor het netwerk bedoeld?', shownTo: 'network' })
    const id = path.split('/').at(-1) ?? ''
    const { unit } = world.world.database
    const { rows } = await world.world.database.pool.query<{ id: OrganisationId }>("select id from access.organisation where name = 'Gemeente Vraagdam'")
    const other = { role: 'opbloei_app', organisation: rows[0]?.id ?? null, person: adviser } as const
    const seen = await unit(other, (tx) => tx.selectFrom('network.knowledge_question').select('id').where('id', '=', id).execute())
    expect(seen).toEqual([])
    const answer = { tenant: at.cooperative, question: id, id, organisation: rows[0]?.id ?? '', role: 'policyAdviser', words: 'Stiekem', answered_by: adviser }
    await expect(
      unit(other, (tx) =>
        tx
          .insertInto('network.knowledge_answer')
          .values({ ...answer, answered_at: world.clock.now() })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('two years after it was asked it is thrown away with its answers, and not a day before', async () => {
    const { at: path } = await ask(at.treasurer, { title: 'Hoe lang blijft dit staan?' })
    await send(adviser, `${path}/antwoorden`, { words: 'Twee jaar.' })
    const forget = () => asSystem(world.world, network, 'knowledge.forget', forgetQuestions)
    itIs(world, addDays(START, 729))
    await forget()
    expect((await read(at.treasurer, path)).status).toBe(200)
    itIs(world, addDays(START, 731))
    await forget()
    expect((await read(at.treasurer, path)).status).toBe(404)
    itIs(world, START)
  })
})
