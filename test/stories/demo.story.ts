import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportCooperative } from '#app/export.ts'
import { navOf } from '#app/nav.ts'
import { day } from '#kit/day.ts'
import { actAs, asSystem, type MemberId, type OrganisationId, organisationsAll, ROLES, type Role } from '#rooms/access'
import { seal, verify } from '#rooms/ledger'
import { statementLines, statementsOfMonth } from '#rooms/settlement'
import { type CastMember, demoCast } from '../../src/demo/cast.ts'
import { inventedWorld } from '../invented.ts'
import { signedIn, type TestWorld, browser as visitorOf } from '../world.ts'

let world: TestWorld
let cast: CastMember[]
let drop: () => Promise<void>

beforeAll(async () => {
  const invented = await inventedWorld('demo', day('2026-11-24'))
  world = invented.world
  drop = invented.drop
  const mine = ['Coöperatie De Bloesem U.A.', 'Coöperatief Atelier De Kade U.A.', 'Gemeente Wilgendam', 'Gemeente Lindehaven', 'LaNSCO']
  cast = (await demoCast(world.world)).filter((company) => mine.includes(company.name)).flatMap((company) => company.people)
}, 180_000)

afterAll(async () => {
  await world.world.database.close()
  await drop()
})

const organisations = () => world.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)

describe('the invented year', () => {
  test('has books that are sound, with at least three hundred entries', async () => {
    let entries = 0n
    for (const organisation of (await organisations()).filter((each) => each.kind === 'cooperative')) {
      await asSystem(world.world, organisation.id, 'ledger.seal', seal)
      const verdict = await asSystem(world.world, organisation.id, 'ledger.verify', verify)
      expect(verdict.faults).toEqual([])
      if (organisation.name.endsWith('De Bloesem U.A.') || organisation.name.includes('De Kade')) entries += verdict.sealed
    }
    expect(entries).toBeGreaterThanOrEqual(300n)
  })

  test('has somebody who moves: the old desk reads who leaves, the new one who comes, with what may be read', async () => {
    const pages: string[] = []
    for (const player of cast.filter(({ roles }) => roles.includes('caseManager')))
      pages.push(await (await (await signedIn(world, player.person)).get('/verhuizingen')).text())
    const of = (words: RegExp) => pages.filter((page) => words.test(page))
    expect(of(/Rosa [^<]*vertrekt/).length).toBeGreaterThan(0)
    expect(of(/Rosa [^<]*komt[\s\S]*De inwoner wil dat je het weet/).length).toBeGreaterThan(0)
    expect(of(/vertrekt[\s\S]*Wilgendam/)).toEqual([])
  })

  test('has a closed month of somebody who moved, told to each of the two towns by the money of its own days', async () => {
    const teun = cast.find((each) => each.name === 'Teun Terpstra') ?? expect.fail('nobody who moved')
    const seat = { person: teun.person, organisation: teun.organisation, role: 'member' as const, language: 'nl' as const }
    const { lines, months } = await actAs(world.world, seat, 'statement.list', async (tx, permit) => {
      const told = await statementLines(tx, permit, teun.person as MemberId)
      const [moved] = [...Map.groupBy(told, ({ month }) => month)].filter(([, each]) => each.length > 1)
      return { lines: moved?.[1] ?? [], months: moved ? await statementsOfMonth(tx, permit, teun.person as MemberId, moved[0]) : null }
    })
    expect(new Set(lines.map(({ municipality }) => municipality)).size).toBe(2)
    expect(lines.map(({ standing }) => standing)).toEqual(['noQuestions', 'noQuestions'])
    expect(months?.moved?.towns.every(({ figures }) => figures.turnover > 0n)).toBe(true)
  })

  test('says of each customer whose it is to the treasurer, and not to a member, who sees the own ones', async () => {
    const list = async (name: string) =>
      (await (await signedIn(world, cast.find((each) => each.name === name)?.person ?? ('' as never))).get('/klanten')).text()
    const office = await list('Ans de Boer')
    expect(office.split('Buurthuis De Linde</a>').length).toBeGreaterThan(2)
    expect(office).toContain('>Van wie<')
    expect(await list('Samira el Amrani')).not.toContain('Van wie')
  })

  test('gives every role a home and a menu in which every link opens', async () => {
    const seen = new Set<Role>()
    for (const player of cast) {
      // Who has several roles begins in the one of daily work.
      const role = ROLES.find((each) => player.roles.includes(each))
      if (!role || seen.has(role)) continue
      seen.add(role)
      const browser = await signedIn(world, player.person)
      const home = (await browser.get('/start')).headers.get('location') ?? ''
      for (const path of [home, ...navOf(role, 'nl').map((link) => link.href)]) {
        const answer = await browser.get(path)
        expect(`${role} ${path} ${answer.status}`).toBe(`${role} ${path} 200`)
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(6)
  })

  test('has somebody with a red condition and an open question, seen by member, coach and case manager', async () => {
    const rosa = cast.find((each) => each.name === 'Rosa Martens')?.person ?? ''
    const reader = async (name: string, path: string) =>
      (await (await signedIn(world, cast.find((each) => each.name === name)?.person ?? ('' as never))).get(path)).text()
    const pages = [await reader('Rosa Martens', '/voorwaarden/stand')]
    for (const name of ['Fatma Yildiz', 'Mirjam Bos']) pages.push(await reader(name, `/voorwaarden/stand?lid=${rosa}`))
    for (const page of pages) {
      expect(page).toContain('rood: past niet')
      expect(page).toContain('Opbloei vergelijkt opgaven met de voorwaarden')
    }
    expect(pages[0]).toContain('Antwoord versturen')
  })

  test('has a letter of Lindehaven that waits for a colleague, about a request that is late', async () => {
    const jelle = cast.find((each) => each.name === 'Jelle Postma')?.person ?? expect.fail('no colleague')
    const browser = await signedIn(world, jelle)
    const home = await (await browser.get('/klantmanager')).text()
    const [, link] = /href="(\/toestemmingen\/[^"]+\/voorbeeld)"/.exec(home) ?? expect.fail('no letter to see')
    const letter = await (await browser.get(link ?? '')).text()
    expect(letter).toContain('Kijk mee met deze brief aan Daan')
    expect(letter).toContain('Stuur terug')
  })

  test('has mail to read, and a look into a file for each member of the first hour', async () => {
    const [samira] = cast.filter((each) => each.name === 'Samira el Amrani')
    const browser = await signedIn(world, samira?.person ?? ('' as never))
    const looks = await (await browser.get('/wie-keek')).text()
    expect(looks).toContain('begeleider')
    expect(looks).toContain('klantmanager')
    const mailbox = await (await browser.get('/demo/postvak')).text()
    expect(mailbox).toMatch(/Factuur 2026-\d{4}/)
    expect(mailbox).toMatch(/maandopgave|opgave/i)
    const [, link] = /href="(\/rekening\/[^"]+)"/.exec(mailbox) ?? []
    const page = await visitorOf(world).get(link ?? '')
    expect([page.status, (await page.text()).match(/Factuur 2026-\d{4}/) !== null]).toEqual([200, true])
  })

  test('says what is wrong in the language of whoever reads', async () => {
    const player = cast.find((each) => each.name.startsWith('Yonas'))
    const browser = await signedIn(world, player?.person ?? ('' as never))
    const path = '/bonnen/00000000-0000-7000-8000-000000000000'
    await browser.post('/taal', { taal: 'nl', naar: '/start' })
    expect(await (await browser.get(path)).text()).toContain('Naar de startpagina')
    await browser.post('/taal', { taal: 'en', naar: '/start' })
    const english = await (await browser.get(path)).text()
    expect(english).toContain('To the start page')
    expect(english).not.toContain('Niet gevonden')
  })

  test('walks out whole, in open formats', async () => {
    const bloesem = cast.find((each) => each.name === 'Samira el Amrani')?.organisation ?? ('' as OrganisationId)
    const dir = mkdtempSync(join(tmpdir(), 'opbloei-export-'))
    try {
      const made = await exportCooperative(world.world, bloesem, dir)
      // Ten who are here, and one who left.
      expect(made.people).toBe(11)
      expect(readdirSync(join(dir, 'invoices'))).toHaveLength(made.invoices * 2)
      const journal = readFileSync(join(dir, 'ledger.journal'), 'utf8')
      expect(journal.match(/^\d{4}-\d{2}-\d{2} /gm)).toHaveLength(made.entries)
      // A program nobody here wrote would refuse an entry that is not in balance; this adds them all up.
      const cents = [...journal.matchAll(/ (-?\d+)\.(\d{2}) EUR/g)].map(([, whole = '', part = '']) => BigInt(`${whole}${part}`))
      expect(cents.reduce((sum, each) => sum + each, 0n)).toBe(0n)
      expect(journal).not.toContain('Samira')
      // Who is who: every id that stands in a file for programs is somebody of people.csv, and everybody has a way they came.
      const people = readFileSync(join(dir, 'people.csv'), 'utf8').trim().split('\r\n').slice(1)
      const ids = new Set(people.map((row) => row.split(';')[1]))
      const named = ['statements.json', 'months.json', 'decisions.json'].flatMap((name) => membersIn(JSON.parse(readFileSync(join(dir, name), 'utf8'))))
      expect(named.length).toBeGreaterThan(50)
      expect(named.filter((id) => !ids.has(id))).toEqual([])
      const steps = readFileSync(join(dir, 'journey.csv'), 'utf8')
      for (const row of people) expect(steps).toContain(`\r\n${row.split(';')[0]};`)
      expect(people.find((row) => row.includes('Samira el Amrani'))).toContain('samira.el.amrani@demo.example')
      const { released } = JSON.parse(readFileSync(join(dir, 'statements.json'), 'utf8'))
      expect(released.length).toBeGreaterThan(20)
      for (const each of released) expect(each.hash).toMatch(/^[0-9a-f]{16,}$/)
      expect(readFileSync(join(dir, 'customers.csv'), 'utf8')).toContain('Buurthuis De Linde')
      await expect(exportCooperative(world.world, bloesem, dir)).rejects.toThrow('not empty')
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})

/** The ids under the key `member`, however deep. */
function membersIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(membersIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => (key === 'member' && typeof each === 'string' ? [each] : membersIn(each)))
}
