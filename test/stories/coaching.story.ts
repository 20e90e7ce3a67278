import { beforeAll, describe, expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { forgetNeeds } from '#rooms/coaching'
import { leave } from '#rooms/members'
import { asCoach, newMember, type Village, village } from '../village.ts'
import { as, type Browser, itIs, signedIn, somebody, testWorld } from '../world.ts'

let at: Village
let mia: MemberId
let browsers: Record<'member' | 'other' | 'coach' | 'otherCoach' | 'treasurer' | 'board' | 'officer', Browser>

beforeAll(async () => {
  at = await village(await testWorld(), '2026-03-02')
  mia = await newMember(at, 'Mia Traject', 'participatiewetOwn')
  const other = await newMember(at, 'Otto Ander')
  browsers = {
    member: await signedIn(at.world, mia),
    other: await signedIn(at.world, other),
    coach: await signedIn(at.world, at.coach),
    otherCoach: await signedIn(at.world, await somebody(at.world, at.cooperative, 'coach', 'Cor Collega')),
    treasurer: await signedIn(at.world, at.treasurer),
    board: await signedIn(at.world, at.board),
    officer: await signedIn(at.world, at.caseManager),
  }
})

const page = async (who: keyof typeof browsers, path: string) => (await browsers[who].get(path)).text()
const track = (rest = '') => `/leden/${mia}/traject${rest}`

describe('a track', () => {
  test('is chosen by the coach with the member, and the member sees the first step', async () => {
    expect(await page('member', '/mijn-traject')).toContain('Je hebt nog geen traject')
    expect((await browsers.member.post(track('/keuze'), { track: 'plan' })).status).toBe(403)
    expect((await browsers.coach.post(track('/keuze'), { track: 'plan' })).headers.get('location')).toBe(track())
    const html = await page('member', '/mijn-traject')
    expect(html).toContain('Een eigen plan')
    expect(html).toContain('Vertel wie je bent en wat je maakt')
    expect(html).toContain('0 van 7 stappen klaar')
    expect((await browsers.coach.post(track('/keuze'), { track: 'plan' })).status).toBe(422)
  })

  test('a step is done on a day by somebody, and the next one is on top; it can be opened again', async () => {
    const done = { key: 'idea', done: 'ja', on: '2026-03-01' }
    expect(await (await browsers.member.post(track('/stap'), { ...done, on: '2026-03-03' })).text()).toContain('Deze dag moet nog komen')
    expect((await browsers.member.post(track('/stap'), done)).status).toBe(303)
    expect((await browsers.member.post(track('/stap'), done)).status).toBe(409)
    const html = await page('coach', track())
    expect(html).toContain('klaar op 1 maart 2026, opgeschreven door Mia Traject')
    expect(html).toMatch(/Nu aan de beurt[\s\S]*Praat met drie klanten[\s\S]*Alle stappen/)
    expect((await browsers.coach.post(track('/stap'), { ...done, done: 'nee' })).status).toBe(303)
    expect(await page('member', '/mijn-traject')).toContain('0 van 7 stappen klaar')
    expect((await browsers.member.post(track('/stap'), { ...done, key: 'nergens' })).status).toBe(404)
  })

  test('has its next step on the home: with a link and its minutes, or done right there once with a day', async () => {
    const home = async () => {
      const html = await page('member', '/mijn')
      return html.slice(html.indexOf('Je volgende stap'), html.indexOf('Bekijk alle stappen'))
    }
    const linked = await home()
    expect(linked).toContain('Vertel wie je bent en wat je maakt')
    expect(linked).toContain(`href="${track('/plan')}"`)
    expect(linked).toContain('Begin (ongeveer 15 minuten)')
    expect(linked).toContain('0 van 7 stappen klaar')
    const step = { key: 'idea', done: 'ja', on: '2026-03-02', from: 'thuis' }
    expect((await browsers.member.post(track('/stap'), step)).headers.get('location')).toBe('/mijn')
    const here = await home()
    expect(here).toContain('Praat met drie klanten')
    expect(here).toContain('Op welke dag?')
    expect(here).toContain('1 van 7 stappen klaar')
    const customers = { ...step, key: 'customers' }
    const key = '01900000-0000-7000-8000-00000000c0ac'
    const sent = await Promise.all(Array.from({ length: 4 }, () => browsers.member.post(track('/stap'), customers, key)))
    expect(sent.map((answer) => answer.headers.get('location'))).toEqual(Array(4).fill('/mijn'))
    expect(await home()).toContain('2 van 7 stappen klaar')
    expect(await (await browsers.member.post(track('/stap'), { ...step, key: 'price', on: '2026-03-03' })).text()).toContain('Deze dag moet nog komen')
    for (const opened of ['idea', 'customers']) await browsers.coach.post(track('/stap'), { key: opened, done: 'nee', on: '2026-03-02' })
    expect(await home()).toContain('0 van 7 stappen klaar')
    expect(await page('other', '/mijn')).not.toContain('Je volgende stap')
  })

  test('is seen by the member and the own coach alone', async () => {
    for (const path of ['', '/nodig', '/uren', '/voorwaarden', '/uren/pdf']) {
      for (const who of ['treasurer', 'board', 'officer'] as const) expect((await browsers[who].get(track(path))).status, `${who} ${path}`).toBe(403)
      for (const who of ['other', 'otherCoach'] as const) expect((await browsers[who].get(track(path))).status, `${who} ${path}`).toBe(404)
    }
    expect((await browsers.other.post(track('/stap'), { key: 'idea', done: 'ja', on: '2026-03-01' })).status).toBe(404)
    expect((await browsers.otherCoach.post(track('/keuze'), { track: 'language' })).status).toBe(404)
  })

  test('the look of the coach is for the member to read', async () => {
    await browsers.coach.get(track())
    const looks = await at.world.world.database.pool.query("select count(*)::int as n from access.look where subject = $1 and action = 'track.read'", [mia])
    expect(looks.rows[0].n).toBeGreaterThan(0)
    expect((await browsers.member.get('/wie-keek')).status).toBe(200)
  })
})

/** The form of a track, as it stands, with changes. */
async function stepsForm(who: 'coach' | 'board', name: string): Promise<Record<string, string>> {
  const html = await page(who, `/trajecten/${name}`)
  const form = html.slice(html.indexOf(`action="/trajecten/${name}"`))
  const fields: Record<string, string> = {}
  for (const [, tag = ''] of form.matchAll(/<(input[^>]*)>/g)) {
    const found = /name="([^"]+)"/.exec(tag)?.[1]
    if (found && !found.startsWith('_')) fields[found] = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  for (const [, area = '', text = ''] of form.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g)) fields[area] = text
  for (const [, list = '', options = ''] of form.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[list] = /value="([^"]+)"[^>]* selected/.exec(options)?.[1] ?? 'member'
  }
  return fields
}

describe('the steps of a cooperative', () => {
  test('a new version changes nothing for who follows the old one, until the coach moves on; what was done stays done', async () => {
    await browsers.member.post(track('/stap'), { key: 'idea', done: 'ja', on: '2026-03-01' })
    const fields = await stepsForm('board', 'plan')
    expect(fields['s1-title']).toBe('Vertel wie je bent en wat je maakt')
    const changed = { ...fields, 's2-title': '', 's8-title': 'Maak een proefstuk', 's8-why': 'Dan zien klanten wat je kunt.', 's8-place': '1' }
    expect(await (await browsers.board.post('/trajecten/plan', { ...changed, 's8-why': '' })).text()).toContain('Bij een stap staat niet waarom')
    expect((await browsers.board.post('/trajecten/plan', changed)).status).toBe(303)
    expect(await page('board', '/trajecten')).toContain('versie 1')
    expect(await page('board', '/trajecten/plan')).toContain('Praat met drie klanten')
    expect(await page('member', '/mijn-traject')).not.toContain('Maak een proefstuk')
    expect(await page('coach', track())).toContain('De coöperatie heeft de stappen aangepast (versie 1)')
    expect((await browsers.coach.post(track('/keuze'), { track: 'plan' })).status).toBe(303)
    const html = await page('member', '/mijn-traject')
    expect(html).toContain('Maak een proefstuk')
    expect(html).toContain('1 van 7 stappen klaar')
    expect(html).toContain('klaar op 1 maart 2026')
  })

  test('a page that is behind overwrites nothing, and keeps what was typed', async () => {
    const fields = await stepsForm('coach', 'language')
    expect((await browsers.coach.post('/trajecten/language', { ...fields, 's1-title': 'Eerst praten' })).status).toBe(303)
    const late = await browsers.board.post('/trajecten/language', { ...fields, 's1-title': 'Eerst schrijven' })
    const html = await late.text()
    expect(late.status).toBe(422)
    expect(html).toContain('net aangepast')
    expect(html).toContain('Eerst schrijven')
  })

  test('a member and a treasurer do not change them, and what changes nothing is no version', async () => {
    for (const who of ['member', 'treasurer'] as const) expect((await browsers[who].get('/trajecten')).status).toBe(403)
    expect(await (await browsers.coach.post('/trajecten/moneyMatters', await stepsForm('coach', 'moneyMatters'))).text()).toContain('Er is niets veranderd')
    expect((await browsers.coach.get('/trajecten/anders')).status).toBe(404)
  })
})

describe('what somebody needs', () => {
  test('health words are asked about, kept as typed, and saved when the member wants it', async () => {
    const words = 'Door mijn depressie begin ik graag laat.'
    const asked = await browsers.member.post(track('/nodig'), { words })
    const html = await asked.text()
    expect(asked.status).toBe(422)
    expect(html).toContain('Gaat dit over je gezondheid?')
    expect(html).toContain('depressie')
    expect(html).toContain(words)
    expect(html).toContain('Toch zo bewaren')
    expect(await page('member', track('/nodig'))).not.toContain('depressie')
    expect((await browsers.member.post(track('/nodig'), { words, anyway: 'ja' })).status).toBe(303)
    expect(await page('member', track('/nodig'))).toContain(words)
  })

  test('the coach reads it only while it is shared, and nobody writes for another', async () => {
    const words = 'Een stille plek en pauze om het uur.'
    await browsers.member.post(track('/nodig'), { words })
    expect(await page('coach', track('/nodig'))).not.toContain('stille plek')
    await browsers.member.post(track('/nodig'), { words, shared: 'ja' })
    expect(await page('coach', track('/nodig'))).toContain('stille plek')
    expect((await browsers.coach.post(track('/nodig'), { words: 'Iets' })).status).toBe(403)
    expect((await browsers.other.post(track('/nodig'), { words: 'Iets' })).status).toBe(404)
  })

  test('the database itself keeps what is not shared from everybody else', async () => {
    await browsers.member.post(track('/nodig'), { words: 'Alleen van mij.' })
    const seen = (person: MemberId) =>
      at.world.world.database.unit({ role: 'opbloei_app', organisation: at.cooperative, person }, (tx) =>
        tx.selectFrom('coaching.need').select('words').where('member', '=', mia).execute(),
      )
    expect(await seen(at.coach)).toEqual([])
    expect(await seen(mia)).toEqual([{ words: 'Alleen van mij.' }])
  })

  test('it is thrown away by the member, or by the house after a year, and a BSN is not taken', async () => {
    expect(await (await browsers.member.post(track('/nodig'), { words: 'Mijn nummer is 111222333' })).text()).toContain('burgerservicenummer')
    expect((await browsers.member.post(track('/nodig/weg'))).status).toBe(303)
    expect((await browsers.member.post(track('/nodig/weg'))).status).toBe(404)
    await browsers.member.post(track('/nodig'), { words: 'Een vaste dag.' })
    const sweep = (on: string) =>
      at.world.world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, (tx) => forgetNeeds(tx, startOf(day(on))))
    expect(await sweep('2027-03-01')).toBe(0)
    expect(await sweep('2027-03-03')).toBe(1)
  })
})

describe('hours', () => {
  const log = (other: Record<string, string> = {}) =>
    browsers.member.post(track('/uren'), { kind: 'language', on: '2026-03-02', hours: '1,5', what: 'Taalles in het buurthuis', ...other })

  test('are written down by the member and count once the coach confirms them', async () => {
    expect((await log()).status).toBe(303)
    expect((await log({ kind: 'participation', hours: '4', what: 'Op de markt geholpen' })).status).toBe(303)
    expect(await page('member', track('/uren'))).toContain('0:00 uur')
    const ids = [...(await page('coach', track('/uren'))).matchAll(/name="hours"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="hours"/g)].map(
      ([, a, b]) => a ?? b ?? '',
    )
    expect(ids).toHaveLength(2)
    expect(await (await browsers.coach.post(track('/uren/oordeel'), { hours: [], counts: 'ja', reason: '' })).text()).toContain('geen uren gekozen')
    expect(await (await browsers.coach.post(track('/uren/oordeel'), { hours: ids, counts: 'nee', reason: '' })).text()).toContain('nog niet waarom')
    expect((await browsers.member.post(track('/uren/oordeel'), { hours: ids, counts: 'ja', reason: '' })).status).toBe(403)
    expect((await browsers.coach.post(track('/uren/oordeel'), { hours: ids, counts: 'ja', reason: '' })).status).toBe(303)
    expect((await browsers.coach.post(track('/uren/oordeel'), { hours: ids, counts: 'nee', reason: 'Toch niet.' })).status).toBe(409)
    expect(await page('member', track('/uren'))).toContain('1:30 uur')
    expect((await browsers.member.post(track(`/uren/${ids[0]}/terug`))).status).toBe(409)
  })

  test('can be taken back while nobody answered; a day holds sixteen hours, and tomorrow none', async () => {
    expect(await (await log({ on: '2026-03-03' })).text()).toContain('moet nog komen')
    expect(await (await log({ hours: '14' })).text()).toContain('meer dan zestien uur')
    await log({ hours: '2', what: 'Vergissing' })
    const id = /uren\/([0-9a-f-]{36})\/terug/.exec(await page('member', track('/uren')))?.[1]
    expect((await browsers.member.post(track(`/uren/${id}/terug`))).status).toBe(303)
    expect(await page('coach', track('/uren'))).toContain('teruggenomen')
  })

  test('on the Z road the 800 and 800 hours are shown with their source, and the PIP gives the last day', async () => {
    expect(await page('member', track('/uren'))).not.toContain('van 800 uur')
    const road = { road: 'z', pipOn: '2025-01-15', level: 'a1', speaks: 'Tigrinya' }
    expect((await browsers.coach.post(track('/uren/weg'), road)).status).toBe(303)
    const html = await page('member', track('/uren'))
    expect(html).toContain('Taal: 1:30 van 800 uur bevestigd')
    expect(html).toContain('Inburgeren kan tot en met 15 januari 2028')
    expect(html).toContain('Wet inburgering 2021')
    const pdf = await browsers.member.get(track('/uren/pdf'))
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect((await pdf.text()).startsWith('%PDF-')).toBe(true)
    expect(await (await browsers.coach.post(track('/uren/weg'), { ...road, pipOn: '2026-03-03' })).text()).toContain('datum moet nog komen')
  })

  test('the same form sixteen times at once is written down once', async () => {
    const key = '0195b5a0-0000-7000-8000-0000000000aa'
    const fields = { kind: 'language', on: '2026-02-27', hours: '1', what: 'Eén keer' }
    await Promise.all(Array.from({ length: 16 }, () => browsers.member.post(track('/uren'), fields, key)))
    expect((await page('member', track('/uren'))).match(/Eén keer/g)).toHaveLength(1)
  })
})

describe('without benefit', () => {
  test('the own terms are written by the board, shown and accepted as they were shown', async () => {
    const own = await newMember(at, 'Wim Zonder')
    const wim = await signedIn(at.world, own)
    const path = `/leden/${own}/traject/voorwaarden`
    expect(await (await wim.get(path)).text()).toContain('Er zijn nog geen voorwaarden')
    expect((await browsers.coach.get('/trajecten/voorwaarden')).status).toBe(403)
    expect((await browsers.board.post('/trajecten/voorwaarden', { words: 'Je draagt vijf procent bij.' })).status).toBe(303)
    expect(await (await wim.get(path)).text()).toContain('Toestemming van de gemeente is niet nodig')
    expect(await (await wim.post(path, { seen: '1' })).text()).toContain('Het vinkje staat nog niet aan')
    expect((await wim.post(path, { seen: '1', read: 'ja' })).status).toBe(303)
    expect(await (await wim.get(path)).text()).toContain('Aangenomen op 2 maart 2026')
    await browsers.board.post('/trajecten/voorwaarden', { words: 'Je draagt tien procent bij.' })
    expect(await (await wim.get(path)).text()).toContain('Sindsdien is er een nieuwe tekst')
    expect(await (await wim.post(path, { seen: '1', read: 'ja' })).text()).toContain('net veranderd')
    expect((await browsers.coach.post(path, { seen: '2', read: 'ja' })).status).toBe(403)
  })

  test('are not for who has a benefit', async () => {
    expect(await page('member', track('/voorwaarden'))).toContain('Dan gelden andere regels')
    expect(await (await browsers.member.post(track('/voorwaarden'), { seen: '2', read: 'ja' })).text()).toContain('voor leden zonder uitkering')
  })
})

test('a year after leaving it is all thrown away, and not a day before', async () => {
  await as(at.world, asCoach(at), 'member.leave', (tx, permit) => leave(tx, permit, mia, day('2026-03-02'), { reason: 'ownWish', destination: 'paidWork' }))
  const rows = async () =>
    (
      await at.world.world.database.pool.query(
        'select (select count(*) from coaching.member_step where member = $1) + (select count(*) from coaching.hours where member = $1) as n',
        [mia],
      )
    ).rows[0].n
  const night = async (on: string) => {
    itIs(at.world, on)
    await asSystem(at.world.world, at.cooperative, 'coaching.forget', async (tx, permit) =>
      (await import('../../src/rooms/coaching/forgetting.ts')).forgetCoaching(tx, permit),
    )
  }
  const before = await rows()
  await night('2027-03-01')
  expect(await rows()).toBe(before)
  await night('2027-03-02')
  expect(Number(await rows())).toBe(0)
})
