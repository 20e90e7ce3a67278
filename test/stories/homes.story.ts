import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { watchQueries } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { asSystem, invite } from '#rooms/access'
import { prepareRequest, takeBack, versionOf } from '#rooms/consent'
import { asCoach, asMember, beginCast, bloesem, coach, facts, granted, officer, prepared, send, trialMember, wilgendam, world } from '../consent-cast.ts'
import { as, type Browser, itIs, signedIn, somebody } from '../world.ts'

beforeAll(beginCast)

const textOf = async (page: Browser, path: string) => (await page.get(path)).text()

describe('the homes', () => {
  test('a member without duties reads that there is nothing to do, and what to do first', async () => {
    itIs(world, '2026-09-07')
    const html = await textOf(await signedIn(world, await trialMember('Zeger')), '/mijn')
    expect(html).toContain('Je hoeft nu niets te doen')
    expect(html).toContain('Nog geen verkopen')
  })

  test('a request that was not sent waits for the member and the coach, and once sent for the municipality alone', async () => {
    itIs(world, '2026-09-07')
    const member = await trialMember('Ymke')
    const id = await prepared(member)
    const [own, helper, desk] = [await signedIn(world, member), await signedIn(world, coach), await signedIn(world, officer)]
    expect(await textOf(own, '/mijn')).toContain(`/toestemmingen/${id}`)
    expect(await textOf(helper, '/coach')).toContain(`/toestemmingen/${id}`)
    expect(await textOf(desk, '/klantmanager')).not.toContain('Ymke')
    await send(member, id)
    expect(await textOf(own, '/mijn')).toContain('Je hoeft nu niets te doen')
    expect(await textOf(helper, '/coach')).not.toContain(`/toestemmingen/${id}`)
    expect(await textOf(desk, '/klantmanager')).toContain('Ymke')
  })

  test('whoever asked for a new consent is not told to ask for one, but what holds when it is not decided in time', async () => {
    const { member, id } = await granted('Rika')
    const [own, helper] = [await signedIn(world, member), await signedIn(world, coach)]
    const rowOf = async () => (await textOf(helper, '/coach')).split('<tr').find((row) => row.includes('Rika')) ?? ''
    itIs(world, '2027-10-20')
    expect(await textOf(own, '/mijn')).toContain('Vraag op tijd een nieuwe aan.')
    const asked = { ...facts, wantedFrom: day('2027-11-09'), wantedUntil: day('2028-11-08') }
    const next = await as(world, asCoach(), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...asked, member }))
    expect(await textOf(own, '/mijn')).toContain('Vraag op tijd een nieuwe aan.')
    await send(member, next, versionOf({ ...asked, renews: id }))
    const home = await textOf(own, '/mijn')
    expect(home).not.toContain('Vraag op tijd een nieuwe aan.')
    expect(home).toContain('Je vroeg al een nieuwe aan.')
    expect(home).toContain(`href="/toestemmingen/${next}"`)
    expect(home).toContain('tot en met 8 november 2027')
    expect(await rowOf()).toContain('Toestemming loopt af, een nieuwe is gevraagd')
    await as(world, asMember(member), 'consent.takeBack', (tx, permit) => takeBack(tx, permit, next))
    expect(await textOf(own, '/mijn')).toContain('Vraag op tijd een nieuwe aan.')
    expect(await textOf(own, '/mijn')).toContain(`href="/toestemmingen/${id}"`)
  })

  test('a coach reads of each own member what waits, who was quiet for three weeks, and who needs nothing', async () => {
    itIs(world, '2026-09-07')
    const [quiet, busy] = [await trialMember('Quinten'), await trialMember('Bonnie')]
    const helper = await signedIn(world, coach)
    expect(await textOf(helper, '/coach')).toContain('Hier hoef je nu niets te doen:')
    itIs(world, '2026-09-27')
    await prepared(busy)
    expect(await textOf(helper, '/coach')).not.toContain('Al een tijd niets gehoord')
    itIs(world, '2026-09-28')
    const html = await textOf(helper, '/coach')
    const rowOf = (name: string) => html.split('<tr').find((row) => row.includes(name)) ?? ''
    expect(rowOf('Quinten')).toContain('Al een tijd niets gehoord: bel eens')
    expect(rowOf('Quinten')).toContain(`/leden/${quiet}`)
    expect(rowOf('Bonnie')).toContain('Aanvraag is nog niet verstuurd')
    expect(rowOf('Bonnie')).not.toContain('niets gehoord')
  })

  test('a home opens for its own role only', async () => {
    const treasurer = await somebody(world, bloesem, 'treasurer', 'Tinus Teller')
    const chair = await somebody(world, bloesem, 'board', 'Vera Voorzitter')
    const pages = { '/bestuur': chair, '/mijn': await trialMember('Wies'), '/coach': coach, '/penningmeester': treasurer, '/klantmanager': officer }
    for (const [role, person] of Object.entries(pages)) {
      const page = await signedIn(world, person)
      for (const path of Object.keys(pages))
        expect({ role, path, status: (await page.get(path)).status }).toEqual({ role, path, status: path === role ? 200 : 403 })
    }
  })

  test('the board sees which roles end and when everything was exported', async () => {
    itIs(world, '2026-09-07')
    const chair = await signedIn(world, await somebody(world, bloesem, 'board', 'Vera Voorzitter'))
    expect(await textOf(chair, '/bestuur')).toContain('Er zijn nog nooit gegevens in bestanden gezet.')
    const invitation = (name: string, until: string) => ({ name, email: `${name}@bloesem.example`, role: 'coach', until: day(until) })
    for (const [name, until] of [
      ['bijna', '2026-11-06'],
      ['later', '2026-11-07'],
    ] as const)
      await asSystem(world.world, bloesem, 'person.invite', (tx, permit) => invite(tx, permit, invitation(name, until), 'http://localhost'))
    await asSystem(world.world, bloesem, 'export.make', (tx, permit) => happened(tx, permit, 'export.made', {}))
    const html = await textOf(chair, '/bestuur')
    expect(html).toContain('bijna, begeleider, tot en met 6 november 2026')
    expect(html).not.toContain('later, begeleider')
    expect(html).toContain('Op 7 september 2026 is alles van de coöperatie in bestanden gezet.')
  })

  test('a policy adviser reads counts of residents, under five never how many, and no name', async () => {
    const adviser = await signedIn(world, await somebody(world, wilgendam, 'policyAdviser', 'Bea Beleid'))
    const { member } = await granted('Wubbo')
    itIs(world, '2026-11-09')
    const html = await textOf(adviser, '/beleid')
    expect(html).toContain('Lopende toestemmingen')
    expect(html).toContain('minder dan 5')
    expect(html).not.toContain('Wubbo')
    expect((await (await signedIn(world, member)).get('/beleid')).status).toBe(403)
    for (const name of ['Wiebe', 'Wout', 'Warre', 'Wessel', 'Wigger']) await granted(name)
    itIs(world, '2026-11-09')
    expect(await textOf(adviser, '/beleid')).not.toContain('minder dan 5')
  })

  test('the network reads which organisations take part, and nothing of their people', async () => {
    const staff = await signedIn(world, await somebody(world, bloesem, 'network', 'Noor Netwerk'))
    const html = await textOf(staff, '/netwerk')
    expect(html).toContain('Wie doen er mee?')
    expect(html).toContain('Sociale coöperaties')
    // What waits comes first, and leads to where it is dealt with.
    expect(html.indexOf('Wat wacht op ons?')).toBeLessThan(html.indexOf('Wie doen er mee?'))
    for (const place of ['aanvragen', 'bureau', 'initiatieven', 'vermeldingen']) expect(html).toContain(`href="/netwerk/${place}"`)
    expect((await staff.get('/beleid')).status).toBe(403)
  })

  test('a home asks the database at most six questions, however many members there are', async () => {
    itIs(world, '2026-09-07')
    const treasurer = await somebody(world, bloesem, 'treasurer', 'Tilly Teller')
    const { member } = await granted('Vasco')
    const people: readonly (readonly [string, typeof coach])[] = [
      ['/mijn', member],
      ['/coach', coach],
      ['/penningmeester', treasurer],
      ['/bestuur', await somebody(world, bloesem, 'board', 'Bert Bestuur')],
      ['/klantmanager', officer],
      ['/beleid', await somebody(world, wilgendam, 'policyAdviser', 'Bea Beleid')],
    ]
    const counted = async () =>
      Object.fromEntries(await inTurn(people, async ([path, person]) => [path, await asked(await signedIn(world, person), path)] as const))
    const few = await counted()
    await granted('Ulla')
    await granted('Tygo')
    expect(await counted()).toEqual(few)
    for (const [path, questions] of Object.entries(few)) expect(questions, path).toBeLessThanOrEqual(6)
  })
})

/** Signing in, the role and the record of looking are not counted (decisions 9). */
async function asked(page: Browser, path: string): Promise<number> {
  const queries: string[] = []
  watchQueries(({ sql }) => queries.push(sql))
  const { status } = await page.get(path)
  watchQueries(null)
  expect(status).toBe(200)
  return queries.filter((sql) => !/set_config|"access"\."look"|^begin|^commit|sign_?in|"access"\."affiliation"|session/i.test(sql)).length
}

async function inTurn<A, B>(all: readonly A[], each: (one: A) => Promise<B>): Promise<B[]> {
  const done: B[] = []
  for (const one of all) done.push(await each(one))
  return done
}
