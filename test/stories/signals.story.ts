import { beforeAll, describe, expect, test } from 'vitest'
import { asSystem, endRole, type OrganisationId, type PersonId } from '#rooms/access'
import { lookForSignals } from '#rooms/network'
import { type Village, village } from '../village.ts'
import { type Browser, found, itIs, signedIn, somebody, testWorld } from '../world.ts'

let at: Village
let quiet: Village
let board: Browser
let desk: Browser
let caller: PersonId
let network: OrganisationId

const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const read = async (who: Browser, path: string) => (await who.get(path)).text()
const look = () => asSystem(at.world.world, at.cooperative, 'signal.look', lookForSignals)
/** What the desk shows of this story alone, by the name of the cooperative. */
const nameOf = async (of: Village) =>
  (await of.world.world.database.pool.query('select name from access.organisation where id = $1', [of.cooperative])).rows[0].name as string
const cardOf = async () => {
  const html = await read(desk, '/netwerk/bureau')
  const name = await nameOf(at)
  const [, card = ''] = new RegExp(`<h\\d[^>]*>${name}</h\\d>((?:(?!<h\\d|<table)[\\s\\S])*)`).exec(html) ?? []
  return card
}

beforeAll(async () => {
  const world = await testWorld()
  at = await village(world, '2026-05-01')
  quiet = await village(world, '2026-05-01')
  network = await found(world, 'network', 'Netwerk van de signalen')
  caller = await somebody(world, network, 'network', 'Bel Beller')
  board = await signedIn(world, at.board)
  desk = await signedIn(world, caller)
  for (const each of [at, quiet]) {
    itIs(world, '2026-06-01')
    await asSystem(world.world, each.cooperative, 'person.invite', async (tx, permit) => endRole(tx, permit, each.treasurer, 'treasurer', permit.today))
  }
  itIs(world, '2026-06-10')
})

describe('what the network sees of a cooperative', () => {
  test('is nothing before the board chose, though something is the matter: only that it shares nothing', async () => {
    await look()
    const html = await read(desk, '/netwerk/bureau')
    expect(await cardOf()).toBe('')
    const row = new RegExp(`<tr[^>]*>(?:(?!</tr>)[\\s\\S])*${await nameOf(at)}(?:(?!</tr>)[\\s\\S])*</tr>`).exec(html)?.[0] ?? ''
    expect(text(row)).toContain('niet gedeeld')
  })

  test('is told to the board on a plain page, with what would be seen today', async () => {
    const page = text(await read(board, '/wat-het-netwerk-ziet'))
    for (const words of [
      'precies dit',
      'sinds welke dag',
      'Nu zou het netwerk zien: Geen penningmeester, sinds 2 juni 2026',
      'Nu zou het netwerk hier niets zien',
    ])
      expect(page).toContain(words)
    expect((await (await signedIn(at.world, at.coach)).get('/wat-het-netwerk-ziet')).status).toBe(403)
    expect((await board.get('/netwerk/bureau')).status).toBe(403)
  })

  test('is a kind and a day, of what it shares and of nothing else', async () => {
    await board.post('/wat-het-netwerk-ziet', { kinds: ['entry'] })
    expect(await cardOf()).toBe('')
    await board.post('/wat-het-netwerk-ziet', { kinds: ['entry', 'treasurer'] })
    expect(text(await cardOf())).toContain('Geen penningmeester, sinds 2 juni 2026')
    // What it shares is not said in the words of what is the matter.
    expect(await read(desk, '/netwerk/bureau')).toContain('vermelding, penningmeester<')
    const rows = await at.world.world.database.unit({ role: 'opbloei_app', organisation: network, person: caller }, (tx) =>
      tx.selectFrom('network.signal').selectAll().where('tenant', 'in', [at.cooperative, quiet.cooperative]).execute(),
    )
    expect(rows).toEqual([{ tenant: at.cooperative, kind: 'treasurer', since: '2026-06-02' }])
  })

  test('is taken up by one of them, with a note, and done', async () => {
    expect((await desk.post(`/netwerk/bureau/${quiet.cooperative}/oppakken`)).status).toBe(404)
    expect((await desk.post(`/netwerk/bureau/${at.cooperative}/oppakken`)).status).toBe(303)
    const colleague = await signedIn(at.world, await somebody(at.world, network, 'network', 'Ook Beller'))
    expect((await colleague.post(`/netwerk/bureau/${at.cooperative}/oppakken`)).status).toBe(409)
    expect(text(await cardOf())).toContain('Bel Beller belt, sinds 10 juni 2026')
    const call = /\/netwerk\/bureau\/bellen\/([0-9a-f-]+)/.exec(await cardOf())?.[1] ?? ''
    expect((await colleague.post(`/netwerk/bureau/bellen/${call}`, { note: 'Zij zoeken iemand. Ik bel over een maand.' })).status).toBe(303)
    expect(await cardOf()).toContain('Ik bel over een maand.')
    expect((await desk.post(`/netwerk/bureau/bellen/${call}`, { note: 'Er is iemand gevonden.', done: 'ja' })).status).toBe(303)
    expect((await desk.post(`/netwerk/bureau/bellen/${call}`, { note: 'Nog iets.' })).status).toBe(409)
    expect(text(await cardOf())).toContain('Laatst gebeld door Bel Beller, klaar op 10 juni 2026')
  })

  test('is of another network neither', async () => {
    const other = await found(at.world, 'network', 'Netwerk naast het eigen')
    const rows = await at.world.world.database.unit({ role: 'opbloei_app', organisation: other, person: null }, (tx) =>
      tx.selectFrom('network.friendly_call').select('id').where('cooperative', '=', at.cooperative).execute(),
    )
    expect(rows).toEqual([])
  })

  test('is over when somebody is treasurer again, and gone at once when it is not shared any more', async () => {
    await somebody(at.world, at.cooperative, 'treasurer', 'Nieuwe Penning')
    await look()
    expect(await cardOf()).toBe('')
    itIs(at.world, '2026-06-11')
    const again = await somebody(quiet.world, quiet.cooperative, 'board', 'Ander Bestuur')
    const theirs = await signedIn(quiet.world, again)
    const seen = async () =>
      (await at.world.world.database.pool.query('select kind from network.signal where tenant = $1', [quiet.cooperative])).rows.map(({ kind }) => kind)
    await theirs.post('/wat-het-netwerk-ziet', { kinds: ['treasurer'] })
    expect(await seen()).toEqual(['treasurer'])
    await theirs.post('/wat-het-netwerk-ziet', { kinds: [] })
    expect(await seen()).toEqual([])
  })
})
