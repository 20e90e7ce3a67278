import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonId } from '#rooms/access'
import { village } from '../village.ts'
import { browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** Where an answer of the knowledge is used: steps of the start path, model documents and lessons that send to it, and the way back. */
let world: TestWorld
let board: PersonId
let elsewhere: PersonId
let adviser: PersonId
let nel: PersonId

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  nel = await somebody(world, await found(world, 'network', 'Netwerk dat verwijst'), 'network', 'Nel Verwijst')
  const at = await village(world, '2026-11-02')
  board = await somebody(world, at.cooperative, 'board', 'Bea Verwijst')
  elsewhere = await somebody(world, await found(world, 'cooperative', 'Coöperatie Leest'), 'board', 'Otto Leest')
  adviser = await somebody(world, at.municipality, 'policyAdviser', 'Ada Leest')
}, 120_000)

const send = async (who: PersonId, path: string, fields = {}) => (await signedIn(world, who)).post(path, fields)
const html = async (who: PersonId, path: string) => (await (await signedIn(world, who)).get(path)).text()
const SLUG = 'wa-ba-ua'

describe('an answer', () => {
  test('tells the steps and documents that send to it, as a link for who may go there, and they lead to it', async () => {
    const outside = await (await browser(world).get(`/kennis/${SLUG}`)).text()
    expect(outside).toContain('Stap van het startpad: ')
    expect(outside).not.toContain('href="/startpad/notaris"')
    const own = await html(board, `/kennis/${SLUG}`)
    for (const href of ['href="/startpad/notaris"', 'href="/stukken/statuten"']) expect(own).toContain(href)
    expect(await html(board, '/startpad/notaris')).toContain(`href="/kennis/${SLUG}"`)
    expect(await html(board, '/stukken/statuten')).toContain(`href="/kennis/${SLUG}"`)
    const town = await html(adviser, '/kennis/afspraak-met-gemeente')
    expect([town.includes('href="/startpad/afspraak"'), town.includes('href="/startpad/overeenkomst"')]).toEqual([true, false])
    for (const href of ['/startpad/afspraak', '/stukken/gemeente-samenwerking']) {
      expect(town).toContain(`href="${href}"`)
      expect((await (await signedIn(world, adviser)).get(href)).status).toBe(200)
    }
  })

  test('tells at which step others learned of it, for whom the lesson is meant', async () => {
    await send(board, '/startpad/kvk/stand', { stand: 'klaar' })
    const lesson = { words: 'Lees vooraf /kennis/kor-grens en neem het mee.', audience: 'cooperatives', named: 'nee' }
    expect((await send(board, '/startpad/kvk/lessen', lesson)).status).toBe(303)
    const at = 'Wat anderen leerden bij de stap: '
    expect(await html(elsewhere, '/kennis/kor-grens')).not.toContain(at)
    const form = /action="(\/netwerk\/initiatieven\/lessen\/[^"]+)"(?:(?!<form).)*?Lees vooraf/s.exec(await html(nel, '/netwerk/initiatieven'))?.[1] ?? ''
    expect((await send(nel, form, { answer: 'ja' })).status).toBe(303)
    expect(await html(elsewhere, '/kennis/kor-grens')).toContain(at)
    expect(await html(elsewhere, '/kennis/kor')).not.toContain(at)
    expect(await html(adviser, '/kennis/kor-grens')).not.toContain(at)
    expect(await (await browser(world).get('/kennis/kor-grens')).text()).not.toContain(at)
  })
})
