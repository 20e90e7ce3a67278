import { beforeAll, describe, expect, test } from 'vitest'
import { renderPdf } from '#kit/pdf.ts'
import { sealOf } from '#kit/seal.ts'
import type { PersonId } from '#rooms/access'
import type { RequestId } from '#rooms/consent'
import { requestFile } from '#rooms/consent'
import { letterOf, letterPaper } from '../../src/rooms/consent/letters/letter.rules.ts'
import { LETTER_KINDS } from '../../src/rooms/consent/letters/letter-shape.rules.ts'
import { lettersOf } from '../../src/rooms/consent/letters/letters.sql.ts'
import { isWhole, letterPdf } from '../../src/rooms/consent/letters/letters.ts'
import { exampleOf } from '../../src/rooms/consent/letters/own/example.rules.ts'
import { asMember, beginCast, bloesem, coach, granted, officer, stranger, wilgendam, world } from '../consent-cast.ts'
import { writes } from '../letters.ts'
import { pdfText } from '../pdf-text.ts'
import { as, type Browser, itIs, signedIn, somebody } from '../world.ts'

let adviser: PersonId
beforeAll(async () => {
  await beginCast()
  adviser = await somebody(world, wilgendam, 'policyAdviser', 'Paul')
})

const read = async (page: Browser, path: string) => {
  const answer = await page.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const lettersFor = (member: PersonId, id: RequestId) =>
  as(world, asMember(member), 'consent.file', async (tx, permit) => {
    await requestFile(tx, permit, id)
    return lettersOf(tx, id)
  })
const suspension = { from: '2027-02-01', until: '2027-02-28', reason: 'U werkt vier weken “niet”, schreef u – dat is € 0.', heard: 'Gebeld op 20 januari.' }
const squeezed = (text: string) => text.replace(/\s+/g, '')

describe('a letter of the municipality', () => {
  test('carries the head, the mandate, the moment of signing and the own words of the town, on page, paper and in plain words', async () => {
    const { member, id } = await granted('Zoë')
    itIs(world, '2027-01-25')
    const [own, desk, paul] = [await signedIn(world, member), await signedIn(world, officer), await signedIn(world, adviser)]
    const address = `/toestemmingen/${id}`
    const rules = {
      from: '2027-01-25',
      backdateDays: '0',
      signedAs: 'teamleider Werk',
      mandate: 'Mandaatregister 2026, nr. 12',
      address: 'Raadhuisplein 1\n9999 AA Wilgendam',
      contact: 'Bel 0999 123456',
    }
    expect((await paul.post('/eigen-regels', rules)).status).toBe(303)
    const words = { kind: 'suspended', from: '2027-01-25', opening: 'Wij willen u dit eerlijk vertellen.', closing: '', contact: '' }
    expect((await paul.post('/eigen-regels/brieven', words)).status).toBe(303)
    expect(await read(paul, '/eigen-regels/brieven?soort=suspended')).toContain('Wij willen u dit eerlijk vertellen.')
    expect(await read(paul, '/eigen-regels/brieven?soort=granted')).not.toContain('Wij willen u dit eerlijk vertellen.')
    expect((await paul.post('/eigen-regels/brieven', { ...words, from: '2027-01-24' })).status).toBe(422)
    expect((await desk.post('/eigen-regels/brieven', words)).status).toBe(403)
    await desk.post(`${address}/kenmerk`, { reference: 'W-2027-9' })
    expect((await writes(world, wilgendam, desk, `${address}/schorsing`, suspension)).status).toBe(303)
    const page = await read(own, `${address}/brief`)
    for (const said of [
      'Raadhuisplein 1',
      'teamleider Werk',
      'Mandaatregister 2026, nr. 12',
      'Getekend op 25 januari 2027, 09:00',
      'Wij willen u dit eerlijk vertellen.',
      'Bel 0999 123456',
    ])
      expect(page).toContain(said)
    expect(page, 'the town does not name its staff').not.toContain('Ilse')
    expect(page).toContain('De brief is precies zoals hij is verstuurd.')
    const plain = await read(own, `${address}/brief/gewoon`)
    for (const said of ['Je toestemming staat stil.', 'Van 1 februari 2027 tot en met 28 februari 2027.', 'Bel 0999 123456', 'tot en met 8 maart 2027'])
      expect(plain).toContain(said)
    expect(await read(own, address)).toContain(`${address}/brief/gewoon`)
    for (const other of [await signedIn(world, stranger), await signedIn(world, await somebody(world, bloesem, 'coach', 'Lotte'))])
      for (const path of ['/brief/gewoon', '/brief/docx', '/brief/pdf']) expect((await other.get(`${address}${path}`)).status).toBe(404)
    expect((await (await signedIn(world, coach)).get(`${address}/brief/gewoon`)).status).toBe(200)
  })

  test('is kept whole: the same bytes each time, and a changed word breaks the seal', async () => {
    const { member, id } = await granted('Yara')
    const [kept] = await lettersFor(member, id)
    if (!kept) throw new Error('no letter')
    expect([kept.template, isWhole(kept), kept.sha256]).toEqual(['2026-12-01.2', true, expect.stringMatching(/^[0-9a-f]{64}$/)])
    const [first, second] = [await letterPdf(kept, 'W-1', null), await letterPdf(kept, 'W-1', null)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect(isWhole({ ...kept, parts: kept.parts.map((part) => ('text' in part ? { ...part, text: part.text.replace('mag', 'moet') } : part)) })).toBe(false)
    expect(isWhole({ ...kept, objectUntil: kept.on })).toBe(false)
    expect(isWhole({ ...kept, sha256: null })).toBeNull()
    // Whoever can write in the database cannot change it unseen either: the table is only added to.
    await expect(
      world.world.database.pool.query('update consent.letter set document = document || \'{"title": "Anders"}\'::jsonb where event = $1', [kept.event]),
    ).rejects.toThrow()
  })

  test('goes along as a file for a word processor, with its headings and its number', async () => {
    const { member, id } = await granted('Wim')
    const own = await signedIn(world, member)
    const answer = await own.get(`/toestemmingen/${id}/brief/docx`)
    expect(answer.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(bytes.equals(Buffer.from(await (await own.get(`/toestemmingen/${id}/brief/docx`)).arrayBuffer()))).toBe(true)
  })
})

describe('the paper of every kind of letter', () => {
  test.each(LETTER_KINDS)('%s is PDF/UA, draws every sign, and says what the letter says', async (kind) => {
    const on = itIs(world, '2027-01-25')
    const letter = letterOf(exampleOf(kind, on, world.clock.now()), {
      municipality: 'Gemeente Wilgendam',
      cooperative: 'De Bloesem',
      member: 'Zoë Ünal',
      work: 'Fietsen “repareren” – vanaf € 25, en ½ dag per week',
      renews: false,
      ground: 'Voorziening',
      costs: 'materiaal',
      objectUntil: on,
      address: 'Raadhuisplein 1\n9999 AA Wilgendam',
      logo: null,
      own: { opening: 'Ça va? Wij hopen van wél…', closing: '', contact: 'Bel 0999 123456' },
      signature: { signedAs: 'teamleider Werk', signedName: 'Jan de Boer', mandate: 'Mandaatregister, nr. 12', staff: null, at: world.clock.now() },
    })
    if (!letter) throw new Error(`${kind} has no letter`)
    const data = letterPaper(letter, { reference: 'W-2027-9', id: '0190b5a0-0000-7000-8000-000000000001', seal: sealOf(letter) })
    const paper = pdfText(await renderPdf({ template: 'kit/pdf/letter.typ', data, standard: 'ua-1', madeAt: 1_800_000_000 }))
    expect(paper.unknown).toBe(0)
    for (const mark of [
      '<pdfuaid:part>1</pdfuaid:part>',
      '/StructTreeRoot',
      '/MarkInfo',
      '/Lang',
      '/Subject',
      '0190b5a0-0000-7000-8000-000000000001',
      'W-2027-9',
    ])
      expect(paper.plain, mark).toContain(mark)
    const said = squeezed(paper.text)
    for (const line of [letter.title, ...data.sender, letter.member, ...letter.parts.flatMap((part) => (part.kind === 'list' ? part.items : [part.text]))])
      expect(said, line).toContain(squeezed(line))
  })

  test('a sign that the font does not have is counted: the reading is awake', async () => {
    const data = {
      language: 'nl',
      title: 'T',
      author: 'A',
      sender: ['S'],
      to: [],
      facts: [],
      parts: [{ kind: 'text', text: 'Beste Zoë' }],
      foot: ['F'],
      pages: '',
    }
    const paper = pdfText(await renderPdf({ template: 'kit/pdf/letter.typ', data, standard: 'ua-1', madeAt: 1 }))
    expect(squeezed(paper.text)).toContain('BesteZoë')
    expect(squeezed(paper.text)).not.toContain('BesteZoe')
  })
})
