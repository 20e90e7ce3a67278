import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MemberId } from '#rooms/access'
import { newMember, type Village, village } from '../village.ts'
import { type Browser, signedIn, testWorld } from '../world.ts'

let at: Village
let pim: MemberId
let member: Browser
let coach: Browser
let treasurer: Browser

beforeAll(async () => {
  at = await village(await testWorld(), '2026-03-02')
  pim = await newMember(at, 'Pim Plan')
  member = await signedIn(at.world, pim)
  coach = await signedIn(at.world, at.coach)
  treasurer = await signedIn(at.world, at.treasurer)
})

const plan = (rest = '') => `/leden/${pim}/traject/plan${rest}`
const page = async (who: Browser, path = plan()) => (await who.get(path)).text()
const euros = (html: string) => html.replaceAll('\u00a0', ' ')

/** What a word processor reads: the text of the document. */
function documentOf(bytes: Buffer): string {
  let line = bytes.readUInt32LE(bytes.length - 22 + 16)
  for (;;) {
    const [packed, named, begins] = [bytes.readUInt32LE(line + 20), bytes.readUInt16LE(line + 28), bytes.readUInt32LE(line + 42)]
    const name = bytes.toString('utf8', line + 46, line + 46 + named)
    if (name === 'word/document.xml') return inflateRawSync(bytes.subarray(begins + 30 + named, begins + 30 + named + packed)).toString()
    line += 46 + named
  }
}

describe('a plan', () => {
  test('is saved part by part, by the member or the coach, and nothing that was written is lost', async () => {
    const words = 'Ik bak taarten met fruit uit de buurt.'
    expect((await member.post(plan('/delen/make'), { seen: '0', words })).status).toBe(303)
    expect((await coach.post(plan('/delen/price'), { seen: '0', words: 'Een taart kost vijftien euro.' })).status).toBe(303)
    const html = await page(member)
    expect(html).toContain('2 van 9 delen geschreven')
    expect(await page(member, plan('/delen/make'))).toContain(words)
    const late = await coach.post(plan('/delen/make'), { seen: '0', words: 'Brood.' })
    expect(late.status).toBe(422)
    const again = await late.text()
    expect(again).toContain('Iemand anders heeft dit deel net bewaard')
    expect(again).toContain('Brood.')
    expect(await page(member, plan('/delen/make'))).toContain(words)
    const kept = await at.world.world.database.pool.query('select words from coaching.plan_part where member = $1 order by part, nr', [pim])
    await member.post(plan('/delen/make'), { seen: '1', words: 'Ik bak taarten en koekjes.' })
    const after = await at.world.world.database.pool.query('select words from coaching.plan_part where member = $1 order by part, nr', [pim])
    expect(after.rows).toEqual(expect.arrayContaining(kept.rows))
    expect(after.rows).toHaveLength(3)
  })

  test('a BSN is not taken, and an unknown part is not there', async () => {
    const refused = await member.post(plan('/delen/me'), { seen: '0', words: 'Mijn nummer is 111222333' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Mijn nummer is 111222333')
    expect((await member.get(plan('/delen/anders'))).status).toBe(404)
    expect((await treasurer.get(plan())).status).toBe(403)
  })

  test('twelve months of money show what is left, and the months that are short', async () => {
    const wrong = await member.post(plan('/geldstroom'), { seen: '0', first: '2026-03', opening: '100', inEach: 'veel', outEach: '', in1: '' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('veel')
    const money = { seen: '0', first: '2026-11', opening: '100,00', inEach: '50', outEach: '40,50', out2: '170' }
    expect((await member.post(plan('/geldstroom'), money)).status).toBe(303)
    const html = euros(await page(member))
    expect(html).toContain('In 2 maanden is er te weinig geld')
    expect(html).toContain('Het laagst is december 2026: −€ 10,50')
    expect(html).toContain('oktober 2027')
    expect((await coach.post(plan('/geldstroom'), money)).status).toBe(422)
    expect((await coach.post(plan('/geldstroom'), { ...money, seen: '1', opening: '200' })).status).toBe(303)
    expect(euros(await page(member))).toContain('In elke maand is er genoeg geld')
  })

  test('what is missing towards PTO and Bbz is told with its source', async () => {
    const html = await page(member)
    expect(html).toContain('Voor parttime ondernemen (PTO)')
    expect(html).toContain('Mist nog: wie ben ik')
    expect(html).toContain('Wet IB 2001 art. 3.6')
    expect(html).toContain('De gemeente beslist, Opbloei niet')
  })

  test('goes along as a file for a word processor, with headings and the table, and as PDF', async () => {
    const file = await member.get(plan('/docx'))
    expect(file.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    const xml = euros(documentOf(Buffer.from(await file.arrayBuffer())))
    expect(xml).toContain('Ondernemingsplan van Pim Plan')
    expect(xml).toMatch(/Heading1"\/><\/w:pPr><w:r><w:t[^>]*>Wat maak ik of wat doe ik\?/)
    expect(xml).toContain('Ik bak taarten en koekjes.')
    expect(xml.match(/<w:tr>/g)?.length).toBe(3 + 14)
    expect(xml).toContain('€ 89,50')
    const pdf = await coach.get(plan('/pdf'))
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect((await pdf.text()).startsWith('%PDF-')).toBe(true)
  })
})
