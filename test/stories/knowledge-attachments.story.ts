import { beforeAll, describe, expect, test } from 'vitest'
import { docx } from '#kit/docx.ts'
import { zipOf } from '#kit/zip.ts'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import { networkForExport } from '#rooms/network'
import { rowOfColours } from '../pictures.ts'
import { type Village, village } from '../village.ts'
import { browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** Files with an item of knowledge: looked through, read by others once a colleague published them, and no longer once a next version has them no more. */
let world: TestWorld
let at: Village
let network: OrganisationId
let hilde: PersonId
let joris: PersonId
let first: string

const SLUG = 'hoe-meet-je-een-weefraam'
const TEXT = {
  title: 'Hoe meet je een weefraam?',
  intro: 'Van hoek tot hoek.',
  body: 'Leg het plat.',
  source: 'Verzonnen',
  doubt: '',
  kind: 'article',
  topics: ['cooperative'],
  audiences: ['member'],
}
const NOON = Temporal.Instant.from('2026-11-02T12:00:00Z')
const letter = (name: string, text = 'Meet twee keer.') =>
  new File([docx({ title: 'Meten', author: 'Wij', language: 'nl-NL', blocks: [{ kind: 'text', text }], madeAt: NOON }) as BlobPart], name)
const pdf = (inside: string, name = 'maten.pdf') => new File([`%PDF-1.7\n1 0 obj\n<< ${inside} >>\nendobj\ntrailer << /Root 1 0 R >>`], name)
const send = async (who: PersonId, path: string, fields = {}) => (await signedIn(world, who)).post(path, fields)
const read = async (who: PersonId, path: string) => (await (await signedIn(world, who)).get(path)).text()
const written = async (path: string, text = TEXT) => /versie\/([^/]+)\//.exec((await send(hilde, path, text)).headers.get('location') ?? '')?.[1] ?? ''
const of = (version: string) => `/netwerk/kennis/versie/${version}/bijlagen`
const idsOn = (html: string) => [...new Set([...html.matchAll(/\/bijlagen\/([0-9a-f-]{36})"/g)].map(([, id]) => id))]
const idOf = (html: string, name: string) => new RegExp(`/bijlagen/([0-9a-f-]{36})"[^>]*>${name}<`).exec(html)?.[1] ?? ''
const seenOn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''
const decide = async (version: string, seen: string) => send(joris, `/netwerk/kennis/versie/${version}/publicatie`, { reviewOn: '2027-11-02', seen })
const publish = async (version: string) => decide(version, seenOn(await read(joris, `/netwerk/kennis/versie/${version}/nakijken`)))
const visitor = () => browser(world)
const shown = async () => (await visitor().get(`/kennis/${SLUG}`)).text()

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  at = await village(world, '2026-11-02')
  network = await found(world, 'network', 'Netwerk met bijlagen')
  hilde = await somebody(world, network, 'network', 'Hilde Voegt Toe')
  joris = await somebody(world, network, 'network', 'Joris Kijkt')
  first = await written('/netwerk/kennis/nieuw/tekst')
}, 120_000)

describe('files with an item', () => {
  test('are taken by what is in them, and refused in words where they would do something by themselves', async () => {
    const refused = async (file: File | null) => {
      const answer = await send(hilde, of(first), file ? { file } : {})
      expect(answer.status).toBe(422)
      return answer.text()
    }
    expect(await refused(null)).toContain('Je koos nog geen bestand.')
    expect(await refused(new File(['zomaar tekst'], 'brief.docx'))).toContain('Kies een ander bestand: PDF, DOCX, XLSX, ODT, ODS, PNG, JPG.')
    const kinds = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    const macros = zipOf([{ name: '[Content_Types].xml', bytes: Buffer.from(kinds) }], NOON)
    expect(await refused(new File([macros as BlobPart], 'brief.docx'))).toContain('In dit bestand zit een macro')
    expect(await refused(pdf('/S /JavaScript /JS (x)'))).toContain('In deze PDF zit een opdracht die vanzelf kan starten.')
    expect(await refused(pdf('/S /Launch /F (x)'))).toContain('Druk het document opnieuw af naar PDF.')
    expect(await refused(new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'groot.pdf'))).toContain('groter dan 10 MB')
    expect(await refused(new File(['\x00'.repeat(10)], 'x.png'))).toContain('Dit soort bestand past hier niet.')
    expect(idsOn(await read(hilde, of(first)))).toEqual([])
    expect((await send(hilde, of(first), { file: letter('../../meetblad.pdf') })).status).toBe(303)
    const page = await read(hilde, of(first))
    expect(page).toContain('meetblad.docx')
    expect(page).toMatch(/\(DOCX, \d+ kB\)/)
  })

  test('are read by nobody else before a colleague published them, and by anybody after', async () => {
    const [id = ''] = idsOn(await read(hilde, of(first)))
    expect((await visitor().get(`/kennis/${SLUG}/bijlagen/${id}`)).status).toBe(404)
    expect((await (await signedIn(world, at.coach)).get(`${of(first)}/${id}`)).status).toBe(403)
    const outside = { role: 'opbloei_app', organisation: at.cooperative, person: at.coach } as const
    const rows = () => world.world.database.unit(outside, (tx) => tx.selectFrom('network.knowledge_file').select('file').where('id', '=', id).execute())
    const bytes = () => world.world.database.unit(outside, (tx) => tx.selectFrom('kit.file').select('id').where('organisation', '=', network).execute())
    expect([await rows(), await bytes()]).toEqual([[], []])
    const seen = seenOn(await read(joris, `/netwerk/kennis/versie/${first}/nakijken`))
    expect((await send(joris, of(first), { file: pdf('/Type /Catalog') })).status, 'not the writer').toBe(403)
    const photo = new File([new Uint8Array(rowOfColours(30, 20))], 'raam.png')
    expect((await send(hilde, of(first), { file: photo })).status).toBe(303)
    const changed = await decide(first, seen)
    expect([changed.status, await changed.text()]).toEqual([422, expect.stringContaining('De bijlagen zijn veranderd sinds je keek.')])
    expect((await publish(first)).status).toBe(303)
    const page = await shown()
    expect(page).toContain('meetblad.docx')
    expect(page).toContain('raam.png')
    expect(await (await visitor().get(`/en/kennis/${SLUG}`)).text()).toContain('Attachments')
    const taken = await visitor().get(`/kennis/${SLUG}/bijlagen/${id}`)
    expect(['content-type', 'content-disposition', 'x-content-type-options'].map((name) => taken.headers.get(name))).toEqual([
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      "attachment; filename*=UTF-8''meetblad.docx",
      'nosniff',
    ])
    const picture = idOf(page, 'raam.png')
    const seenPicture = await visitor().get(`/kennis/${SLUG}/bijlagen/${picture}`)
    expect(seenPicture.headers.get('content-disposition')).toContain('attachment')
    expect(Buffer.from(await seenPicture.arrayBuffer()).includes('taken at home'), 'its maker').toBe(false)
    expect([(await rows()).length, (await bytes()).length]).toEqual([1, 2])
    expect((await send(hilde, of(first), { file: pdf('/Type /Catalog') })).status, 'it was decided').toBe(409)
  })

  test('go along with a next version, where they can be taken off and put back; others read the old ones until then', async () => {
    itIs(world, '2026-11-03')
    const second = await written(`/netwerk/kennis/${SLUG}/tekst`, { ...TEXT, intro: 'Van rand tot rand.' })
    const before = await read(hilde, of(second))
    const [id = '', picture = ''] = ['meetblad.docx', 'raam.png'].map((name) => idOf(before, name))
    expect((await send(joris, `${of(second)}/${picture}/weg`)).status).toBe(403)
    expect((await send(hilde, `${of(second)}/${picture}/weg`)).status).toBe(303)
    expect((await send(hilde, `${of(second)}/${picture}/weg`)).status, 'gone already').toBe(303)
    expect(await read(hilde, of(second))).toContain('Weer toevoegen: raam.png')
    expect((await visitor().get(`/kennis/${SLUG}/bijlagen/${picture}`)).status).toBe(200)
    await send(hilde, `${of(second)}/${picture}/terug`)
    expect(new Set(idsOn(await read(hilde, of(second))))).toEqual(new Set([id, picture]))
    await send(hilde, `${of(second)}/${picture}/weg`)
    await send(hilde, of(second), { file: letter('nieuw.docx') })
    const added = idOf(await read(hilde, of(second)), 'nieuw.docx')
    const bytes = async () => (await world.world.database.pool.query('select id from kit.file where organisation = $1', [network])).rowCount
    expect(await bytes()).toBe(3)
    await send(hilde, `${of(second)}/${added}/weg`)
    expect(await bytes(), 'what no version has is gone').toBe(2)
    const toDecide = await read(joris, `/netwerk/kennis/versie/${second}/nakijken`)
    expect(toDecide).toMatch(/Bijlagen<\/h3>(?:(?!<\/div>).)*<del>raam\.png<\/del>/s)
    await publish(second)
    expect(await shown()).not.toContain('raam.png')
    expect((await visitor().get(`/kennis/${SLUG}/bijlagen/${picture}`)).status).toBe(404)
    expect((await visitor().get(`/kennis/${SLUG}/bijlagen/${id}`)).status).toBe(200)
    expect((await send(hilde, `${of(second)}/${picture}/terug`)).status, 'it was decided').toBe(409)
  })

  test('are at most eight, and of this item alone', async () => {
    itIs(world, '2026-11-04')
    const third = await written(`/netwerk/kennis/${SLUG}/tekst`, { ...TEXT, intro: 'Nog eens.' })
    for (let nr = 2; nr <= 8; nr++) expect((await send(hilde, of(third), { file: letter(`blad-${nr}.docx`) })).status).toBe(303)
    expect(await read(hilde, of(third))).toContain('Er zitten 8 bijlagen bij.')
    const ninth = await send(hilde, of(third), { file: letter('blad-9.docx') })
    expect([ninth.status, await ninth.text()]).toEqual([422, expect.stringContaining('Er zitten al 8 bijlagen bij.')])
    const other = await written('/netwerk/kennis/nieuw/tekst', { ...TEXT, title: 'Hoe draag je een weefraam?' })
    const id = idOf(await read(hilde, of(third)), 'meetblad.docx')
    expect((await send(hilde, `${of(other)}/${id}/terug`)).status).toBe(404)
    expect((await (await signedIn(world, hilde)).get(`${of(other)}/${id}`)).status).toBe(404)
    const asHilde = { role: 'opbloei_app', organisation: network, person: hilde } as const
    const rows = await world.world.database.unit(asHilde, (tx) => tx.selectFrom('network.knowledge_file').select(['id', 'item']).where('id', '=', id).execute())
    const put = { version: first, item: rows[0]?.item ?? '', attachment: id }
    await expect(
      world.world.database.unit(asHilde, (tx) => tx.insertInto('network.knowledge_attachment').values(put).execute()),
      'with a version that was decided',
    ).rejects.toThrow(/row-level security/)
  })

  test('are added by who keeps the item outside the network too, and read there by the network', async () => {
    const slug = 'hoe-droog-je-wol'
    const version = await written('/netwerk/kennis/nieuw/tekst', { ...TEXT, title: 'Hoe droog je wol?' })
    await publish(version)
    await send(hilde, `/netwerk/kennis/${slug}/eigenaar`, { organisation: at.cooperative, role: 'coach' })
    const offer = /mijn-kennis\/vragen\/([0-9a-f-]{36})\/antwoord/.exec(await read(at.coach, '/mijn-kennis'))?.[1] ?? ''
    await send(at.coach, `/mijn-kennis/vragen/${offer}/antwoord`, { answer: 'ja' })
    const mine = `/mijn-kennis/${slug}/bijlagen`
    expect((await send(at.coach, mine, { file: letter('wol.docx') })).status, 'nothing waits').toBe(409)
    itIs(world, '2026-11-05')
    await send(at.coach, `/mijn-kennis/${slug}/tekst`, { ...TEXT, title: 'Hoe droog je wol?', intro: 'Uit de wind.' })
    expect(await read(at.coach, '/mijn-kennis')).toContain(`href="${mine}"`)
    expect((await send(at.coach, mine, { file: letter('wol.docx') })).status).toBe(303)
    const [id = ''] = idsOn(await read(at.coach, mine))
    expect((await (await signedIn(world, at.coach)).get(`${mine}/${id}`)).status).toBe(200)
    expect((await (await signedIn(world, at.treasurer)).get(`${mine}/${id}`)).status).toBe(404)
    const versions = [...(await read(hilde, `/netwerk/kennis/${slug}`)).matchAll(/versie\/([^/]+)\/nakijken/g)].map(([, each]) => each ?? '')
    const [last = ''] = versions
    expect((await (await signedIn(world, joris)).get(`${of(last)}/${id}`)).status).toBe(200)
    await publish(last)
    expect((await visitor().get(`/kennis/${slug}/bijlagen/${id}`)).status).toBe(200)
    const { kept } = await asSystem(world.world, at.cooperative, 'export.make', networkForExport)
    expect(kept.map(({ item, files }) => [item.slug, files.map(({ name }) => name)])).toEqual([[slug, ['wol.docx']]])
  })
})
