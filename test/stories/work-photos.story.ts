import { beforeAll, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { forgetWorkPhotos, leave } from '#rooms/members'
import { forgetOfferings } from '../../src/rooms/network/offerings/offerings.ts'
import { rowOfColours } from '../pictures.ts'
import { newMember, type Village, village } from '../village.ts'
import { type Browser, browser, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** Photos that a member keeps of own work: of nobody else, taken along, and thrown away in time. */
let world: TestWorld
let at: Village
let samira: MemberId
let member: Browser

const html = async (who: Browser, path: string) => (await who.get(path)).text()
const photo = (width = 40, name = 'jurk.png') => new File([new Uint8Array(rowOfColours(width, 30))], name, { type: 'image/png' })
const SAID = { seen: 'Een rode jurk op een pop', madeOn: '2026-11-01', words: 'Voor mijn nicht' }
const rows = async () =>
  (await world.world.database.pool.query('select file from members.work_photo where tenant = $1 order by added_at, id', [at.cooperative])).rows
const address = (page: string) => /src="(\/mijn-werk\/[0-9a-f-]{36}\/foto)"/.exec(page)?.[1] ?? ''

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-11-02')
  samira = await newMember(at, 'Samira Haddad')
  member = await signedIn(world, samira)
}, 120_000)

test('a photo is kept with its day and words, without what its maker wrote in it, and is the own alone', async () => {
  expect(await html(member, '/mijn-werk')).toContain('Nog geen foto’s')
  expect((await member.post('/mijn-werk', { ...SAID })).status, 'no photo').toBe(422)
  expect((await member.post('/mijn-werk', { ...SAID, photo: photo(), seen: '' })).status, 'not said what is on it').toBe(422)
  expect((await member.post('/mijn-werk', { ...SAID, photo: photo(), madeOn: '2026-11-03' })).status, 'a day to come').toBe(422)
  expect((await member.post('/mijn-werk', { ...SAID, photo: new File(['\xff\xd8\xff'], 'half.jpg') })).status, 'not whole').toBe(422)
  await member.post('/mijn-werk', { ...SAID, photo: photo() })
  const page = await html(member, '/mijn-werk')
  expect(page).toContain('alt="Een rode jurk op een pop" width="40" height="30"')
  expect(page).toContain('Voor mijn nicht')
  const picture = await member.get(address(page))
  expect([picture.status, picture.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect(Buffer.from(await picture.arrayBuffer()).includes('taken at home')).toBe(false)
  const other = await signedIn(world, await newMember(at, 'Bram Ander'))
  expect((await other.get(address(page))).status).toBe(404)
  expect((await (await signedIn(world, at.coach)).get(address(page))).status, 'not even the coach').toBe(403)
  const [{ file }] = await rows()
  expect((await browser(world).get(`/aanbod/fotos/${file}`)).status, 'not on the site').toBe(404)
  expect(await html(other, '/mijn-werk')).toContain('Nog geen foto’s')
})

test('what is too heavy or too large is told kindly, with what to do, and leaves nothing', async () => {
  const heavy = new File([new Uint8Array(rowOfColours(40, 30, '', 2 * 1024 * 1024))], 'zwaar.png', { type: 'image/png' })
  const refused = await member.post('/mijn-werk', { ...SAID, photo: heavy })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Deze foto is te zwaar: meer dan 2 MB.')
  expect(page, 'what was typed stays').toContain('Voor mijn nicht')
  expect(await (await member.post('/mijn-werk', { ...SAID, photo: photo(6001) })).text()).toContain('te groot')
  expect(await rows()).toHaveLength(1)
  const { rows: files } = await world.world.database.pool.query('select count(*)::int as n from kit.file where organisation = $1', [at.cooperative])
  expect(files[0].n).toBe(1)
})

test('one tap shows a photo at something that is on the site, and the album is taken along as one file', async () => {
  const work = { kind: 'product', title: 'Jurken', about: 'Op maat.', craft: 'textile', tradeName: 'Atelier Wilg', town: 'Wilgendam', agreed: 'ja' }
  await member.post('/mijn-aanbod', { ...work, photo: photo(), seen: '' }).then(({ status }) => expect(status, 'a photo needs words').toBe(422))
  await member.post('/mijn-aanbod', work)
  const share = /action="(\/mijn-aanbod\/[0-9a-f-]{36}\/fotos\/[0-9a-f-]{36})"/.exec(await html(member, '/mijn-werk'))?.[1] ?? ''
  await member.post(share)
  expect(await html(member, '/mijn-werk')).toContain('Staat op de site bij Jurken.')
  const [{ file }] = await rows()
  expect((await browser(world).get(`/aanbod/fotos/${file}`)).status).toBe(200)
  const other = await signedIn(world, await somebody(world, at.cooperative, 'member', 'Cor Anders'))
  expect((await other.post(share)).status).toBe(404)
  const zip = await member.get('/mijn-werk/meenemen')
  expect(zip.headers.get('content-disposition')).toContain('mijn-werk.zip')
  const bytes = Buffer.from(await zip.arrayBuffer()).toString('latin1')
  for (const name of ['portfolio/werk/2026-11-01-1.png', 'portfolio/werk/fotos.csv']) expect(bytes).toContain(name)
})

test('photos go when who left can sign in no more, not a day before, and what was shown goes off the site at once', async () => {
  await asSystem(world.world, at.cooperative, 'member.leave', (tx, permit) =>
    leave(tx, permit, samira, day('2026-12-01'), { reason: 'ownWish', destination: 'paidWork' }),
  )
  itIs(world, '2026-12-01')
  await asSystem(world.world, at.cooperative, 'offering.sweep', forgetOfferings)
  const [{ file }] = await rows()
  expect((await browser(world).get(`/aanbod/fotos/${file}`)).status).toBe(404)
  const sweep = () => asSystem(world.world, at.cooperative, 'work.sweep', forgetWorkPhotos)
  itIs(world, '2028-11-30')
  expect(await sweep()).toBe(0)
  itIs(world, '2028-12-01')
  expect(await sweep()).toBe(1)
  expect(await rows()).toHaveLength(0)
})
