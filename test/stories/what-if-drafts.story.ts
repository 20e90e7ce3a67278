import { beforeAll, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { draftAgreement, type VersionId } from '#rooms/agreements'
import { lookWhatIf } from '#rooms/settlement'
import { template } from '../trade.ts'
import { asBoard, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
let draft: VersionId
let other: VersionId
const look = (version: VersionId, asked: Parameters<typeof lookWhatIf>[3]) =>
  as(world, asBoard(place), 'whatIf.see', (tx, permit) => lookWhatIf(tx, permit, version, asked))
const drafted = (code: string) =>
  as(world, asBoard(place), 'agreement.draft', (tx, permit) =>
    draftAgreement(tx, permit, { title: 'Ledenovereenkomst', articles: template(code), from: day('2026-12-01'), until: null }),
  )

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-11-02')
  draft = await drafted('resultaat-50-20-20-10')
  other = await drafted('resultaat-60-15-25')
})

test('two drafts lie beside each other on all four years: what one gives more the other gives less, and a draft beside itself nothing', async () => {
  const on = (version: VersionId, beside: VersionId, source: 'own' | 'seamstress' | 'lossMaker' = 'seamstress') =>
    look(version, { source, from: null, until: null, beside })
  const [there, back] = [await on(draft, other), await on(other, draft)]
  expect(there.samples.map(({ sample }) => sample)).toEqual(['seamstress', 'caterer', 'gardener', 'lossMaker'])
  expect(there.samples.some(({ sides }) => sides.members.now !== sides.members.would)).toBe(true)
  for (const [nr, { sides }] of there.samples.entries())
    for (const side of ['members', 'cooperative', 'municipality'] as const)
      expect([sides[side].now, sides[side].would]).toEqual([back.samples[nr]?.sides[side].would, back.samples[nr]?.sides[side].now])
  expect(there.beside?.id).toBe(other)
  expect((await on(draft, draft)).beside).toBeNull()
  expect((await on(draft, other, 'own')).beside).toBeNull()
  const reader = await signedIn(world, place.board)
  const page = await (await reader.get(`/afspraken/${draft}/wat-als?uit=lossMaker&met=${other}`)).text()
  for (const words of ['In vier verzonnen jaren', 'Met versie', `uit=caterer&amp;met=${other}`]) expect(page).toContain(words)
  expect(page).not.toContain('die nu geldt')
  expect(page).not.toContain('Maak een link')
  expect(await (await reader.get(`/afspraken/${draft}/vergelijk?met=${other}`)).text()).toContain(`wat-als?uit=seamstress&amp;met=${other}`)
  const stranger = await village(world, '2026-11-02')
  itIs(world, '2026-11-02')
  const foreign = await as(world, asBoard(stranger), 'agreement.draft', (tx, permit) =>
    draftAgreement(tx, permit, { title: 'Van een ander', articles: template('dertig-procent'), from: day('2026-12-01'), until: null }),
  )
  expect((await reader.get(`/afspraken/${draft}/wat-als?uit=seamstress&met=${foreign}`)).status).toBe(404)
})
