import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { decide } from '#rooms/consent'
import { allowed, asks, grants, read, rules } from '../consent-asks.ts'
import { asOfficer, beginCast, coach, facts, trialMember, world } from '../consent-cast.ts'
import { as, itIs, signedIn } from '../world.ts'

beforeAll(async () => {
  await beginCast()
  await rules({ backdateDays: 3 }, day('2026-01-01'))
})

describe('an extension', () => {
  const next = { wantedFrom: day('2026-12-01'), wantedUntil: day('2027-11-30') }

  async function running(name: string) {
    const first = await asks(name, '2026-09-08', { wantedFrom: day('2026-09-08'), wantedUntil: day('2026-11-30') })
    await grants(first.id, '2026-09-08', '2026-09-08', '2026-11-30')
    return first
  }

  test('asked in time still ends on the last day where the town says nothing else, and a gap is named', async () => {
    const { member, id } = await running('Bea')
    const again = await asks('Bea', '2026-11-16', { ...next, renews: id, member })
    expect(again.page).toContain('Toch stopt de toestemming na 30 november 2026')
    expect(await read(member, again.address)).toContain('Is er na 30 november 2026 nog geen besluit? Dan mag werk van daarna niet worden verkocht')
    itIs(world, '2026-12-07')
    expect([await allowed(member, '2026-11-30'), await allowed(member, '2026-12-01')]).toEqual(['may', 'may not'])
    await grants(again.id, '2026-12-07', '2026-12-07', '2027-11-30')
    expect([await allowed(member, '2026-12-06'), await allowed(member, '2026-12-07')]).toEqual(['may not', 'may'])
  })

  test('asked in time goes on until the decision where the town says so; after a refusal it ends', async () => {
    itIs(world, '2026-12-08')
    const first = await asks('Cor', '2026-12-08', { wantedFrom: day('2026-12-08'), wantedUntil: day('2027-01-31') })
    await grants(first.id, '2026-12-08', '2026-12-08', '2027-01-31')
    await rules({ backdateDays: 14, extensionRunsOn: true }, day('2026-12-08'))
    const again = await asks('Cor', '2027-01-18', { wantedFrom: day('2027-02-01'), wantedUntil: day('2027-12-31'), renews: first.id, member: first.member })
    expect(again.page).toContain('De toestemming loopt na 31 januari 2027 door, tot de gemeente besluit')
    expect(await read(first.member, again.address)).toContain('Is er na 31 januari 2027 nog geen besluit? Dan loopt de eerdere toestemming door')
    itIs(world, '2027-02-08')
    expect(await allowed(first.member, '2027-02-08')).toBe('may')
    expect(await read(first.member, first.address)).toContain('Verlenging gevraagd')
    await as(world, asOfficer(), 'consent.decide', (tx, permit) =>
      decide(tx, permit, again.id, { kind: 'refused', on: permit.today, reason: 'Het plan is niet meer rond.' }),
    )
    expect([await allowed(first.member, '2027-02-08'), await allowed(first.member, '2027-02-09')]).toEqual(['may', 'may not'])
  })

  test('begun anew, without naming the consent that runs, goes on with it as well; whoever does other work says so', async () => {
    itIs(world, '2027-01-02')
    const first = await asks('Cas', '2027-01-02', { wantedFrom: day('2027-01-02'), wantedUntil: day('2027-01-31') })
    await grants(first.id, '2027-01-02', '2027-01-02', '2027-01-31')
    itIs(world, '2027-01-18')
    const helper = await signedIn(world, coach)
    const asked = { member: first.member, work: facts.work, plan: facts.plan, costKinds: ['material'], wantedFrom: '2027-02-01', wantedUntil: '2027-12-31' }
    const address = (await helper.post('/toestemmingen', asked)).headers.get('location')?.replace(/\?.*/, '') ?? ''
    const edit = await (await helper.get(`${address}/aanpassing`)).text()
    expect(edit).toMatch(/Er is toestemming tot en met 31 januari 2027\. Wil je daarmee verder\?/)
    expect(edit).toMatch(new RegExp(`value="${first.id}"[^>]*checked|checked[^>]*value="${first.id}"`))
    expect(await read(first.member, `${address}/verzending`)).toContain('De toestemming loopt na 31 januari 2027 door, tot de gemeente besluit')

    const { member: _, ...facts_ } = asked
    expect((await helper.post(`${address}/aanpassing`, { ...facts_, extends: 'no' })).status).toBe(303)
    const other = await read(first.member, `${address}/verzending`)
    expect(other).not.toMatch(/loopt na 31 januari 2027 door|Verlenging van/)
    expect((await helper.post(`${address}/aanpassing`, { ...facts_, extends: first.id })).status).toBe(303)
    expect(await read(first.member, `${address}/verzending`)).toContain('de toestemming tot en met 31 januari 2027')

    const own = await signedIn(world, first.member)
    const seen = /name="seen" value="([0-9a-f]+)"/.exec(await (await own.get(`${address}/verzending`)).text())?.[1] ?? ''
    expect((await own.post(`${address}/verzending`, { seen })).status).toBe(303)
    itIs(world, '2027-02-03')
    expect(await allowed(first.member, '2027-02-03')).toBe('may')
  })

  test('never goes on with the consent of somebody else', async () => {
    itIs(world, '2027-02-04')
    const [one, two] = [await trialMember('Dana'), await trialMember('Dries')]
    const first = await asks('Dana', '2027-02-04', { member: one, wantedFrom: day('2027-02-04'), wantedUntil: day('2027-02-28') })
    await grants(first.id, '2027-02-04', '2027-02-04', '2027-02-28')
    await expect(asks('Dries', '2027-02-05', { member: two, renews: first.id })).rejects.toMatchObject({ kind: 'missing' })
    const helper = await signedIn(world, coach)
    const form = await (await helper.get(`/toestemmingen/nieuw?vernieuwt=${first.id}`)).text()
    expect(form).toContain(`name="member" value="${one}"`)
    expect(form).not.toContain('<select name="member"')
  })

  test('asked after the end is too late, also in that town', async () => {
    itIs(world, '2027-02-10')
    const first = await asks('Dirk', '2027-02-10', { wantedFrom: day('2027-02-10'), wantedUntil: day('2027-02-28') })
    await grants(first.id, '2027-02-10', '2027-02-10', '2027-02-28')
    const again = await asks('Dirk', '2027-03-01', { wantedFrom: day('2027-03-01'), wantedUntil: day('2027-12-31'), renews: first.id, member: first.member })
    expect(again.page).toContain('De verlenging is te laat gevraagd: de toestemming liep tot en met 28 februari 2027')
    expect(await allowed(first.member, '2027-03-01')).toBe('may not')
  })
})
