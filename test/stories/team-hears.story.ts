import { beforeAll, expect, test } from 'vitest'
import type { OrganisationId, PersonId } from '#rooms/access'
import { beginTeam, setArrival } from '#rooms/consent'
import { newFor } from '../messages.ts'
import { anotherTown, moves, resident } from '../moving.ts'
import { newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, somebody, testWorld } from '../world.ts'

/** Of what is nobody's the team hears to which such a file would come, and no colleague of another team. */
let old: Village
let next: Village
let north: PersonId
let south: PersonId

async function teamsIn(town: Village, cooperative: OrganisationId | null): Promise<readonly [PersonId, PersonId]> {
  const people = [
    await somebody(town.world, town.municipality, 'caseManager', 'Noor Noord'),
    await somebody(town.world, town.municipality, 'caseManager', 'Zoë Zuid'),
  ] as const
  const adviser = await somebody(town.world, town.municipality, 'policyAdviser', 'Tom Teams')
  const seat = { person: adviser, organisation: town.municipality, role: 'policyAdviser' as const }
  const [first, second] = people
  await as(town.world, seat, 'team.keep', async (tx, permit) => {
    const team = await beginTeam(tx, permit, { name: 'Noord', people: [first] })
    await beginTeam(tx, permit, { name: 'Zuid', people: [second] })
    await setArrival(tx, permit, cooperative, team)
  })
  return people
}

beforeAll(async () => {
  old = await village(await testWorld(), '2026-09-01')
  next = await anotherTown(old, 'DM48')
  ;[north, south] = await teamsIn(next, null)
})

test('who comes to live in the town is told to that team alone', async () => {
  const mira = await resident(old, 'Mira Verhuist')
  await moves(old, next, mira, '2026-10-09', '2026-10-15', null)
  await old.world.runJobs()
  expect([await newFor(old.world, north), await newFor(old.world, south), await newFor(old.world, next.caseManager)]).toEqual([['residentComes'], [], []])
})

test('who asks for a case manager is told to that team alone, and where nobody works in it to everybody', async () => {
  itIs(old.world, '2026-10-20')
  const [first, second] = await teamsIn(old, null)
  const asks = async (name: string) => {
    const phone = await signedIn(old.world, await newMember(old, name, 'participatiewetOwn'))
    expect((await phone.post('/klantmanager-uitnodigen', { words: 'Wil iemand meedenken?', agreed: 'ja' })).status).toBe(303)
    await old.world.runJobs()
  }
  await asks('Sara Vraagt')
  const heard = async () =>
    [await newFor(old.world, first), await newFor(old.world, second), await newFor(old.world, old.caseManager)].map((each) =>
      each.filter((kind) => kind === 'caseInvited'),
    )
  expect(await heard()).toEqual([['caseInvited'], [], []])
  await old.world.world.database.pool.query("update consent.team_member set until = '2026-10-19' where person = $1", [first])
  await asks('Tara Vraagt')
  expect(await heard()).toEqual([['caseInvited', 'caseInvited'], ['caseInvited'], ['caseInvited']])
})
