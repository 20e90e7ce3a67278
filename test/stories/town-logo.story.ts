import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { rewrittenPng } from '#kit/png.ts'
import { asSystem } from '#rooms/access'
import { registerMunicipality } from '#rooms/organisations'
import { beginCast, granted, officer, wilgendam, world } from '../consent-cast.ts'
import { sign, tenMinutesLater, writes } from '../letters.ts'
import { pdfText } from '../pdf-text.ts'
import { type Browser, itIs, signedIn, somebody } from '../world.ts'

// Two plain pictures of one dot: other bytes, other logo.
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const OTHER = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGP4DwQACfsD/fteaysAAAAASUVORK5CYII=', 'base64')
const digestOf = (png: Buffer) =>
  createHash('sha256')
    .update(rewrittenPng(png) ?? expect.fail('no picture'))
    .digest('hex')
const picture = (png: Buffer) => ({ logo: new File([new Uint8Array(png)], 'logo.png', { type: 'image/png' }) })

const PICTURE = /\/Subtype ?\/Image/

let adviser: Browser

beforeAll(async () => {
  await beginCast()
  await asSystem(world.world, wilgendam, 'organisation.edit', (tx, permit) =>
    registerMunicipality(tx, permit, {
      code: 'DM11',
      name: 'Gemeente Wilgendam',
      department: 'Werk',
      street: 'Plein 1',
      postCode: '1234 AC',
      city: 'Wilgendam',
      email: 'werk@wilgendam.example',
    }),
  )
  adviser = await signedIn(world, await somebody(world, wilgendam, 'policyAdviser', 'Paul'))
})

const text = async (page: Browser, path: string) => {
  const answer = await page.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const pdfOf = async (page: Browser, path: string) => pdfText(new Uint8Array(await (await page.get(path)).arrayBuffer()))
const suspension = { from: '2027-02-01', until: '2027-02-28', reason: 'U werkt vier weken niet.', heard: 'Gebeld op 20 januari.' }
const address = (id: string) => `/toestemmingen/${id}`

test('a letter carries the logo of the town in the preview, on the page and in the PDF, and keeps the one it went out with', async () => {
  const before = await granted('Anna')
  itIs(world, '2027-01-25')
  const [own, desk] = [await signedIn(world, before.member), await signedIn(world, officer)]
  expect((await adviser.post('/organisatie/logo', picture(DOT))).status).toBe(303)
  expect(await text(adviser, '/organisatie')).toContain(`/organisatie/logo/${digestOf(DOT)}`)
  // The example of the own words shows it too.
  expect(await text(adviser, '/eigen-regels/brieven?soort=granted')).toContain('alt="Logo van Gemeente Wilgendam"')

  await desk.post(`${address(before.id)}/schorsing`, suspension)
  expect(await text(desk, `${address(before.id)}/voorbeeld`)).toContain(`/organisatie/logo/${digestOf(DOT)}`)
  await sign(desk, address(before.id))
  await tenMinutesLater(world, wilgendam)
  expect(await text(own, `${address(before.id)}/brief`)).toContain(`/organisatie/logo/${digestOf(DOT)}`)
  const paper = await pdfOf(own, `${address(before.id)}/brief/pdf`)
  expect(paper.plain).toContain('pdfuaid')
  expect(paper.plain).toMatch(/\/Alt ?\(/)
  expect(paper.plain).toMatch(PICTURE)
  expect(paper.text.replace(/\s+/g, '')).toContain('GemeenteWilgendam')

  const forWriting = Buffer.from(await (await own.get(`${address(before.id)}/brief/docx`)).arrayBuffer())
  expect(forWriting.includes('word/media/logo.png')).toBe(true)

  // A letter of before there was a logo has none, and never gets one.
  const [, grant = ''] = [...(await text(own, `${address(before.id)}/brief`)).matchAll(/\/brief\?van=([0-9a-f-]{36})/g)].at(-1) ?? []
  expect((await pdfOf(own, `${address(before.id)}/brief/pdf?van=${grant}`)).plain).not.toMatch(PICTURE)

  // A new logo comes on new letters alone; taken off, on none.
  expect((await adviser.post('/organisatie/logo', picture(OTHER))).status).toBe(303)
  expect(await text(own, `${address(before.id)}/brief`)).toContain(digestOf(DOT))
  await writes(world, wilgendam, desk, `${address(before.id)}/afzien`)
  expect(await text(own, `${address(before.id)}/brief`)).toContain(digestOf(OTHER))
  expect((await adviser.post('/organisatie/logo/weg')).status).toBe(303)
  expect(await text(adviser, '/organisatie')).toContain('Brieven hebben nog geen logo')
  expect((await own.get(`/organisatie/logo/${digestOf(DOT)}`)).headers.get('content-type')).toBe('image/png')
})

test('only who may change the organisation sets it, only a PNG is taken, and an unknown one is not there', async () => {
  const desk = await signedIn(world, officer)
  expect((await desk.post('/organisatie/logo', picture(DOT))).status).toBe(403)
  expect((await desk.post('/organisatie/logo/weg')).status).toBe(403)
  const refused = await adviser.post('/organisatie/logo', { logo: new File(['<svg onload="x">'], 'logo.png', { type: 'image/png' }) })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Dit logo kunnen we niet gebruiken')])
  expect((await desk.get(`/organisatie/logo/${'0'.repeat(64)}`)).status).toBe(404)
})

test('a letter that was signed with a logo that was changed since comes back to the desk, not out to the member', async () => {
  const { id } = await granted('Bea')
  itIs(world, '2027-01-26')
  const desk = await signedIn(world, officer)
  await adviser.post('/organisatie/logo', picture(DOT))
  await desk.post(`${address(id)}/schorsing`, { ...suspension, from: '2027-02-02' })
  await adviser.post('/organisatie/logo', picture(OTHER))
  const again = await desk.post(`${address(id)}/voorbeeld/handtekening`)
  expect(again.status).toBe(303)
  expect(await text(desk, `${address(id)}/voorbeeld`)).toContain(digestOf(OTHER))
})
