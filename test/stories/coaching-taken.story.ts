import { inflateRawSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import type { MemberId } from '#rooms/access'
import { pdfText } from '../pdf-text.ts'
import { newMember, type Village, village } from '../village.ts'
import { type Browser, signedIn, testWorld } from '../world.ts'

const LETTER = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n')

let at: Village
let member: MemberId
let phone: Browser
let files: Map<string, Buffer>

const track = (rest: string) => `/leden/${member}/traject${rest}`
const done = async (who: Browser, path: string, fields: Record<string, string | File | readonly string[]>) =>
  expect([path, (await who.post(path, fields)).status]).toEqual([path, 303])

/** What is in an archive, read by its table of contents. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  const end = archive.length - 22
  let line = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, named, begins] = [archive.readUInt32LE(line + 20), archive.readUInt16LE(line + 28), archive.readUInt32LE(line + 42)]
    const from = begins + 30 + named
    found.set(archive.toString('utf8', line + 46, line + 46 + named), inflateRawSync(archive.subarray(from, from + packed)))
    line += 46 + named
  }
  return found
}

/** Begins to leave, chooses what goes along, and takes it. */
async function taken(who: Browser, parts: readonly string[]): Promise<Map<string, Buffer>> {
  const departure = (await who.post('/vertrek')).headers.get('location') ?? ''
  await done(who, `${departure}/stap/gegevens`, { parts })
  const zip = await who.get(`${departure}/gegevens`)
  expect(zip.headers.get('content-type')).toBe('application/zip')
  return unzip(Buffer.from(await zip.arrayBuffer()))
}

beforeAll(async () => {
  const world = await testWorld()
  at = await village(world, '2026-03-02')
  member = await newMember(at, 'Mia Traject', 'participatiewetOwn')
  phone = await signedIn(world, member)
  const coach = await signedIn(world, at.coach)
  await done(coach, track('/keuze'), { track: 'language' })
  await done(coach, track('/keuze'), { track: 'plan' })
  await done(phone, track('/stap'), { key: 'idea', done: 'ja', on: '2026-03-01' })
  await done(phone, track('/nodig'), { words: 'Een stille plek en pauze om het uur.' })
  await done(phone, track('/plan/delen/make'), { seen: '0', words: 'Ik bak taarten met fruit uit de buurt.' })
  await done(phone, track('/geldhulp'), { kind: 'bewind', name: 'Bea Wind', office: 'Rust BV', reach: '010 123', from: '2026-02-01' })
  const bewind = /geldhulp\/([0-9a-f-]{36})\/akkoord/.exec(await (await coach.get(track('/geldhulp'))).text())?.[1] ?? ''
  const file = new File([LETTER], 'brief.pdf', { type: 'application/pdf' })
  await done(coach, track(`/geldhulp/${bewind}/akkoord`), { from: '2026-03-01', until: '2026-08-31', file })
  await done(phone, track('/uren'), { kind: 'language', on: '2026-03-02', hours: '1,5', what: 'Taalles in het buurthuis' })
  await done(phone, '/plan-van-aanpak', { seen: '0', goalBase: '0', goal: 'Een kraam op de markt' })
  const partner = { kind: 'debtCounsellor', name: 'Kim Budget', email: 'kim@schuldhulp.example', until: '2026-04-01', pieces: ['actionPlan'] }
  const invitation = (await phone.post('/meekijkers', partner)).headers.get('location') ?? ''
  await done(phone, `${invitation}/versturen`, {})
  files = await taken(phone, ['plan', 'coaching'])
})

test.each([
  ['begeleiding/traject.pdf', ['Mia Traject', 'Een eigen plan', 'Vertel wie je bent en wat je maakt', '1 maart 2026', 'Dit traject volgde je eerder']],
  ['begeleiding/wat-ik-nodig-heb.pdf', ['Een stille plek en pauze om het uur.', 'Alleen jij leest dit.']],
  ['begeleiding/ondernemingsplan.pdf', ['Ik bak taarten met fruit uit de buurt.']],
  ['begeleiding/wie-helpt-met-geld.pdf', ['Bea Wind', 'Rust BV', '010 123', '31 augustus 2026']],
  ['begeleiding/uren.pdf', ['Taalles in het buurthuis', '1:30', 'wacht']],
  ['begeleiding/wie-keek-mee.pdf', ['Kim Budget', 'Schuldhulp', 'Plan van aanpak', 'Er is niet gekeken.']],
  ['plan-van-aanpak.pdf', ['Een kraam op de markt']],
])('%s goes along and says what the member wrote', (name, words) => {
  const { text, unknown } = pdfText(files.get(name) ?? Buffer.alloc(0))
  const read = flat(text)
  for (const each of words) expect(read).toContain(flat(each))
  expect(unknown).toBe(0)
})

test('the letter of consent goes along as it came', () => {
  expect(files.get('begeleiding/akkoord-1-brief.pdf')).toEqual(LETTER)
})

test('of who has none of it nothing is made, and nothing of somebody else goes along', async () => {
  const other = await signedIn(at.world, await newMember(at, 'Otto Ander'))
  expect([...(await taken(other, ['plan', 'coaching'])).keys()]).toEqual(['vertrekoverzicht.pdf'])
})

/** Words without spaces: a line that was broken reads the same. */
function flat(words: string): string {
  return words.replaceAll(/\s/g, '')
}
