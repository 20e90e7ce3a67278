import { beforeAll, describe, expect, test } from 'vitest'
import { copyFileFor, type NewFile, readFile, storeFile } from '#kit/files.ts'
import { attachment, outbox, queueMail } from '#kit/mail.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import { as, found, itIs, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let cooperative: OrganisationId
let municipality: OrganisationId
let ans: PersonId
let karin: PersonId
const pdf = Buffer.from('%PDF-1.7\n…')

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  cooperative = await found(world, 'cooperative', 'Coöperatie De Akelei U.A.')
  municipality = await found(world, 'municipality', 'Gemeente Akeldam')
  ans = await somebody(world, cooperative, 'treasurer', 'Ans')
  karin = await somebody(world, municipality, 'caseManager', 'Karin')
})

const atCooperative = <T>(run: Parameters<typeof as<'access.see', T>>[3]) =>
  as(world, { person: ans, organisation: cooperative, role: 'treasurer' }, 'access.see', run)
const atMunicipality = <T>(run: Parameters<typeof as<'access.see', T>>[3]) =>
  as(world, { person: karin, organisation: municipality, role: 'caseManager' }, 'access.see', run)
const store = (file: NewFile) => atCooperative((tx, permit) => storeFile(tx, permit, file))

describe('files', () => {
  test('come back as they went in, under a name that fits what is in them', async () => {
    const id = await store({ name: 'C:\\fakepath\\bon.jpg', type: 'image/jpeg', bytes: pdf })
    const file = await atCooperative((tx, permit) => readFile(tx, permit, id))
    expect(file).toMatchObject({ name: 'bon.pdf', type: 'application/pdf' })
    expect(file.bytes.equals(pdf)).toBe(true)
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['a page with script, whatever it is called', Buffer.from('<html><script>alert(1)</script>')],
    ['a drawing with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a file above ten megabytes', Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)])],
  ])('%s is refused', async (_, bytes) => {
    await expect(store({ name: 'foto.jpg', bytes })).rejects.toMatchObject({ kind: 'rule' })
  })

  test('another organisation finds nothing but what was shared with it; a copy goes with its piece, and without one the owner alone reads it', async () => {
    const id = await store({ name: 'plan.pdf', bytes: pdf })
    await expect(atMunicipality((tx, permit) => readFile(tx, permit, id))).rejects.toMatchObject({ kind: 'missing' })
    const copy = await atCooperative((tx, permit) => copyFileFor(tx, permit, id, municipality))
    await expect(atMunicipality((tx, permit) => readFile(tx, permit, copy))).rejects.toMatchObject({ kind: 'missing' })
    expect((await atCooperative((tx, permit) => readFile(tx, permit, copy))).name).toBe('plan.pdf')
    const shared = await atCooperative((tx, permit) => storeFile(tx, permit, { name: 'plan.pdf', bytes: pdf }, { sharedWith: municipality }))
    expect((await atMunicipality((tx, permit) => readFile(tx, permit, shared))).name).toBe('plan.pdf')
  })
})

describe('mail', () => {
  test('is in the outbox with what was sent along, and only there for its own organisation', async () => {
    const id = await atCooperative((tx, permit) =>
      queueMail(tx, permit, {
        to: 'klant@voorbeeld.nl',
        subject: 'Factuur\r\nBcc: x@y.nl',
        text: 'Dag',
        attachments: [{ name: 'f.pdf', type: 'application/pdf', bytes: pdf }],
      }),
    )
    const seen = await atCooperative((tx) => outbox(tx, 5))
    expect(seen[0]).toMatchObject({ id, subject: 'Factuur Bcc: x@y.nl', attachments: [{ nr: 0, name: 'f.pdf' }], deliveredAt: null })
    expect(Buffer.from((await atCooperative((tx) => attachment(tx, id, 0)))?.bytes ?? []).equals(pdf)).toBe(true)
    expect(await atMunicipality((tx) => outbox(tx, 5))).toEqual([])
    expect(await atMunicipality((tx) => attachment(tx, id, 0))).toBeNull()
  })

  test('is not written when what caused it is refused', async () => {
    const before = await atCooperative((tx) => outbox(tx, 50))
    const attempt = atCooperative(async (tx, permit) => {
      await queueMail(tx, permit, { to: 'a@voorbeeld.nl', subject: 'Voor niets', text: 'Dag' })
      throw new Error('it went wrong')
    })
    await expect(attempt).rejects.toThrow('it went wrong')
    expect(await atCooperative((tx) => outbox(tx, 50))).toHaveLength(before.length)
  })
})
