import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeApp } from '#app/app.ts'
import { exporting } from '#app/export-errand.ts'
import { newId } from '#kit/ids.ts'
import { clearPieces, errandJob, errandsInHand, job, type OrganisationId } from '#rooms/access'
import { camt, entry } from '#rooms/banking'
import { closings } from '#rooms/settlement'
import { errands as banking } from '../../src/rooms/banking/banking.jobs.ts'
import { errands as closing } from '../../src/rooms/settlement/settlement.jobs.ts'
import { bankIn, signedAgreement, sold, template } from '../trade.ts'
import { asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, type Browser, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** The program with a threshold so low that what a village does is much. */
let world: TestWorld
let place: Village
let ans: Browser

beforeAll(async () => {
  const plain = await testWorld()
  world = { ...plain, app: makeApp({ ...plain, settings: { ...plain.settings, atOnce: { lines: 1, members: 0 } } }) }
})

const errandIn = (answer: Response) => /^\/bezig\/([0-9a-f-]{36})$/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
const pageOf = async (who: Browser, errand: string) => (await who.get(`/bezig/${errand}`)).text()
const order = (errand: string, organisation: OrganisationId) => ({ id: errand, job: 'errand.run', organisation, facts: { errand } })
const works = { ...banking, ...closing, 'export.make': exporting }

/** The job as a program does it that is stopped before its step with this number, counted from one; the step that it was in is rolled back. */
function stoppedAt(kind: keyof typeof works, step: number) {
  const work = works[kind]
  let nr = 0
  return errandJob({
    ...works,
    [kind]: {
      ...work,
      step: (...args: Parameters<typeof work.step>) => {
        nr += 1
        if (nr === step) throw new Error('the power went')
        return work.step(...args)
      },
    },
  })
}

function statement(id: string, lines: number, opening = '0.00'): File {
  const entries = Array.from({ length: lines }, (_, nr) => entry({ amount: '1.00', side: 'CRDT', on: '2026-10-10', bankReference: `${id}-${nr}` }))
  const closes = (Number(opening) + lines).toFixed(2)
  return new File([camt({ id, account: 'NL91ABNA0417164300', opening, closing: closes, entries })], `${id}.xml`, { type: 'application/xml' })
}

const statements = async () => {
  const { rows } = await world.world.database.pool.query<{ bank_id: string; lines: number }>(
    'select bank_id, lines from banking.bank_statement where tenant = $1 order by arrived',
    [place.cooperative],
  )
  return rows.map(({ bank_id: id, lines }) => `${id}: ${lines}`)
}
const keptFiles = async () => {
  const { rows } = await world.world.database.pool.query<{ n: number }>('select count(*)::int as n from kit.file where organisation = $1', [place.cooperative])
  return rows[0]?.n
}

describe('a long bank file', () => {
  beforeAll(async () => {
    place = await village(world, '2026-10-01')
    itIs(world, '2026-11-02')
    ans = await signedIn(world, place.treasurer)
  })

  test('of few lines comes in at once; a longer one goes on in the background, and asked twice it is one', async () => {
    expect((await ans.post('/bank/afschriften', { bestand: statement('A-1', 1) })).headers.get('location')).toMatch(/^\/bank\?bestand=/)
    const file = statement('A-2', 3, '1.00')
    const first = await ans.post('/bank/afschriften', { bestand: file })
    const errand = errandIn(first)
    expect(errand).not.toBe('')
    const files = await keptFiles()
    expect(errandIn(await ans.post('/bank/afschriften', { bestand: file }))).toBe(errand)
    expect(await keptFiles()).toBe(files)
    const page = await ans.get(`/bezig/${errand}`)
    expect(page.headers.get('refresh')).toBe('2')
    expect(await page.text()).toContain('Je mag deze pagina verlaten')
    expect((await ans.get(`/bezig/${errand}?stil=ja`)).headers.get('refresh')).toBeNull()
    expect(await (await ans.get('/penningmeester')).text()).toContain('bezig, 0%')
    expect(await statements()).toHaveLength(1)
  })

  test('killed between its steps it goes on where it was; the file comes in once, however often the job runs', async () => {
    const [errand = ''] = (await errandsInHand(world.world)).filter(({ organisation }) => organisation === place.cooperative).map(({ facts }) => facts.errand)
    const files = await keptFiles()
    await expect(stoppedAt('bank.import', 3)(world.world, order(errand, place.cooperative))).rejects.toThrow('the power went')
    const half = await pageOf(ans, errand)
    expect(half).toContain('66%')
    expect(half).toContain('Stap 3 van 3: De regels bewaren')
    expect(await statements()).toHaveLength(1)
    await errandJob(works)(world.world, order(errand, place.cooperative))
    await Promise.all([1, 2].map(() => errandJob(works)(world.world, order(errand, place.cooperative))))
    await world.runJobs()
    expect(await statements()).toEqual(['A-1: 1', 'A-2: 3'])
    expect(await keptFiles(), 'the file that was kept is the file that came in').toBe(files)
    const page = await ans.get(`/bezig/${errand}`)
    expect(page.headers.get('refresh')).toBeNull()
    const [, result = ''] = /href="(\/bank\?bestand=[^"]+)"/.exec(await page.text()) ?? []
    expect(await (await ans.get(result)).text()).toContain('3 nieuwe regels')
    expect(await (await ans.get('/penningmeester')).text()).toContain(`/bezig/${errand}`)
  })

  test('that cannot come in ends with the reason and a way back, and leaves nothing', async () => {
    const files = await keptFiles()
    const other = new File([(await statement('A-2', 4, '1.00').arrayBuffer()) as ArrayBuffer], 'anders.xml', { type: 'application/xml' })
    const errand = errandIn(await ans.post('/bank/afschriften', { bestand: other }))
    expect(await keptFiles()).toBe((files ?? 0) + 1)
    await world.runJobs()
    const page = await pageOf(ans, errand)
    expect(page).toContain('role="alert"')
    expect(page).toContain('href="/bank"')
    expect(page).not.toContain('het werk gaat door')
    expect(await statements()).toHaveLength(2)
    expect(await keptFiles()).toBe(files)
  })

  test('is nobody else’s: a colleague, another role and another cooperative are told that there is no such thing', async () => {
    const errand = errandIn(await ans.post('/bank/afschriften', { bestand: statement('A-3', 2, '4.00') }))
    const colleague = await signedIn(world, await somebody(world, place.cooperative, 'treasurer', 'Tom Tweede'))
    expect((await colleague.get(`/bezig/${errand}`)).status).toBe(404)
    expect((await colleague.post('/bank/afschriften', { bestand: statement('A-3', 2, '4.00') })).status).toBe(409)
    const far = await village(world, '2026-11-02')
    expect((await (await signedIn(world, far.treasurer)).get(`/bezig/${errand}`)).status).toBe(404)
    expect((await (await signedIn(world, place.coach)).get(`/bezig/${errand}`)).status).toBe(403)
    await world.runJobs()
    expect(await statements()).toHaveLength(3)
  })

  test('of somebody whose role ended meanwhile does not come in', async () => {
    const gone = await somebody(world, place.cooperative, 'treasurer', 'Wim Weg')
    const errand = errandIn(await (await signedIn(world, gone)).post('/bank/afschriften', { bestand: statement('A-4', 2, '6.00') }))
    await world.world.database.pool.query("update access.affiliation set until = date '2026-11-01' where person = $1", [gone])
    await world.runJobs()
    const { rows } = await world.world.database.pool.query('select state, refused_what from access.errand where id = $1', [errand])
    expect(rows).toEqual([{ state: 'refused', refused_what: 'De rol waarin je hierom vroeg, is geëindigd. Er is niets gedaan.' }])
    expect(await statements()).toHaveLength(3)
  })

  test('that brings the program down time and again is given up, and says so', async () => {
    const errand = errandIn(await ans.post('/bank/afschriften', { bestand: statement('A-5', 2, '6.00') }))
    const broken = errandJob({ ...works, 'bank.import': { ...works['bank.import'], step: () => Promise.reject(new Error('the disk is full')) } })
    for (let time = 1; time <= 6; time++) await expect(broken(world.world, order(errand, place.cooperative))).rejects.toThrow('the disk is full')
    expect(await pageOf(ans, errand)).toContain('door een fout in Opbloei')
    await world.runJobs()
    expect(await statements()).toHaveLength(3)
    expect(await keptFiles(), 'what was kept for it is cleared away').toBe(3)
  })
})

describe('a month of many members', () => {
  const closed = () => as(world, asTreasurer(place), 'month.see', (tx, permit) => closings(tx, permit))

  beforeAll(async () => {
    place = await village(world, '2026-09-01')
    const samira = await newMember(place, 'Samira el Amrani')
    await signedAgreement(place, [samira], template('resultaat-60-15-25'), '2026-10-01')
    const invoice = await sold(place, samira, '2026-10-05', [{ net: 15000 }])
    await bankIn(place, '2026-10', [{ invoice, gross: 18150, on: '2026-10-20' }])
    ans = await signedIn(world, place.treasurer)
  })

  test('that is not ready is refused at once, in the words of its checklist', async () => {
    itIs(world, '2026-10-31')
    const answer = await ans.post('/maand/2026-10/afsluiting')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('nog niet dicht')
    itIs(world, '2026-11-02')
  })

  test('closes in the background, whole and once, wherever the program is stopped', async () => {
    const errand = errandIn(await ans.post('/maand/2026-10/afsluiting'))
    expect(errandIn(await ans.post('/maand/2026-10/afsluiting'))).toBe(errand)
    await expect(stoppedAt('month.close', 3)(world.world, order(errand, place.cooperative))).rejects.toThrow('the power went')
    expect(await closed()).toHaveLength(0)
    expect(await pageOf(ans, errand)).toContain('Stap 3 van 4: Verdelen, boeken en afsluiten')
    await expect(stoppedAt('month.close', 2)(world.world, order(errand, place.cooperative))).rejects.toThrow('the power went')
    expect(await closed()).toHaveLength(1)
    await errandJob(works)(world.world, order(errand, place.cooperative))
    await world.runJobs()
    expect(await closed()).toHaveLength(1)
    const page = await pageOf(ans, errand)
    expect(page).toContain('De maand is afgesloten en het geld is verdeeld.')
    expect(page).toContain('href="/maand/2026-10"')
  })
})

describe('everything taken along', () => {
  let willem: Browser
  let errand: string

  beforeAll(async () => {
    willem = await signedIn(world, place.board)
  })

  test('is made in the background and is a file that any program opens', async () => {
    errand = errandIn(await willem.post('/alles-meenemen'))
    expect(errandIn(await willem.post('/alles-meenemen'))).toBe(errand)
    expect((await willem.get(`/alles-meenemen/${errand}/bestand`)).status).toBe(404)
    await expect(stoppedAt('export.make', 4)(world.world, order(errand, place.cooperative))).rejects.toThrow('the power went')
    expect(await pageOf(willem, errand)).toContain('Stap 4 van 5')
    await world.runJobs()
    expect(await pageOf(willem, errand)).toContain('staat klaar')
    const list = await (await willem.get('/alles-meenemen')).text()
    expect(list).toContain(`/alles-meenemen/${errand}/bestand`)
    expect(list).toContain('Willem Prins, op')
    const answer = await willem.get(`/alles-meenemen/${errand}/bestand`)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const files = unzip(Buffer.from(await answer.arrayBuffer()))
    expect([...files.keys()].sort()).toEqual([
      'README.md',
      'agreements.json',
      'benefits.csv',
      'customers.csv',
      'decisions.json',
      'invoices/2026-0001.pdf',
      'invoices/2026-0001.xml',
      'journey.csv',
      'knowledge.json',
      'ledger.csv',
      'ledger.journal',
      'lending.json',
      'log.csv',
      'months.json',
      'people.csv',
      'questions.json',
      'resolutions.json',
      'statements.json',
    ])
    expect(files.get('people.csv')?.toString()).toContain('Samira el Amrani')
    expect(files.get('invoices/2026-0001.pdf')?.toString('latin1')).toMatch(/^%PDF-/)
  }, 60_000)

  test('is told to the board and to the members, and nobody else can fetch it', async () => {
    expect(await (await willem.get('/bestuur')).text()).toContain('Op 2 november 2026 is alles van de coöperatie in bestanden gezet.')
    const { rows } = await world.world.database.pool.query("select distinct role from access.look where action = 'export.make' and organisation = $1", [
      place.cooperative,
    ])
    expect(rows).toEqual([{ role: 'board' }])
    expect((await ans.get(`/alles-meenemen/${errand}/bestand`)).status).toBe(404)
    expect((await ans.get('/alles-meenemen')).status).toBe(200)
    expect((await (await signedIn(world, place.coach)).get('/alles-meenemen')).status).toBe(403)
  })

  test('is kept for seven days and then cleared away, with all its pieces', async () => {
    const clear = () => job('export.make', clearPieces)(world.world, { id: newId(), job: 'errand.clear', organisation: place.cooperative, facts: {} })
    const zips = async () =>
      (await world.world.database.pool.query("select 1 from kit.file where organisation = $1 and type = 'application/zip'", [place.cooperative])).rowCount
    itIs(world, '2026-11-08')
    await clear()
    expect((await willem.get(`/alles-meenemen/${errand}/bestand`)).status).toBe(200)
    itIs(world, '2026-11-10')
    await clear()
    expect(await zips()).toBe(0)
    expect((await willem.get(`/alles-meenemen/${errand}/bestand`)).status).toBe(404)
    expect(await (await willem.get('/alles-meenemen')).text()).toContain('weggehaald na zeven dagen')
  })
})

test('every kind has as many steps as are told', async () => {
  const { rows } = await world.world.database.pool.query<{ kind: keyof typeof works; steps: number }>(
    'select distinct kind, steps from access.errand order by kind',
  )
  expect(rows.map(({ kind }) => kind)).toEqual(['bank.import', 'export.make', 'month.close'])
  expect(rows.map(({ steps }) => steps)).toEqual(rows.map(({ kind }) => works[kind].steps))
})

/** What is in an archive, read by its table of contents. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  const end = archive.length - 22
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, named, begins] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)]
    const name = archive.toString('utf8', at + 46, at + 46 + named)
    const from = begins + 30 + named
    found.set(name, inflateRawSync(archive.subarray(from, from + packed)))
    at += 46 + named
  }
  return found
}
