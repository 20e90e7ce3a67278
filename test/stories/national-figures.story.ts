import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOfCsv } from '#kit/csv.ts'
import { addMonths, day } from '#kit/day.ts'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import { admit, admitToTrial, beginFile, leave } from '#rooms/members'
import { countOwnFigures, type Figure, tellFigures } from '#rooms/outcomes'
import { pdfText } from '../pdf-text.ts'
import { type Browser, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** A year of its own: no other story lets anything be counted in it. */
const YEAR = 2040
const TOLD = '2041-04-01'

type House = { readonly id: OrganisationId; readonly board: PersonId; readonly coach: PersonId }

let world: TestWorld
let network: OrganisationId
const houses: House[] = []

/** A cooperative with members since the year, of whom some leave in it for paid work. */
async function house(nr: number, members: number, leaving: number): Promise<House> {
  itIs(world, `${YEAR}-02-01`)
  const id = await found(world, 'cooperative', `Coöperatie Cijfer ${nr} U.A.`)
  const board = await somebody(world, id, 'board', `Bestuur ${nr}`)
  const coach = await somebody(world, id, 'coach', `Coach ${nr}`)
  for (let each = 0; each < members + leaving; each++) {
    const name = `Lid ${nr} ${each}`
    const on = day(`${YEAR}-02-01`)
    const facts = { firstName: name, name, email: null, phone: null, street: 'Weverstraat 1', postCode: '1234 AB', city: 'Wilgendam', language: 'nl' } as const
    const member = await asSystem(world.world, id, 'member.edit', (tx, permit) => beginFile(tx, permit, { ...facts, stage: 'applied', on, coach }))
    await asSystem(world.world, id, 'member.trial', (tx, permit) => admitToTrial(tx, permit, member, on, addMonths(on, 3)))
    await asSystem(world.world, id, 'member.admit', (tx, permit) => admit(tx, permit, member, day(`${YEAR}-02-01`)))
    if (each < members) continue
    itIs(world, `${YEAR}-09-01`)
    await asSystem(world.world, id, 'member.leave', (tx, permit) =>
      leave(tx, permit, member, day(`${YEAR}-09-01`), { reason: 'ownWish', destination: 'paidWork' }),
    )
    itIs(world, `${YEAR}-02-01`)
  }
  return { id, board, coach }
}

const chooses = async (at: House, figures: readonly Figure[], year = YEAR) =>
  (await signedIn(world, at.board)).post('/landelijke-cijfers', { year: String(year), figures })
const count = (at: House) => asSystem(world.world, at.id, 'figures.count', countOwnFigures)
const tell = () => asSystem(world.world, network, 'figures.tell', tellFigures)
const read = async (path: string, who: Browser = browser(world)) => (await who.get(path)).text()
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

beforeAll(async () => {
  world = await testWorld()
  network = await found(world, 'network', 'Netwerk van de cijfers')
  for (let nr = 0; nr < 11; nr++) houses.push(await house(nr, 3, 2))
}, 120_000)

describe('the national figures of a year', () => {
  test('are for the board to agree to, told in plain words what goes along and from when', async () => {
    itIs(world, `${YEAR}-12-01`)
    const at = houses[0] as House
    const page = text(await read('/landelijke-cijfers', await signedIn(world, at.board)))
    for (const words of ['Jullie typen niets over', 'Wordt verteld vanaf 1 april 2041', 'Hoeveel leden jullie hadden op 31 december', 'ook het netwerk niet'])
      expect(page).toContain(words)
    expect((await (await signedIn(world, at.coach)).get('/landelijke-cijfers')).status).toBe(403)
    expect((await chooses(at, ['members'], 2031)).status).toBe(422)
  })

  test('are not told while four cooperatives agreed: nothing is there, and the address says so', async () => {
    itIs(world, `${YEAR}-12-01`)
    for (const at of houses.slice(0, 4)) expect((await chooses(at, ['members', 'trials', 'departures'])).status).toBe(303)
    itIs(world, TOLD)
    for (const at of houses.slice(0, 4)) await count(at)
    expect(await tell()).toBeNull()
    expect((await browser(world).get(`/cijfers/${YEAR}`)).status).toBe(404)
  })

  test('can be taken back until they are told: what was counted goes out again', async () => {
    const at = houses[4] as House
    await chooses(at, ['members', 'trials', 'departures'])
    await count(at)
    await chooses(at, [])
    expect(await tell()).toBeNull()
  })

  test('are told by the first of two programs of the network, rounded, with their definition, in both languages', async () => {
    const at = houses[4] as House
    await chooses(at, ['members', 'trials', 'departures'])
    await count(at)
    expect((await Promise.all([tell(), tell()])).toSorted()).toEqual([1, null])
    const page = text(await read(`/cijfers/${YEAR}`))
    // Five cooperatives of three members and two who left: fifteen, twenty-five on trial, ten.
    for (const words of [
      'Leden 15',
      'Op proef 25',
      'Gestopt 10',
      'Betaald werk 10',
      'Eigen bedrijf 0',
      'Ongeveer 5 coöperaties',
      'Verzonnen',
      'Wat we niet weten',
    ])
      expect(page).toContain(words)
    expect(page).toContain('Minder dan vijf coöperaties doen mee')
    expect(text(await read(`/en/cijfers/${YEAR}`))).toContain('Members 15')
    expect(text(await read('/cijfers'))).toContain('Cijfers van de sociale coöperaties')
  })

  test('stay as they were told: no yes can be taken back, one more cooperative changes nothing, five more make a version', async () => {
    const first = houses[0] as House
    await chooses(first, [])
    expect(text(await read('/landelijke-cijfers', await signedIn(world, first.board)))).toContain('Is al verteld')
    await count(first)
    expect(await tell()).toBeNull()
    const late = houses.slice(5, 10)
    await chooses(late[0] as House, ['members', 'trials', 'departures'])
    await count(late[0] as House)
    expect(await tell()).toBeNull()
    for (const at of late.slice(1)) {
      await chooses(at, ['members', 'trials', 'departures'])
      await count(at)
    }
    expect(await tell()).toBe(2)
    expect(text(await read(`/cijfers/${YEAR}`))).toMatch(/Leden 30.*Versie 1, verteld op 1 april 2041.*Leden 15/)
    expect(text(await read(`/cijfers/${YEAR}?versie=1`))).toContain('Leden 15')
    await expect(world.world.database.pool.query('update outcomes.told_figure set version = 9')).rejects.toThrow('only ever added to')
  })

  test('of one cooperative are read by itself and by the program of the network, by nobody who works there', async () => {
    const someone = await somebody(world, network, 'network', 'Hilde Netwerk')
    const seen = (organisation: OrganisationId, person: PersonId | null, table: string) =>
      world.world.database.unit({ role: 'opbloei_app', organisation, person }, async (tx) => {
        const rows = await tx
          .selectFrom(table as 'outcomes.figure_count')
          .select('tenant')
          .where('year', '=', YEAR)
          .execute()
        return new Set(rows.map(({ tenant }) => tenant)).size
      })
    for (const table of ['outcomes.figure_count', 'outcomes.figure_taking']) {
      expect(await seen(network, someone, table)).toBe(0)
      expect(await seen(network, null, table)).toBe(10)
      expect(await seen((houses[0] as House).id, null, table)).toBe(1)
      expect(await seen((houses[10] as House).id, null, table)).toBe(0)
    }
  })
})

describe('what can be taken along', () => {
  test('is open data that is what its description says', async () => {
    const described = await (await browser(world).get(`/cijfers/${YEAR}/datapackage.json`)).json()
    expect(described).toMatchObject({ profile: 'tabular-data-package', version: '2', licenses: [{ name: 'CC-BY-4.0' }] })
    expect(described.title).toContain('verzonnen')
    const [resource] = described.resources
    const answer = await browser(world).get(`/cijfers/${YEAR}/${resource.path}`)
    expect(answer.headers.get('content-disposition')).toContain('verzonnen')
    const csv = await answer.text()
    expect(csv.split('\r\n')[0]).toContain(resource.dialect.delimiter)
    const [heads = [], ...rows] = rowsOfCsv(csv) ?? []
    type Field = { name: string; type: string; trueValues?: string[]; constraints?: { required?: boolean; enum?: string[]; minimum?: number } }
    const fields: Field[] = resource.schema.fields
    expect(heads).toEqual(fields.map(({ name }) => name))
    expect(rows.length).toBe(10)
    for (const row of rows)
      for (const [nr, { name, type, constraints = {} }] of fields.entries()) {
        const cell = row[nr] ?? ''
        if (constraints.required) expect(cell, name).not.toBe('')
        if (cell === '') continue
        if (type === 'integer') expect(Number(cell)).toBeGreaterThanOrEqual(constraints.minimum ?? 0)
        if (type === 'boolean') expect(['ja', 'nee']).toContain(cell)
        if (constraints.enum) expect(constraints.enum).toContain(cell)
      }
    const key = resource.schema.primaryKey.map((name: string) => heads.indexOf(name))
    expect(new Set(rows.map((row) => key.map((at: number) => row[at]).join(' '))).size).toBe(rows.length)
    const whole = await (await browser(world).get(`/cijfers/${YEAR}/cijfers.json`)).json()
    expect(whole).toMatchObject({ jaar: YEAR, versie: 2, verzonnen: true, beschrijving: described.id ? `${described.id}/datapackage.json` : '' })
    const counts = whole.cijfers.flatMap((figure: { groepen: { groep: string; aantal: number | null }[] }) => figure.groepen)
    expect(rows.map((row) => row[heads.indexOf('aantal')])).toEqual(
      counts.map(({ aantal }: { aantal: number | null }) => (aantal === null ? '' : String(aantal))),
    )
  })

  test('is a report on paper that says that it is invented', async () => {
    const answer = await browser(world).get(`/cijfers/${YEAR}/rapport.pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const { text: words } = pdfText(Buffer.from(await answer.arrayBuffer()))
    for (const each of ['verzonnen netwerk', `${YEAR}`, 'Gestopte leden', 'Wat we niet weten', 'CC BY 4.0']) expect(words.replace(/\s+/g, ' ')).toContain(each)
  })
})
