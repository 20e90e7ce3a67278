import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import { draftAgreement, TEMPLATES } from '#rooms/agreements'
import { cooperativeOf, registerCooperative, settingsFrom } from '#rooms/organisations'
import { jobs as starting } from '../../src/rooms/network/starting/starting.jobs.ts'
import { as, type Browser, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** From people with an idea to a cooperative that is ready for its first member. */
let world: TestWorld
let network: OrganisationId
let hilde: Browser
let cooperative: OrganisationId
let rosa: { person: PersonId; page: Browser }

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  network = await found(world, 'network', 'Het netwerk')
  hilde = await signedIn(world, await somebody(world, network, 'network', 'Hilde Net'))
}, 120_000)

const html = async (who: Browser, path: string) => (await who.get(path)).text()

describe('an initiative', () => {
  test('is let in by the network: it gets an organisation, and one person an invitation', async () => {
    const form = { name: 'Initiatief Het Zaadje', personName: 'Rosa Begin', email: 'rosa@zaadje.example' }
    expect((await hilde.post('/netwerk/initiatieven', form)).status).toBe(303)
    expect(await html(hilde, '/netwerk/initiatieven')).toContain('Wordt klaargezet')
    expect(await world.runJobs()).toBeGreaterThan(0)
    expect(await html(hilde, '/netwerk/initiatieven')).toContain('Uitnodiging verstuurd')
    const { rows } = await world.world.database.pool.query("select id, email, person_name from network.initiative where name = 'Initiatief Het Zaadje'")
    expect(rows).toMatchObject([{ email: null, person_name: null }])
    cooperative = rows[0].id
    const mails = await world.world.database.pool.query("select subject from kit.mail where to_address = 'rosa@zaadje.example'")
    expect(mails.rows).toHaveLength(1)
    const roles = await world.world.database.pool.query('select role, person from access.affiliation where organisation = $1 order by role', [cooperative])
    expect(roles.rows.map(({ role }) => role)).toEqual(['administrator', 'board'])
    rosa = { person: roles.rows[0].person, page: await signedIn(world, roles.rows[0].person) }
  })

  test('cannot be let in by a cooperative', async () => {
    expect((await rosa.page.post('/netwerk/initiatieven', { name: 'X', personName: 'Y', email: 'y@x.example' })).status).toBe(403)
  })

  test('ticks its steps, one at a time, and may open one again', async () => {
    expect(await html(rosa.page, '/startpad')).toContain('Nu aan de beurt: Vind mensen die mee willen doen')
    await rosa.page.post('/startpad/mensen/stand', { stand: 'klaar' })
    expect(await html(rosa.page, '/startpad')).toContain('Nu aan de beurt: Vind iemand die begeleidt')
    await rosa.page.post('/startpad/mensen/stand', { stand: 'open' })
    expect(await html(rosa.page, '/startpad')).toContain('1 van de 14 stappen is klaar')
    await rosa.page.post('/startpad/mensen/stand', { stand: 'klaar' })
    const page = await html(rosa.page, '/startpad/notaris')
    for (const words of ['Wie', 'Hoe lang', 'Een voorbeeld', '/stukken/statuten']) expect(page).toContain(words)
    expect((await rosa.page.get('/startpad/bestaat-niet')).status).toBe(404)
  })

  test('is seen by the network only as long as it wishes', async () => {
    const path = />Initiatief Het Zaadje<\/th>.*?1 van 10/
    expect(await html(hilde, '/netwerk/initiatieven')).not.toMatch(path)
    await rosa.page.post('/startpad/delen', { delen: 'ja' })
    expect(await html(hilde, '/netwerk/initiatieven')).toMatch(path)
    await rosa.page.post('/startpad/delen', { delen: 'nee' })
    expect(await html(hilde, '/netwerk/initiatieven')).not.toMatch(path)
  })

  test('asks about a step, and the answer stands at that step alone', async () => {
    expect((await rosa.page.post('/startpad/notaris/vragen', { words: 'Mijn nummer is 123456782' })).status).toBe(422)
    expect((await rosa.page.post('/startpad/notaris/vragen', { words: 'Wat kost een akte ongeveer?' })).status).toBe(303)
    expect(await html(rosa.page, '/startpad/notaris')).toContain('Wat kost een akte ongeveer?')
    const page = await html(hilde, '/netwerk/initiatieven')
    expect(page).toContain('Initiatief Het Zaadje, bij de stap: Ga naar de notaris')
    const to = /action="(\/netwerk\/initiatieven\/vragen\/[^"]+\/antwoord)"/.exec(page)?.[1] ?? ''
    expect((await rosa.page.post(to, { words: 'Ik antwoord zelf.' })).status).toBe(403)
    expect((await hilde.post(to, { words: 'Vraag drie notarissen om een prijs.' })).status).toBe(303)
    expect((await hilde.post(to, { words: 'Nog een keer.' })).status).toBe(409)
    expect(await html(rosa.page, '/startpad/notaris')).toContain('Vraag drie notarissen om een prijs.')
    expect(await html(rosa.page, '/startpad/kvk')).not.toContain('Vraag drie notarissen')
  })

  test('sells nothing before its details are there', async () => {
    const board = { person: rosa.person, organisation: cooperative, role: 'board' } as const
    await expect(as(world, board, 'organisation.read', cooperativeOf)).rejects.toMatchObject({ kind: 'rule' })
    expect(await html(browser(world), '/cooperaties')).not.toContain('Het Zaadje')
  })

  test('ends as a cooperative with its details, a drafted agreement and its people: ready for the first member', async () => {
    expect((await rosa.page.post('/startpad/ingericht/stand', { stand: 'klaar' })).status).toBe(422)
    const steps = ['begeleider', 'penningmeester', 'gesprek', 'overeenkomst', 'toestemming', 'vragen', 'notaris', 'kvk', 'reglement']
    for (const step of steps) expect((await rosa.page.post(`/startpad/${step}/stand`, { stand: 'klaar' })).status, step).toBe(303)
    expect(await html(rosa.page, '/startpad')).toContain('Nu aan de beurt: Vul de gegevens van de coöperatie in')
    const board = { person: rosa.person, organisation: cooperative, role: 'board' } as const
    await as(world, board, 'organisation.edit', (tx, permit) => registerCooperative(tx, permit, FACTS))
    expect(await html(rosa.page, '/startpad')).toContain('Nu aan de beurt: Schrijf de ledenovereenkomst')
    const [first] = TEMPLATES
    await as(world, board, 'agreement.draft', (tx, permit) =>
      draftAgreement(tx, permit, {
        title: 'Onze afspraak',
        articles: first?.articles ?? [],
        from: permit.today.replace(/\d\d$/, '01') as typeof permit.today,
        until: null,
      }),
    )
    expect(await html(rosa.page, '/startpad')).toContain('Nu aan de beurt: Nodig begeleider en penningmeester uit')
    await somebody(world, cooperative, 'coach', 'Cas Coach')
    expect(await html(rosa.page, '/startpad')).toContain('13 van de 14 stappen zijn klaar')
    await somebody(world, cooperative, 'treasurer', 'Teun Boek')
    const done = await html(rosa.page, '/startpad')
    expect(done).toContain('14 van de 14 stappen zijn klaar')
    expect(done).toContain('Jullie zijn klaar voor het eerste lid')
  })
})

describe('a municipality', () => {
  test('has a path of its own, and knows by itself when case managers are there', async () => {
    const town = await found(world, 'municipality', 'Gemeente Zaadstad')
    const adviser = await signedIn(world, await somebody(world, town, 'policyAdviser', 'Bea Beleid'))
    expect(await html(adviser, '/startpad')).toContain('Lees wat een sociale coöperatie is')
    expect(await html(adviser, '/startpad')).toContain('0 van de 7 stappen zijn klaar')
    await somebody(world, town, 'caseManager', 'Kim Klant')
    expect(await html(adviser, '/startpad')).toContain('1 van de 7 stappen is klaar')
    expect((await adviser.get('/startpad/notaris')).status).toBe(404)
  })
})

describe('a lesson', () => {
  let adviser: Browser
  const lesson = { words: 'Vraag drie notarissen om een prijs, dat scheelde de helft.', audience: 'everybody', named: 'nee' }
  const waiting = async (words: string) =>
    new RegExp(`action="(/netwerk/initiatieven/lessen/[^"]+)"(?:(?!<form).)*?${words}`, 's').exec(await html(hilde, '/netwerk/initiatieven'))?.[1] ?? ''

  test('is left at a step that is done, and read by nobody before the network did', async () => {
    const other = await found(world, 'cooperative', 'Coöperatie De Lezer')
    const reader = await signedIn(world, await somebody(world, other, 'board', 'Lea Leest'))
    const town = await found(world, 'municipality', 'Gemeente Leesstad')
    adviser = await signedIn(world, await somebody(world, town, 'policyAdviser', 'Lou Leest'))
    expect((await reader.post('/startpad/notaris/lessen', lesson)).status).toBe(422)
    expect((await rosa.page.post('/startpad/notaris/lessen', { ...lesson, words: 'Mijn nummer is 123456782' })).status).toBe(422)
    expect((await rosa.page.post('/startpad/notaris/lessen', lesson)).status).toBe(303)
    expect(await html(rosa.page, '/startpad/notaris')).toContain('Het netwerk leest nog mee')
    expect(await html(reader, '/startpad/notaris')).not.toContain('scheelde de helft')
    const at = await waiting('scheelde de helft')
    expect((await reader.post(at, { answer: 'ja' })).status).toBe(403)
    expect((await hilde.post(at, { answer: 'ja' })).status).toBe(303)
    expect((await hilde.post(at, { answer: 'nee', words: 'Toch niet.' })).status).toBe(409)
    const page = await html(reader, '/startpad/notaris')
    expect(page).toContain('scheelde de helft')
    expect(page).toContain('Een coöperatie die deze stap zette')
    expect(page).not.toContain('Het Zaadje')
    expect(await html(reader, '/startpad/kvk')).not.toContain('scheelde de helft')
  })

  test('carries the name only where that was chosen, and only for whom it was meant', async () => {
    await rosa.page.post('/startpad/kvk/lessen', { words: 'Begin bij twee banken tegelijk.', audience: 'cooperatives', named: 'ja' })
    await rosa.page.post('/startpad/gesprek/lessen', { words: 'Neem iemand mee die het kan vertellen.', audience: 'municipalities', named: 'ja' })
    for (const words of ['Begin bij twee banken', 'Neem iemand mee']) await hilde.post(await waiting(words), { answer: 'ja' })
    const reader = await signedIn(world, await somebody(world, await found(world, 'cooperative', 'Coöperatie De Meelezer'), 'board', 'Mia Leest'))
    const page = await html(reader, '/startpad/kvk')
    expect([page.includes('Begin bij twee banken'), page.includes('Het Zaadje')]).toEqual([true, true])
    expect(await html(reader, '/startpad/gesprek')).not.toContain('Neem iemand mee')
    expect((await adviser.get('/startpad/kvk')).status).toBe(404)
  })

  test('goes everywhere when it is taken back, and a no tells why', async () => {
    await rosa.page.post('/startpad/mensen/lessen', { words: 'Wij vonden Jan bij de soos.', audience: 'everybody', named: 'nee' })
    expect((await hilde.post(await waiting('Wij vonden Jan'), { answer: 'nee' })).status).toBe(422)
    await hilde.post(await waiting('Wij vonden Jan'), { answer: 'nee', words: 'Laat de naam van Jan weg.' })
    const page = await html(rosa.page, '/startpad/mensen')
    expect(page).toContain('Laat de naam van Jan weg.')
    const away = /action="(\/startpad\/notaris\/lessen\/[^"]+\/weg)"/.exec(await html(rosa.page, '/startpad/notaris'))?.[1] ?? ''
    expect((await adviser.post(away)).status).toBe(404)
    expect((await rosa.page.post(away)).status).toBe(303)
    const { rows } = await world.world.database.pool.query("select * from network.lesson_shown where words like '%scheelde de helft%'")
    expect(rows).toEqual([])
  })
})

test('a job that runs once more invites nobody twice', async () => {
  await starting['initiative.begin'](world.world, { id: newId(), job: 'initiative.begin', organisation: network, facts: { initiative: cooperative } })
  const mails = await world.world.database.pool.query("select subject from kit.mail where to_address = 'rosa@zaadje.example'")
  expect(mails.rows).toHaveLength(1)
})

const FACTS = {
  legalName: 'Coöperatie Het Zaadje U.A.',
  tradeName: 'Het Zaadje',
  kvk: '12345678',
  vatId: null,
  iban: null,
  street: 'Zaadweg 1',
  postCode: '1234 AB',
  city: 'Zaadstad',
  email: null,
  phone: null,
  website: null,
  korSince: null,
  korUntil: null,
  settings: settingsFrom({}),
}
