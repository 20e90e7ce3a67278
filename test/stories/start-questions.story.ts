import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrganisationId, PersonId } from '#rooms/access'
import { village } from '../village.ts'
import { found, itIs, ownWorld, signedIn, somebody, type TestWorld } from '../world.ts'

/** A question at a step of the start path: with a number, a last day and somebody at the network who sees to it. */
let world: TestWorld
let end: () => Promise<void>
let hilde: PersonId
let joris: PersonId
let board: PersonId
let other: PersonId
let network: OrganisationId

beforeAll(async () => {
  const own = await ownWorld('stepquestions')
  world = own.world
  end = own.end
  itIs(world, '2026-11-02')
  network = await found(world, 'network', 'Netwerk met nummers')
  hilde = await somebody(world, network, 'network', 'Hilde Neemt Op')
  joris = await somebody(world, network, 'network', 'Joris Neemt Over')
  const at = await village(world, '2026-11-02')
  board = await somebody(world, at.cooperative, 'board', 'Bea Bestuur')
  other = await somebody(world, await found(world, 'cooperative', 'Coöperatie Ernaast'), 'board', 'Otto Ernaast')
}, 120_000)

afterAll(() => end())

const send = async (who: PersonId, path: string, fields = {}) => (await signedIn(world, who)).post(path, fields)
const html = async (who: PersonId, path: string) => (await (await signedIn(world, who)).get(path)).text()
const threadOn = (page: string, nr: string) => new RegExp(`id="([0-9a-f-]{36})"><h3>Vraag ${nr}<`).exec(page)?.[1] ?? ''
const row = (page: string, nr: string) => new RegExp(`<tr[^>]*>(?:(?!</tr>).)*${nr}(?:(?!</tr>).)*</tr>`, 's').exec(page)?.[0] ?? ''
const reported = async (quarter: string) => {
  const line = /Vraag bij een stap van het startpad<\/th>(.*?)<\/tr>/s.exec(await html(hilde, `/netwerk/aanvragen/kwartaal/${quarter}`))?.[1] ?? ''
  return [...line.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '').trim())
}

describe('a question at a step', () => {
  test('gets the next number of the network in its year, and a last day that the asker reads', async () => {
    expect((await send(board, '/startpad/notaris/vragen', { words: 'Wat kost een notaris?' })).status).toBe(303)
    expect((await send(other, '/startpad/notaris/vragen', { words: 'Moet het een notaris zijn?' })).status).toBe(303)
    const own = await html(board, '/startpad/notaris')
    expect(own).toContain('Vraag S-2026-0001')
    expect(own).toContain('Je krijgt uiterlijk op 16 november 2026 antwoord. Nog niemand pakte dit op.')
    expect(own).not.toContain('S-2026-0002')
    expect(await html(other, '/startpad/notaris')).toContain('Vraag S-2026-0002')
    const many = await Promise.all([1, 2, 3].map((nr) => send(board, '/startpad/kvk/vragen', { words: `Vraag nummer ${nr}` })))
    expect(many.map(({ status }) => status)).toEqual([303, 303, 303])
    const { rows } = await world.world.database.pool.query<{ nr: string }>('select nr from network.start_question order by nr')
    expect(rows.map(({ nr }) => nr)).toEqual([1, 2, 3, 4, 5].map((nr) => `S-2026-000${nr}`))
  })

  test('stands on the desk with whose it is and since when; somebody takes it or gives it on', async () => {
    expect(row(await html(hilde, '/netwerk/aanvragen'), 'S-2026-0001')).toMatch(/nieuw.*Niemand|nieuw.*niemand/s)
    const thread = threadOn(await html(hilde, '/netwerk/initiatieven'), 'S-2026-0001')
    const address = `/netwerk/initiatieven/vragen/${thread}/eigenaar`
    expect((await send(board, address)).status).toBe(403)
    expect((await send(hilde, address)).status).toBe(303)
    expect(row(await html(joris, '/netwerk/aanvragen'), 'S-2026-0001')).toMatch(/mee bezig.*Hilde Neemt Op/s)
    expect(await html(board, '/startpad/notaris')).toContain('Iemand van het netwerk pakt dit op.')
    expect((await send(hilde, address, { holder: joris })).status).toBe(303)
    expect(row(await html(joris, '/netwerk/aanvragen'), 'S-2026-0001')).toContain('Joris Neemt Over')
    expect((await send(hilde, address, { holder: board })).status, 'not at the desk').toBe(422)
    expect((await send(hilde, '/netwerk/initiatieven/vragen/00000000-0000-7000-8000-000000000000/eigenaar')).status).toBe(404)
  })

  test('is late from the day after its last, and with an answer no longer waits; whoever answers holds it', async () => {
    itIs(world, '2026-11-16')
    expect(row(await html(hilde, '/netwerk/aanvragen'), 'S-2026-0002')).not.toContain('te laat')
    itIs(world, '2026-11-17')
    expect(row(await html(hilde, '/netwerk/aanvragen'), 'S-2026-0002')).toContain('te laat')
    const thread = threadOn(await html(hilde, '/netwerk/initiatieven'), 'S-2026-0002')
    expect((await send(hilde, `/netwerk/initiatieven/vragen/${thread}/antwoord`, { words: 'Ja, voor de akte.' })).status).toBe(303)
    expect(await html(hilde, '/netwerk/aanvragen')).not.toContain('S-2026-0002')
    expect((await send(hilde, `/netwerk/initiatieven/vragen/${thread}/eigenaar`)).status).toBe(404)
    expect(await html(other, '/startpad/notaris')).toContain('Beantwoord op 17 november 2026.')
    const { rows } = await world.world.database.pool.query('select holder from network.start_holder where thread = $1', [thread])
    expect(rows).toEqual([{ holder: hilde }])
  })

  test('counts in the report of its quarter: asked, answered, late and the middle hours', async () => {
    expect(await reported('2026-4')).toEqual(['5', '1', '5', '360'])
    expect(await reported('2026-3')).toEqual(['0', '0', '0', 'geen'])
  })

  test('is of its asker and the network alone, in the database too', async () => {
    const { unit } = world.world.database
    const seen = (organisation: OrganisationId | null, person: PersonId | null) =>
      unit({ role: 'opbloei_app', organisation, person }, (tx) => tx.selectFrom('network.start_holder').select('nr').execute())
    expect((await seen(network, hilde)).length).toBe(3)
    expect((await seen(null, null)).length).toBe(0)
    const asker = await world.world.database.pool.query<{ tenant: OrganisationId }>(`select tenant from network.start_question where nr = 'S-2026-0002'`)
    expect((await seen(asker.rows[0]?.tenant ?? network, other)).length).toBe(1)
    const forged = { tenant: asker.rows[0]?.tenant ?? '', thread: '', holder: other, given_by: other }
    const thread = await world.world.database.pool.query<{ thread: string }>(`select thread from network.start_question where nr = 'S-2026-0002'`)
    await expect(
      unit({ role: 'opbloei_app', organisation: asker.rows[0]?.tenant ?? null, person: other }, (tx) =>
        tx
          .insertInto('network.start_holder')
          .values({ ...forged, thread: thread.rows[0]?.thread ?? '', given_at: world.clock.now() })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})
