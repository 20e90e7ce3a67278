import { beforeAll, describe, expect, test } from 'vitest'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import type { RequestId } from '#rooms/consent'
import { remindOfTerms } from '../../src/rooms/consent/terms/reminding.ts'
import { beginCast, bloesem, officer, prepared, send, take, trialMember, wilgendam, world } from '../consent-cast.ts'
import { writes } from '../letters.ts'
import { newFor } from '../messages.ts'
import { itIs, signedIn } from '../world.ts'

beforeAll(beginCast)

type Side = 'municipality' | 'applicant'

async function sent(name: string, taken = true): Promise<{ member: PersonId; id: RequestId; address: string }> {
  itIs(world, '2026-09-07')
  const member = await trialMember(name)
  const id = await prepared(member)
  await send(member, id)
  if (taken) await take(id)
  return { member, id, address: `/toestemmingen/${id}` }
}

const remind = (organisation: OrganisationId, who: Side) => asSystem(world.world, organisation, 'consent.tell', (tx, permit) => remindOfTerms(tx, permit, who))
const told = async (person: PersonId) => (await newFor(world, person)).filter((kind) => kind === 'termEnds').length
const read = async (person: PersonId, path: string) => (await (await signedIn(world, person)).get(path)).text()

describe('the terms of a request', () => {
  test('stand on its page for the member and the town: whose turn it is, the last day, and how that day was come to', async () => {
    const { member, address } = await sent('Tina')
    itIs(world, '2026-09-10')
    const own = await read(member, address)
    expect(own).toContain('De gemeente moet uiterlijk op 2 november 2026 beslissen')
    expect(own).toContain('Awb 4:13 lid 2')
    itIs(world, '2026-11-03')
    expect(await read(member, address)).toContain('Je kunt haar schrijven dat ze moet beslissen')
    const desk = await read(officer, address)
    expect(desk).toContain('de laatste dag was 2 november 2026')
    expect(desk, 'what one can do then is for the member').not.toContain('Je kunt haar schrijven')
  })

  test('after a refusal the member reads how long objecting is possible', async () => {
    const { member, address } = await sent('Tobias')
    itIs(world, '2026-10-05')
    const desk = await signedIn(world, officer)
    expect(
      (await writes(world, wilgendam, desk, `${address}/besluit`, { outcome: 'refused', on: '2026-10-05', reason: 'Het plan is nog niet rond.' })).status,
    ).toBe(303)
    const own = await read(member, address)
    expect(own).toContain('Maak dan bezwaar, uiterlijk op 16 november 2026')
    expect(own).toContain('Besluit verzonden')
  })
})

describe('a question that nobody answers', () => {
  test('stops the time through the day that was given; from the day after the town decides, or leaves it unprocessed', async () => {
    const { member, address } = await sent('Udo')
    const desk = await signedIn(world, officer)
    const lately = async (path: string) => (await desk.get(path)).text()
    const row = async () => (await lately('/klantmanager')).split('<tr').find((each) => each.includes('Udo')) ?? ''
    itIs(world, '2026-09-14')
    const over = await desk.post(`${address}/vraag`, { question: 'Waar staat de kraam?', answerBefore: '2026-09-14' })
    expect([over.status, (await over.text()).includes('Deze dag is al voorbij.')]).toEqual([422, true])
    expect((await writes(world, wilgendam, desk, `${address}/vraag`, { question: 'Waar staat de kraam?', answerBefore: '2026-09-28' })).status).toBe(303)
    const letter = await read(member, `${address}/brief`)
    expect(letter).toContain('en hoogstens tot en met 28 september 2026')
    const leave = { outcome: 'leftUnprocessed', reason: 'Er kwam geen antwoord op onze vraag.' }

    itIs(world, '2026-09-28')
    expect(await read(member, address)).toContain('De tijd staat stil tot het antwoord er is.')
    expect(await row()).toBe('')
    const early = await desk.post(`${address}/besluit`, { ...leave, on: '2026-09-28' })
    expect([early.status, (await early.text()).includes('Antwoorden kan nog tot en met 28 september 2026.')]).toEqual([422, true])
    expect(await lately(address)).not.toContain('uitkomst=leftUnprocessed')

    itIs(world, '2026-10-05')
    expect(await row()).toContain('geen antwoord gekregen')
    // 2 November and the fourteen days that stood still.
    expect(await row()).toContain('16 november 2026')
    const page = await lately(address)
    expect(page).toContain('uitkomst=leftUnprocessed')
    expect(page).toContain('<b>Niet behandelen</b> (de gemeente): tot en met 26 oktober 2026')
    expect((await writes(world, wilgendam, desk, `${address}/besluit`, { ...leave, on: '2026-10-05' })).status).toBe(303)
    itIs(world, '2026-11-30')
    expect(await lately(address)).toContain('op tijd (kon tot en met 16 november 2026)')
    itIs(world, '2026-09-07')
  })
})

describe('four, two and one week before a last day', () => {
  test('the own case manager is told, on that day and on no other', async () => {
    await sent('Ursula')
    const counts: number[] = []
    for (const on of ['2026-10-04', '2026-10-05', '2026-10-06', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-03']) {
      itIs(world, on)
      const before = await told(officer)
      await remind(wilgendam, 'municipality')
      counts.push((await told(officer)) > before ? 1 : 0)
    }
    expect(counts).toEqual([0, 1, 0, 1, 1, 0, 0])
  })

  test('the member is told of the own term alone: objecting to a refusal', async () => {
    const { member, address } = await sent('Viktor')
    itIs(world, '2026-10-05')
    const desk = await signedIn(world, officer)
    await writes(world, wilgendam, desk, `${address}/besluit`, { outcome: 'refused', on: '2026-10-05', reason: 'Het plan is nog niet rond.' })
    itIs(world, '2026-11-02')
    await remind(bloesem, 'applicant')
    expect(await told(member)).toBe(1)
    itIs(world, '2026-11-08')
    await remind(bloesem, 'applicant')
    expect(await told(member)).toBe(1)
    itIs(world, '2026-11-09')
    await remind(bloesem, 'applicant')
    expect(await told(member)).toBe(2)
  })
})
