import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, day } from '#kit/day.ts'
import { asSystem, endRole, giveRole, type OrganisationId, type PersonId } from '#rooms/access'
import { lookAfterOwners } from '../../src/rooms/network/knowledge/owning/owning.ts'
import { newFor } from '../messages.ts'
import { type Village, village } from '../village.ts'
import { browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** An item that somebody outside the network keeps: asked, accepted, looked at again, changed through four eyes, handed over, and back when who kept it leaves. */
let world: TestWorld
let network: OrganisationId
let hilde: PersonId
let joris: PersonId
let at: Village
const START = day('2026-11-02')
const SLUG = 'hoe-bewaar-je-weefgetouwen'

const TEXT = {
  title: 'Hoe bewaar je weefgetouwen?',
  intro: 'Droog en uit de zon.',
  body: 'Zet ze in een kast.\n\nGeef elk lid een plank.',
  source: 'Verzonnen',
  doubt: '',
  kind: 'experience',
  topics: ['cooperative'],
  audiences: ['member'],
}
const send = async (who: PersonId, path: string, fields = {}) => (await signedIn(world, who)).post(path, fields)
const read = async (who: PersonId, path: string) => (await (await signedIn(world, who)).get(path)).text()
const versionIn = (answer: Response) => /versie\/([^/]+)\//.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
const ask = (role = 'coach') => send(hilde, `/netwerk/kennis/${SLUG}/eigenaar`, { organisation: at.cooperative, role })
const offerIn = (html: string) => /mijn-kennis\/vragen\/([0-9a-f-]{36})\/antwoord/.exec(html)?.[1] ?? ''
const say = async (who: PersonId, answer: 'ja' | 'nee') => send(who, `/mijn-kennis/vragen/${offerIn(await read(who, '/mijn-kennis'))}/antwoord`, { answer })
const night = () => asSystem(world.world, at.cooperative, 'knowledge.tell', lookAfterOwners)

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, START)
  network = await found(world, 'network', 'Netwerk met eigenaren')
  hilde = await somebody(world, network, 'network', 'Hilde Vraagt')
  joris = await somebody(world, network, 'network', 'Joris Beslist')
  const version = versionIn(await send(hilde, '/netwerk/kennis/nieuw/tekst', TEXT))
  await send(joris, `/netwerk/kennis/versie/${version}/publicatie`, { reviewOn: '2027-11-02' })
}, 120_000)

describe('an item kept outside the network', () => {
  test('is theirs after a yes and not before; only one is asked at a time, in a role that is there', async () => {
    expect((await send(at.coach, `/netwerk/kennis/${SLUG}/eigenaar`, { organisation: at.cooperative, role: 'coach' })).status).toBe(403)
    expect((await ask('caseManager')).status).toBe(422)
    expect((await ask()).status).toBe(303)
    expect((await ask('board')).status).toBe(409)
    await world.runJobs()
    expect(await newFor(world, at.coach)).toContain('knowledgeOffered')
    expect(await read(at.coach, '/coach')).toContain('wil jij dit bijhouden?')
    expect(await read(at.treasurer, '/mijn-kennis')).not.toContain('Hoe bewaar je weefgetouwen?')
    expect(await (await browser(world).get(`/kennis/${SLUG}`)).text()).toContain('Het landelijke netwerk')
    await say(at.coach, 'nee')
    expect(await read(hilde, `/netwerk/kennis/${SLUG}`)).toContain('zei nee op 2 november 2026')
    await ask()
    const offer = offerIn(await read(at.coach, '/mijn-kennis'))
    expect((await send(at.treasurer, `/mijn-kennis/vragen/${offer}/antwoord`, { answer: 'ja' })).status).toBe(404)
    await say(at.coach, 'ja')
    expect((await send(at.coach, `/mijn-kennis/vragen/${offer}/antwoord`, { answer: 'nee' })).status).toBe(409)
    expect(await (await browser(world).get(`/kennis/${SLUG}`)).text()).toMatch(/Wie houdt dit bij\?(?:(?!<\/div>).)*Coöperatie De Bloesem/s)
  })

  test('asks its keeper on the own home once its day is over, and a yes counts for a year', async () => {
    itIs(world, '2027-11-02')
    await night()
    expect(await read(at.coach, '/coach')).not.toContain('moest worden nagekeken')
    itIs(world, '2027-11-03')
    await night()
    expect((await newFor(world, at.coach)).filter((kind) => kind === 'knowledgeStale')).toHaveLength(1)
    expect(await read(at.coach, '/coach')).toContain('Hoe bewaar je weefgetouwen?: moest worden nagekeken voor 2 november 2027.')
    expect(await read(at.treasurer, '/penningmeester')).not.toContain('weefgetouwen')
    expect((await send(at.treasurer, `/mijn-kennis/${SLUG}/klopt`)).status).toBe(404)
    expect((await send(at.coach, `/mijn-kennis/${SLUG}/klopt`)).status).toBe(303)
    expect(await read(at.coach, '/coach')).not.toContain('moest worden nagekeken')
    expect(await read(hilde, `/netwerk/kennis/${SLUG}`)).toContain(`Volgende keer voor 3 november 2028`)
    itIs(world, START)
  })

  test('changes by a proposal that somebody of the network publishes or sends back', async () => {
    itIs(world, addDays(START, 1))
    expect((await send(at.treasurer, `/mijn-kennis/${SLUG}/tekst`, TEXT)).status).toBe(404)
    const preview = await (await send(at.coach, `/mijn-kennis/${SLUG}/voorbeeld`, { ...TEXT, intro: 'Koel en droog.' })).text()
    expect(preview).toContain('Zo komt het eruit te zien')
    expect((await send(at.coach, `/mijn-kennis/${SLUG}/tekst`, { ...TEXT, intro: 'Koel en droog.' })).status).toBe(303)
    expect(await (await browser(world).get(`/kennis/${SLUG}`)).text()).not.toContain('Koel en droog.')
    const waiting = await read(hilde, `/netwerk/kennis/${SLUG}`)
    expect(waiting).toContain('Wie dit bijhoudt buiten het netwerk schreef dit')
    const version = /versie\/([0-9a-f-]{36})\/nakijken/.exec(waiting)?.[1] ?? ''
    expect((await send(at.coach, `/netwerk/kennis/versie/${version}/publicatie`, { reviewOn: '2027-12-01' })).status).toBe(403)
    await send(hilde, `/netwerk/kennis/versie/${version}/publicatie`, { reviewOn: '2027-12-01' })
    await world.runJobs()
    expect(await newFor(world, at.coach)).toContain('knowledgeDecided')
    expect(await (await browser(world).get(`/kennis/${SLUG}`)).text()).toContain('Koel en droog.')
    itIs(world, START)
  })

  test('the database holds it too: a colleague of another organisation takes nothing upon it and shows nothing', async () => {
    const { unit, pool } = world.world.database
    const other = { role: 'opbloei_app', organisation: at.municipality, person: at.caseManager } as const
    const taken = await unit(other, (tx) =>
      tx.updateTable('network.knowledge_item').set({ owner: at.municipality }).where('slug', '=', SLUG).returning('id').execute(),
    )
    expect(taken).toEqual([])
    const { rows } = await pool.query<{ id: string }>('select id from network.knowledge_item where slug = $1', [SLUG])
    const offer = {
      tenant: at.municipality,
      id: crypto.randomUUID(),
      item: rows[0]?.id ?? '',
      role: 'caseManager',
      offered_by: at.caseManager,
      offered_at: world.clock.now(),
    }
    const nothing = { person: null, accepted: null, answered_at: null, ended_at: null, ended_why: null }
    await expect(
      unit(other, (tx) =>
        tx
          .insertInto('network.knowledge_owner')
          .values({ ...offer, ...nothing })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('is handed to a colleague who says yes, and is of the network in between', async () => {
    expect((await send(at.coach, `/mijn-kennis/${SLUG}/overdracht`, { role: 'policyAdviser' })).status).toBe(422)
    await send(at.coach, `/mijn-kennis/${SLUG}/overdracht`, { role: 'treasurer' })
    expect(await (await browser(world).get(`/kennis/${SLUG}`)).text()).toContain('Het landelijke netwerk')
    expect(await read(at.coach, '/mijn-kennis')).toContain('Je houdt nu geen kennis bij')
    await say(at.treasurer, 'ja')
    expect(await read(at.treasurer, '/mijn-kennis')).toContain('Klopt nog')
  })

  test('falls back to the network in sight of all when its keeper leaves, and not while the role lasts', async () => {
    await night()
    expect(await read(at.treasurer, '/mijn-kennis')).toContain('Klopt nog')
    await asSystem(world.world, at.cooperative, 'person.invite', (tx, permit) => endRole(tx, permit, at.treasurer, 'treasurer', addDays(START, 1)))
    itIs(world, addDays(START, 2))
    await night()
    expect(await (await browser(world).get(`/kennis/${SLUG}`)).text()).toContain('Het landelijke netwerk')
    expect(await read(hilde, `/netwerk/kennis/${SLUG}`)).toContain('is vertrokken. Sinds 4 november 2026 houdt het netwerk dit weer bij.')
    await asSystem(world.world, at.cooperative, 'person.invite', (tx, permit) => giveRole(tx, permit, at.treasurer, 'treasurer', permit.today))
  })

  test('is given back, or taken back by the network, and the network itself says that it is still right', async () => {
    await ask('board')
    await say(at.board, 'ja')
    expect((await send(at.coach, `/mijn-kennis/${SLUG}/teruggave`)).status).toBe(404)
    await send(at.board, `/mijn-kennis/${SLUG}/teruggave`)
    await ask('board')
    expect((await send(hilde, `/netwerk/kennis/${SLUG}/terugname`)).status).toBe(303)
    expect((await send(hilde, `/netwerk/kennis/${SLUG}/terugname`)).status).toBe(409)
    expect(await read(at.board, '/mijn-kennis')).toContain('Je houdt nu geen kennis bij')
    await send(joris, `/netwerk/kennis/${SLUG}/klopt`)
    expect(await (await browser(world).get(`/kennis/${SLUG}`)).text()).toContain('november 2027')
    itIs(world, START)
  })
})
