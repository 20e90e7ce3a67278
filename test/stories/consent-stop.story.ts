import { beforeAll, describe, expect, test } from 'vitest'
import { watchQueries } from '#kit/db.ts'
import { registerCooperative, settingsFrom } from '#rooms/organisations'
import { beginCast, bloesem, coach, granted, officer, prepared, send, stranger, take, trialMember, wilgendam, world } from '../consent-cast.ts'
import { writes } from '../letters.ts'
import { as, type Browser, itIs, signedIn, somebody } from '../world.ts'

beforeAll(async () => {
  await beginCast()
  const treasurer = await somebody(world, bloesem, 'treasurer', 'Bea')
  await as(world, { person: treasurer, organisation: bloesem, role: 'treasurer' }, 'organisation.edit', (tx, permit) =>
    registerCooperative(tx, permit, {
      legalName: 'Coöperatie De Bloesem U.A.',
      tradeName: 'De Bloesem',
      kvk: '90001234',
      vatId: 'NL123456782B90',
      iban: 'NL91ABNA0417164300',
      street: 'Kerkstraat 12',
      postCode: '1234 AB',
      city: 'Waterdrecht',
      email: null,
      phone: null,
      website: null,
      korSince: null,
      korUntil: null,
      settings: settingsFrom({}),
    }),
  )
})

const read = async (page: Browser, path: string) => {
  const answer = await page.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

const STOPPED = 'De gemeente heeft nog niet besloten over de aanvraag van Yonas.'
const lines = {
  newName: 'Buurthuis',
  newKind: 'person',
  newStreet: 'Plein 1',
  newPostCode: '1234 AB',
  newCity: 'Waterdrecht',
  what: 'Fiets',
  price: '20,00',
  vat: 'standard',
}

describe('work without consent is stopped before anybody types', () => {
  test('a member reads on the form and on the draft what may not, and what happens now', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Yonas')
    await send(member, await prepared(member))
    const page = await signedIn(world, member)
    for (const path of ['/facturen/nieuw', '/dagstaten/nieuw']) {
      const form = await read(page, path)
      expect(form.indexOf(STOPPED), path).toBeGreaterThan(0)
      expect(form.indexOf(STOPPED), path).toBeLessThan(form.indexOf('name="_csrf" value="', form.indexOf(STOPPED)))
      expect(form).toContain('De penningmeester mag hem versturen.')
      expect(form).toContain('Begin er nog niet aan.')
    }
    const made = await page.post('/facturen', { ...lines, performedOn: '07-09-2026' })
    expect(made.status).toBe(303)
    const draft = made.headers.get('location') ?? ''
    const queries: string[] = []
    watchQueries(({ sql }) => queries.push(sql))
    expect(await read(page, draft)).toContain(STOPPED)
    watchQueries(null)
    const own = queries.filter((sql) => !/set_config|"access"|^begin|^commit|sign_?in|session/i.test(sql))
    expect(own.length, own.join('\n')).toBeLessThanOrEqual(6)
    const treasurer = await signedIn(world, await somebody(world, bloesem, 'treasurer', 'Ans'))
    expect(await read(treasurer, draft)).toContain(STOPPED)
  })

  test('where consent is in force nothing is said, and another day can be asked for', async () => {
    const { member } = await granted('Zus')
    itIs(world, '2026-11-09')
    const page = await signedIn(world, member)
    expect(await read(page, '/facturen/nieuw')).not.toContain('role="alert"')
    expect(await read(page, '/facturen/nieuw')).not.toContain('gaat pas later in')
    expect(await read(page, '/facturen/nieuw?dag=2026-11-08')).toContain('De toestemming van Zus gaat pas later in.')
    const allowed = await read(page, '/facturen/nieuw?dag=2026-11-09')
    expect(allowed).toContain('Ja, werk van 9 november 2026 mag worden verkocht.')
    expect(allowed).toContain('tot en met 8 november 2027')
  })

  test('a coach first says for whom; somebody of another coach is not there', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Adem')
    const page = await signedIn(world, coach)
    expect(await read(page, '/facturen/nieuw')).toContain('Kijk eerst of het mag')
    expect(await read(page, `/facturen/nieuw?lid=${member}&dag=2026-09-07`)).toContain('De gemeente heeft nog geen toestemming gegeven voor Adem.')
    const other = await signedIn(world, await somebody(world, bloesem, 'coach', 'Lotte'))
    expect((await other.get(`/facturen/nieuw?lid=${member}`)).status).toBe(404)
  })
})

describe('work that was done and waits for a decision', () => {
  test('member, coach and case manager see it; the case manager sees no customer and no amount', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Bilal')
    const request = await prepared(member)
    await send(member, request)
    const [own, helper, desk] = [await signedIn(world, member), await signedIn(world, coach), await signedIn(world, officer)]
    const treasurer = await signedIn(world, await somebody(world, bloesem, 'treasurer', 'Cor'))
    const draft = (await own.post('/facturen', { ...lines, performedOn: '07-09-2026' })).headers.get('location') ?? ''
    for (const [page, home] of [
      [own, '/mijn'],
      [helper, '/coach'],
      [desk, '/klantmanager'],
    ] as const)
      expect(await read(page, home), home).not.toMatch(/wacht op (een|je) besluit/)
    expect((await treasurer.post(`${draft}/versturen`, { waitsBecause: 'Het werk was al klaar.' })).status).toBe(303)
    for (const [page, home] of [
      [own, '/mijn'],
      [helper, '/coach'],
      [treasurer, '/penningmeester'],
    ] as const)
      expect(await read(page, home), home).toContain(`href="${draft}"`)
    const seen = await read(desk, '/klantmanager')
    expect(seen).toContain('Geld dat wacht op je besluit')
    expect(seen).toContain('werk van één verkoop')
    await take(request)
    const file = await read(desk, `/toestemmingen/${request}`)
    expect(file).toContain('Er is werk verkocht van 7 september 2026.')
    expect(await read(desk, `/toestemmingen/${request}/besluit`), 'where it is decided').toContain('Er is werk verkocht van 7 september 2026.')
    for (const page of [seen, file]) {
      expect(page).not.toContain('Buurthuis')
      expect(page).not.toContain('20,00')
    }
    expect((await desk.get(draft)).status).toBe(403)

    // After the decision the money waits at another desk, and each side reads at which.
    const granted = {
      outcome: 'granted',
      on: '2026-09-07',
      from: '2026-09-07',
      until: '2027-09-06',
      costKinds: ['material'],
      statementRhythm: 'monthly',
      statementDay: '10',
      legalBasis: 'pw-voorziening',
    }
    expect(await read(treasurer, '/penningmeester')).toContain('Geld wacht op een besluit van de gemeente')
    expect((await writes(world, wilgendam, desk, `/toestemmingen/${request}/besluit`, granted)).status).toBe(303)
    const decided = await read(desk, '/klantmanager')
    expect(decided).not.toContain('Geld dat wacht op je besluit')
    expect(decided).toContain('Besloten, geld nog niet verdeeld')
    expect(decided).toContain('de penningmeester van')
    expect(await read(desk, `/toestemmingen/${request}`)).toContain('Het geld wacht nu op de penningmeester')
    expect(await read(treasurer, '/penningmeester')).toContain('De gemeente heeft besloten: geef het geld vrij')
    expect(await read(own, '/mijn')).toContain('De penningmeester geeft het nu vrij.')

    await treasurer.post(`${draft}/vrijgave`, { reason: 'De gemeente zei ja.' })
    expect(await read(own, '/mijn')).not.toContain(`href="${draft}"`)
    expect(await read(desk, '/klantmanager')).not.toMatch(/Geld dat wacht op je besluit|geld nog niet verdeeld/)
  })

  test('another municipality and another case manager see nothing of it', async () => {
    const elsewhere = await signedIn(world, stranger)
    expect(await read(elsewhere, '/klantmanager')).not.toContain('Geld dat wacht op je besluit')
  })
})
