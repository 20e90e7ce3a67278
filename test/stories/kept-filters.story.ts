import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { forgetLooks } from '#rooms/access'
import { type Village, village } from '../village.ts'
import { type Browser, itIs, signedIn, testWorld } from '../world.ts'

let at: Village
let ans: Browser

beforeAll(async () => {
  at = await village(await testWorld(), '2026-10-05')
  ans = await signedIn(at.world, at.treasurer)
})

const html = async (path: string, who = ans) => (await who.get(path)).text()
const october = { lijst: '/bonnen', vraag: 'stand=open&maand=2026-10', naam: 'Open in oktober' }
const link = 'href="/bonnen?stand=open&amp;maand=2026-10"'
const idOf = async (name: string) => {
  const [row = ''] = (await html('/filters')).split('<tr').filter((each) => each.includes(name))
  return /name="filter" value="([^"]+)"/.exec(row)?.[1] ?? ''
}

describe('a filter that is kept', () => {
  test('stands as a link above the list, once however often it is sent, and leads to the same list', async () => {
    expect(await html('/bonnen')).not.toContain('Bewaar dit filter')
    expect(await html('/bonnen?stand=open&maand=2026-10')).toContain('Bewaar dit filter')
    const key = newId()
    const sent = await Promise.all([1, 2, 3, 4].map(() => ans.post('/filters', october, key)))
    expect(sent.map((each) => [each.status, each.headers.get('location')])).toEqual(sent.map(() => [303, '/bonnen?stand=open&maand=2026-10']))
    const list = await html('/bonnen')
    expect(list.split('Open in oktober')).toHaveLength(2)
    expect(list).toContain(link)
    const here = await html('/bonnen?maand=2026-10&stand=open')
    expect(here).toContain('aria-current="page"')
    expect(here).not.toContain('Bewaar dit filter')
    expect(await html('/facturen')).not.toContain('Open in oktober')
  })

  test('is refused without a name, with one that is there, of nothing, and of a list that has none; what was typed comes back', async () => {
    const twice = await ans.post('/filters', { ...october, naam: 'open in OKTOBER' })
    expect(twice.status).toBe(422)
    const said = await twice.text()
    expect(said).toContain('Je hebt al een filter met deze naam.')
    expect(said).toContain('value="open in OKTOBER"')
    expect(said).toContain('value="stand=open&amp;maand=2026-10"')
    expect((await ans.post('/filters', { ...october, naam: '' })).status).toBe(422)
    expect(await (await ans.post('/filters', { ...october, naam: 'Leeg', vraag: 'samen=x' })).text()).toContain('Er is niets gekozen om te bewaren.')
    for (const lijst of ['/wachtwoord', '//elders.example', 'https://elders.example'])
      expect((await ans.post('/filters', { ...october, naam: 'Elders', lijst })).status, lijst).toBe(404)
    expect((await ans.post('/filters', { ...october, naam: 'Elders' }, newId())).headers.get('location')).toBe('/bonnen?stand=open&maand=2026-10')
    expect((await ans.post('/filters/weg', { filter: await idOf('Elders') })).status).toBe(303)
  })

  test('stops at twelve of one list', async () => {
    for (let nr = 1; nr <= 12; nr++) expect((await ans.post('/filters', { lijst: '/bank', vraag: 'toon=geboekt', naam: `Geboekt ${nr}` })).status).toBe(303)
    expect(await (await ans.post('/filters', { lijst: '/bank', vraag: 'toon=geboekt', naam: 'Geboekt 13' })).text()).toContain('Haal er eerst een weg.')
    expect(await html('/bank?toon=geboekt')).toContain('Geboekt 12')
  })

  test('is of one person in one role: a colleague and another cooperative neither see, rename nor remove it', async () => {
    const filter = await idOf('Open in oktober')
    const board = await signedIn(at.world, at.board)
    const other = await village(at.world, '2026-10-05')
    const bert = await signedIn(other.world, other.treasurer)
    for (const who of [board, bert]) {
      expect(await html('/bonnen', who)).not.toContain('Open in oktober')
      expect((await who.post('/filters/naam', { filter, naam: 'Van mij' })).status).toBe(404)
      expect((await who.post('/filters/weg', { filter })).status).toBe(303)
    }
    expect(await html('/bonnen')).toContain(link)
    expect((await bert.post('/filters', october)).status).toBe(303)
  })

  test('is renamed and removed; again changes nothing', async () => {
    const filter = await idOf('Open in oktober')
    expect((await ans.post('/filters/naam', { filter, naam: 'Nog te doen' })).status).toBe(303)
    expect(await html('/bonnen')).toContain('Nog te doen')
    expect((await ans.post('/filters/naam', { filter: newId(), naam: 'Niets' })).status).toBe(404)
    for (let time = 0; time < 2; time++) expect((await ans.post('/filters/weg', { filter })).status).toBe(303)
    expect(await html('/bonnen')).not.toContain('Nog te doen')
    expect((await ans.post('/filters/naam', { filter: 'kalf', naam: 'Niets' })).status).toBe(404)
  })

  test('goes at night after two years', async () => {
    await ans.post('/filters', october)
    const night = async (on: string) => {
      itIs(at.world, on)
      await at.world.world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, (tx) => forgetLooks(tx, at.world.clock.now()))
      return html('/bonnen', await signedIn(at.world, at.treasurer))
    }
    expect(await night('2028-10-04')).toContain(link)
    expect(await night('2028-10-06')).not.toContain(link)
  })
})
