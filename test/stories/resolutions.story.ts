import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { exportCooperative } from '#app/export.ts'
import { addDays } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import { asSystem } from '#rooms/access'
import { newMember, type Village, village } from '../village.ts'
import { type Browser, browser, itIs, signedIn, somebody, testWorld } from '../world.ts'

let at: Village
let board: Browser

beforeAll(async () => {
  at = await village(await testWorld(), '2026-03-02')
  board = await signedIn(at.world, at.board)
})

const page = async (browser: Browser, path: string) => (await browser.get(path)).text()
const facts = (other: Record<string, string> = {}) => ({
  on: '2026-03-02',
  organ: 'assembly',
  title: 'Huisregels, versie 1',
  text: 'We nemen de huisregels aan.',
  inFavour: '7',
  against: '1',
  abstained: '',
  present: 'Acht leden',
  about: '',
  aboutYear: '',
  months: '',
  replaces: '',
  ...other,
})
const recorded = async (other: Record<string, string> = {}) => (await board.post('/besluiten', facts(other))).headers.get('location') ?? ''

describe('the register of decisions', () => {
  test('numbers run per year, and a decision reads with its votes', async () => {
    const first = await recorded()
    await recorded({ title: 'Nieuwe penningmeester' })
    await recorded({ on: '2025-12-30', title: 'Oud besluit' })
    const html = await page(board, '/besluiten')
    for (const number of ['2026-1', '2026-2', '2025-1']) expect(html).toContain(number)
    expect(await page(board, first)).toContain('7 voor, 1 tegen, 0 onthouding')
  })

  test('sent empty names every field in the summary of what is wrong', async () => {
    const answer = await board.post('/besluiten', facts({ on: '', title: '', text: '' }))
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const label of ['Waarover gaat het?', 'Wat is er besloten?', 'Besloten op'])
      expect(html).toMatch(new RegExp(`href="#[^"]+">${label.replace('?', '\\?')}`))
  })

  test('keeps the paper it rests on, for who may read decisions', async () => {
    const file = new File([`%PDF-1.7 ${'x'.repeat(60)}`], 'notulen.pdf', { type: 'application/pdf' })
    const sent = await board.post('/besluiten', { ...facts({ title: 'Met notulen' }), file })
    const path = sent.headers.get('location') ?? ''
    expect(await page(board, path)).toContain(`${path}/stuk`)
    expect((await board.get(`${path}/stuk`)).headers.get('content-type')).toBe('application/pdf')
    expect((await board.get(`${await recorded()}/stuk`)).status).toBe(404)
  })

  test('is searched by a word, and a percent sign finds nothing', async () => {
    expect(await page(board, '/besluiten?zoek=PENNING')).toContain('Nieuwe penningmeester')
    expect(await page(board, '/besluiten?zoek=penning')).not.toContain('Huisregels, versie 1')
    expect(await page(board, '/besluiten?zoek=%25')).toContain('Niets gevonden')
  })

  test('is mended within a day and stands after it; then only a new one replaces it, once', async () => {
    const path = await recorded({ title: 'Contributie' })
    expect((await board.post(path, facts({ title: 'Contributie 2026' }))).status).toBe(303)
    expect(await page(board, path)).toContain('Op de eerste dag verbeterd')
    itIs(at.world, '2026-03-04')
    expect(await (await board.post(path, facts({ title: 'Toch anders' }))).text()).toContain('Dit besluit staat vast')
    const id = path.split('/').at(-1) ?? ''
    const later = await recorded({ on: '2026-03-04', title: 'Contributie 2027', replaces: id })
    expect(await page(board, path)).toContain(later)
    expect(await page(board, path)).toContain('Contributie 2026')
    expect(await (await board.post('/besluiten', facts({ replaces: id }))).text()).toContain('al vervangen')
  })

  test('sixteen at once get sixteen numbers, and the same form one', async () => {
    itIs(at.world, '2026-04-01')
    const before = (await page(board, '/besluiten')).match(/2026-\d+/g)?.length ?? 0
    await Promise.all(Array.from({ length: 16 }, (_, nr) => board.post('/besluiten', facts({ title: `Besluit ${nr}` }))))
    const numbers = (await page(board, '/besluiten')).match(/2026-\d+/g) ?? []
    expect(numbers.length).toBe(before + 16)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('of another cooperative is not there, and only the board writes', async () => {
    const path = await recorded({ title: 'Van ons' })
    const other = await village(at.world, '2026-04-01')
    expect((await (await signedIn(at.world, other.board)).get(path)).status).toBe(404)
    const treasurer = await signedIn(at.world, at.treasurer)
    expect(await page(treasurer, path)).toContain('Van ons')
    expect((await treasurer.post('/besluiten', facts())).status).toBe(403)
    expect((await (await signedIn(at.world, at.coach)).get('/besluiten')).status).toBe(403)
  })

  test('what is wrong is said, and what was typed stays', async () => {
    const refused = async (other: Record<string, string>) => (await board.post('/besluiten', facts(other))).text()
    expect(await refused({ on: '2026-12-01', text: 'Dit blijft staan.' })).toContain('Dit blijft staan.')
    expect(await refused({ organ: 'board', about: 'annualAccounts', aboutYear: '2025' })).toContain('Over de jaarrekening besluit de ledenvergadering.')
    expect(await refused({ text: '' })).toContain('Huisregels, versie 1')
  })

  test('is read by members when the board says so, without who was there; what is taken back is gone', async () => {
    const member = await signedIn(at.world, await newMember(at, 'Lotte Lid'))
    const file = new File([`%PDF-1.7 ${'x'.repeat(60)}`], 'huisregels.pdf', { type: 'application/pdf' })
    const shown = (await board.post('/besluiten', { ...facts({ title: 'Voor de leden', forMembers: 'ja' }), file })).headers.get('location') ?? ''
    const hidden = await recorded({ title: 'Alleen bestuur' })
    const list = await page(member, '/besluiten')
    expect([list.includes('Voor de leden'), list.includes('Alleen bestuur'), list.includes('Besluit toevoegen')]).toEqual([true, false, false])
    const read = await page(member, shown)
    expect([read.includes('We nemen de huisregels aan.'), read.includes('Acht leden'), read.includes('Opgeschreven')]).toEqual([true, false, false])
    expect((await member.get(`${shown}/stuk`)).status).toBe(200)
    expect(await page(member, '/besluiten?zoek=Acht')).not.toContain('Voor de leden')
    for (const path of [hidden, `${hidden}/stuk`]) expect((await member.get(path)).status).toBe(404)
    expect((await member.post(`${hidden}/leden`, { shown: 'ja' })).status).toBe(403)
    const key = newId()
    for (let n = 0; n < 2; n++) expect((await board.post(`${hidden}/leden`, { shown: 'ja' }, key)).status).toBe(303)
    expect(await page(member, hidden)).toContain('Alleen bestuur')
    const other = await village(at.world, '2026-04-01')
    expect((await (await signedIn(at.world, other.board)).post(`${hidden}/leden`, { shown: 'ja' })).status).toBe(404)
    expect(await page(await signedIn(at.world, await newMember(other, 'Ander Lid')), '/besluiten')).not.toContain('Voor de leden')
    expect((await board.post(`${hidden}/leden`, { shown: 'nee' })).status).toBe(303)
    expect((await member.get(hidden)).status).toBe(404)
    await recorded({ title: 'Komt in de plaats', replaces: shown.split('/').at(-1) ?? '' })
    expect(await page(member, shown)).toContain('Er kwam een nieuw besluit voor in de plaats.')
    expect(await page(member, '/mijn')).toContain('href="/besluiten"')
  })

  test('goes along in the export', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'besluiten-'))
    await exportCooperative(at.world.world, at.cooperative, dir)
    expect(readFileSync(join(dir, 'resolutions.json'), 'utf8')).toContain('Contributie 2026')
  })
})

describe('the calendar', () => {
  test('shows what is due with its article; adopting the accounts and ticking a return settle them', async () => {
    itIs(at.world, '2026-07-01')
    const html = await page(board, '/kalender')
    expect(html).toContain('Jaarrekening 2025 opmaken')
    expect(html).toContain('BW 2:58 lid 1')
    expect(html).toContain('Nog niet gedaan')
    await recorded({ on: '2026-06-20', title: 'Uitstel', about: 'accountsExtension', aboutYear: '2025', months: '4' })
    expect(await page(board, '/kalender')).toContain('31 oktober 2026')
    await recorded({ on: '2026-06-28', title: 'Jaarrekening', about: 'annualAccounts', aboutYear: '2025' })
    expect(await page(board, '/kalender')).toContain('gedaan')
    const treasurer = await signedIn(at.world, at.treasurer)
    expect(await page(treasurer, '/kalender')).toContain('Btw-aangifte 1e kwartaal 2026')
    await Promise.all([1, 2, 3].map(() => treasurer.post('/kalender/gedaan', { duty: 'vat-2026-q1' })))
    expect(await page(treasurer, '/kalender')).not.toContain('Btw-aangifte 1e kwartaal 2026')
    await treasurer.post('/kalender/terug', { duty: 'vat-2026-q1' })
    expect(await page(treasurer, '/kalender')).toContain('Btw-aangifte 1e kwartaal 2026')
    expect((await treasurer.post('/kalender/gedaan', { duty: 'adoption-2026' })).status).toBe(422)
  })

  test('is read by one’s own agenda at a secret address, without names, until it is renewed, ended or the role is over', async () => {
    const person = await somebody(at.world, at.cooperative, 'administrator', 'Zus Zichtbaar')
    const [treasurer, administrator, stranger] = [await signedIn(at.world, at.treasurer), await signedIn(at.world, person), browser(at.world)]
    const addressOf = async (of: Browser) => /href="(\/kalender\/abonnement\/[\w-]{43})"/.exec(await page(of, '/kalender'))?.[1] ?? ''
    const made = async (of: Browser) => {
      expect((await of.post('/kalender/abonnement')).status).toBe(303)
      return addressOf(of)
    }
    const first = await made(treasurer)
    const answer = await stranger.get(first)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-robots-tag')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'noindex, nofollow, noarchive',
    ])
    const file = await answer.text()
    expect([file.includes('BEGIN:VEVENT'), file.includes('Zus')]).toEqual([true, false])
    const key = newId()
    for (let n = 0; n < 2; n++) expect((await treasurer.post('/kalender/abonnement', {}, key)).status).toBe(303)
    const second = await addressOf(treasurer)
    expect([(await stranger.get(first)).status, (await stranger.get(second)).status, second === first]).toEqual([404, 200, false])
    const other = await made(administrator)
    expect((await treasurer.post('/kalender/abonnement/einde')).status).toBe(303)
    expect([(await stranger.get(second)).status, (await stranger.get(other)).status]).toEqual([404, 200])
    await asSystem(at.world.world, at.cooperative, 'resolution.read', (tx, permit) =>
      tx
        .updateTable('access.affiliation')
        .set({ until: addDays(permit.today, -1) })
        .where('person', '=', person)
        .execute(),
    )
    expect((await stranger.get(other)).status).toBe(404)
    expect((await (await signedIn(at.world, at.coach)).post('/kalender/abonnement')).status).toBe(403)
  })

  test('as a file for one’s own calendar it names nobody', async () => {
    const { person } = { person: await somebody(at.world, at.cooperative, 'administrator', 'Zwaantje Zichtbaar') }
    const administrator = await signedIn(at.world, person)
    const file = await page(administrator, '/kalender?vorm=ics')
    expect(file).toContain('BEGIN:VCALENDAR')
    expect(file).toContain('SUMMARY:Btw-aangifte')
    expect(file).not.toContain('Zwaantje')
    expect((await administrator.post('/kalender/gedaan', { duty: 'vat-2026-q1' })).status).toBe(403)
    expect((await (await signedIn(at.world, at.coach)).get('/kalender')).status).toBe(403)
  })
})
