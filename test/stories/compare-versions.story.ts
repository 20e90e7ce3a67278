import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import { draftAgreement, proposeAgreement, type VersionId } from '#rooms/agreements'
import { signedAgreement, template } from '../trade.ts'
import { asBoard, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
let carla: MemberId
let dirk: MemberId
let next: VersionId

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  carla = await newMember(place, 'Carla Mulder')
  dirk = await newMember(place, 'Dirk Mulder')
  await signedAgreement(place, [carla, dirk], template('resultaat-60-15-25'), '2026-10-01')
  itIs(world, '2026-11-02')
  next = await draft('resultaat-50-20-20-10')
  await as(world, asBoard(place), 'agreement.propose', (tx, permit) => proposeAgreement(tx, permit, next, [carla]))
})

const draft = (code: string) =>
  as(world, asBoard(place), 'agreement.draft', (tx, permit) =>
    draftAgreement(tx, permit, { title: 'Ledenovereenkomst', articles: template(code), from: day('2026-12-01'), until: null }),
  )
const pageFor = async (person: MemberId, path: string) => (await signedIn(world, person)).get(path)

describe('what is different between two versions', () => {
  test('a member who must sign finds it beside the text: as rules, as money and in marked words', async () => {
    const signing = await (await pageFor(carla, `/afspraken/${next}/tekenen`)).text()
    expect(signing).toContain(`href="/afspraken/${next}/vergelijk"`)
    const page = await (await pageFor(carla, `/afspraken/${next}/vergelijk`)).text()
    for (const words of [
      'Versie 2 naast versie 1',
      'Van het resultaat naar de coöperatie: 20%. Eerst: 25%.',
      'Nieuw. Van het resultaat naar de gemeente: 10%.',
      'Artikel veranderd',
      '<span class="vh">eraf: </span>60%</del>',
      '<span class="vh">erbij: </span>50%</ins>',
      'Deze artikelen blijven gelijk',
      `href="/afspraken/${next}/wat-als"`,
    ])
      expect(page).toContain(words)
  })
  test('in English too', async () => {
    const reader = await signedIn(world, carla)
    await reader.post('/taal', { taal: 'en', naar: '/' })
    const page = await (await reader.get(`/afspraken/${next}/vergelijk`)).text()
    for (const words of ['What is different?', 'Before: 25%.', 'added: </span>']) expect(page).toContain(words)
    expect(await (await reader.get(`/afspraken/${next}/wat-als`)).text()).toContain('What if this had applied?')
    await reader.post('/taal', { taal: 'nl', naar: '/' })
  })
  test('a member reads no version that was never put to them, not even beside another', async () => {
    expect((await pageFor(dirk, `/afspraken/${next}/vergelijk`)).status).toBe(404)
    const secret = await draft('dertig-procent')
    const page = await (await pageFor(carla, `/afspraken/${next}/vergelijk?met=${secret}`)).text()
    expect(page).toContain('Versie 2 naast versie 1')
    expect(page).not.toContain('Versie 3')
  })
  test('the board lays any two beside each other, drafts too; the look is written down for whoever it concerns', async () => {
    const board = await signedIn(world, place.board)
    const page = await (await board.get(`/afspraken/${next}/vergelijk`)).text()
    expect(page).toContain('Vergelijk met')
    expect(await (await board.get(`/afspraken/${next}/vergelijk?met=niets`)).text()).toContain('Versie 2 naast versie 1')
    const looks = await world.world.database.pool.query('select 1 from access.look where subject = $1 and person = $2', [carla, place.board])
    expect(looks.rows.length).toBeGreaterThan(0)
  })
  test('a first version has nothing beside it', async () => {
    const young = await village(world, '2026-11-02')
    const only = await as(world, asBoard(young), 'agreement.draft', (tx, permit) =>
      draftAgreement(tx, permit, { title: 'Eerste', articles: template('dertig-procent'), from: day('2026-12-01'), until: null }),
    )
    expect(await (await (await signedIn(world, young.board)).get(`/afspraken/${only}/vergelijk`)).text()).toContain('nog niets om mee te vergelijken')
  })
})
