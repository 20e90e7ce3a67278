import { beforeAll, describe, expect, test } from 'vitest'
import { watchQueries } from '#kit/db.ts'
import { addPerson, asSystem, giveRole, type OrganisationId, type PersonId } from '#rooms/access'
import { found, itIs, type TestWorld, testWorld } from '../world.ts'

/** A browser of our own: what matters here is the cookie itself. */
let house: TestWorld
let cooperative: OrganisationId
let count = 0

beforeAll(async () => {
  house = await testWorld()
  itIs(house, '2026-11-02')
  cooperative = await found(house, 'cooperative', 'Coöperatie De Waterlelie U.A.')
})

const person = () =>
  asSystem(house.world, cooperative, 'person.invite', async (tx, permit) => {
    const id = await addPerson(tx, permit, { name: `Bezoeker ${++count}`, email: `bezoeker${count}@voorbeeld.nl`, language: 'nl' })
    await giveRole(tx, permit, id, 'member', permit.today, null)
    return id
  })

const ask = (path: string, cookie: string, init: RequestInit = {}) =>
  house.app.request(`${house.settings.baseUrl}${path}`, { redirect: 'manual', ...init, headers: { cookie, origin: house.settings.baseUrl } })

const pairsOf = (answer: Response) => answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '')

/** The session cookie of somebody who came in, as the browser keeps it. */
async function cookieOf(who: PersonId): Promise<string> {
  const doors = await ask('/inloggen/e-mail', '')
  const body = new FormData()
  body.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(await doors.text())?.[1] ?? '')
  const entered = await ask(`/demo/als/${who}`, pairsOf(doors).join('; '), { method: 'POST', body })
  return pairsOf(entered).find((each) => each.includes('session_token')) ?? ''
}

const where = (answer: Response) => answer.headers.get('location')

const tokenIn = (cookie: string) => decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? ''

async function expiry(token: string): Promise<number> {
  const { rows } = await house.world.database.pool.query('select expires_at from signin.session where token = $1', [token])
  return rows[0]?.expires_at.epochMilliseconds ?? 0
}

const shorten = (token: string, interval: string) =>
  house.world.database.pool.query(`update signin.session set expires_at = expires_at - $2::interval where token = $1`, [token, interval])

describe('who enters', () => {
  test('is known by one query, with all roles', async () => {
    const cookie = await cookieOf(await person())
    const asked: string[] = []
    watchQueries(({ sql }) => asked.push(sql))
    try {
      expect((await ask('/berichten', cookie)).status).toBe(200)
    } finally {
      watchQueries(null)
    }
    expect(asked.filter((sql) => sql.includes('signin.session') || sql.includes('"signin"."session"'))).toHaveLength(1)
    expect(asked.filter((sql) => sql.includes('"access"."affiliation"'))).toHaveLength(1)
  })

  test('is nobody with a token that this house did not sign, or that is gone', async () => {
    const cookie = await cookieOf(await person())
    const token = tokenIn(cookie)
    const name = cookie.split('=')[0]
    expect((await ask('/mijn-account', cookie)).status).toBe(200)
    for (const forged of [`${name}=${token}`, `${name}=${token}.`, `${name}=${encodeURIComponent(`${token}.${'A'.repeat(43)}=`)}`, `${name}=%E0%A4%A`])
      expect(where(await ask('/mijn-account', forged))).toBe('/inloggen?naar=%2Fmijn-account')
    await house.world.database.pool.query('delete from signin.session where token = $1', [token])
    expect(where(await ask('/mijn-account', cookie))).toBe('/inloggen?naar=%2Fmijn-account')
  })

  test('stays in for fourteen days after the last visit, written down at most once an hour', async () => {
    const cookie = await cookieOf(await person())
    const token = tokenIn(cookie)
    const first = await expiry(token)
    await shorten(token, '30 minutes')
    await ask('/mijn-account', cookie)
    expect(await expiry(token)).toBe(first - 30 * 60_000)
    await shorten(token, '40 minutes')
    const visit = await ask('/mijn-account', cookie)
    expect(await expiry(token)).toBeGreaterThanOrEqual(first)
    expect(pairsOf(visit).some((each) => each.includes(token))).toBe(true)
  })

  test('is out when the fourteen days are over', async () => {
    const cookie = await cookieOf(await person())
    await shorten(tokenIn(cookie), '14 days 1 second')
    expect(where(await ask('/mijn-account', cookie))).toBe('/inloggen?naar=%2Fmijn-account')
  })
})
