import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kit/ids.ts'
import { browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-04')
})

const status = (page: string) => /<div class="toast" role="status"[^>]*>.*?<span>([^<]*)<\/span>/s.exec(page)?.[1] ?? null

async function administrator() {
  const cooperative = await found(world, 'cooperative', 'De Klaarkomst')
  return signedIn(world, await somebody(world, cooperative, 'administrator', 'Ada de Beheerder'))
}

const invitation = { naam: 'Teun Nieuw', email: 'teun.nieuw@example.nl', rol: 'coach', tot: '2027-11-01' }

describe('after something was done', () => {
  it('the page that follows says so once, without a word in the address', async () => {
    const ada = await administrator()
    const answer = await ada.post('/medewerkers', invitation)
    expect(answer.headers.get('location')).toBe('/medewerkers')
    expect(status(await (await ada.get('/medewerkers')).text())).toBe('De uitnodiging is verstuurd.')
    expect(status(await (await ada.get('/medewerkers')).text())).toBeNull()
  })

  it('the same form once more says the same', async () => {
    const ada = await administrator()
    const key = newId()
    for (let times = 0; times < 2; times++) {
      await ada.post('/medewerkers', { ...invitation, email: 'teun.weer@example.nl' }, key)
      expect(status(await (await ada.get('/medewerkers')).text())).toBe('De uitnodiging is verstuurd.')
    }
  })

  it('nothing is said after a form that was refused', async () => {
    const ada = await administrator()
    expect((await ada.post('/medewerkers', { ...invitation, email: 'geen adres' })).status).toBe(422)
    expect(status(await (await ada.get('/medewerkers')).text())).toBeNull()
  })

  it('it is said in the language of the reader', async () => {
    const ada = await administrator()
    await ada.post('/taal', { taal: 'en', naar: '/medewerkers' })
    await ada.post('/medewerkers', { ...invitation, email: 'teun.english@example.nl' })
    expect(status(await (await ada.get('/medewerkers')).text())).toBe('The invitation has been sent.')
  })

  it('a cookie with another word says nothing', async () => {
    const page = await world.app.request('http://localhost/', { headers: { Cookie: 'gedaan=<b>toString</b>' } })
    expect(status(await page.text())).toBeNull()
    expect(status(await (await browser(world).get('/')).text())).toBeNull()
  })
})
