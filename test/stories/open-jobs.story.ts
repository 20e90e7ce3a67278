import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { announceJob, chooseHands, joinJob, type OpenJobFacts, type OpenJobId } from '#rooms/invoicing'
import { newFor } from '../messages.ts'
import { asCoach, asMember, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
const members: MemberId[] = []
const member = (nr: number) => members[nr] as MemberId

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  for (const name of ['Ina Mulder', 'Jan Bakker', 'Kee Vos', 'Lot Dijk']) members.push(await newMember(place, name))
})

const told = async (whom: MemberId) => {
  await world.runJobs()
  return newFor(world, whom)
}
const facts = (more: Partial<OpenJobFacts> = {}): OpenJobFacts => ({
  title: 'Kraam op de najaarsmarkt',
  what: 'Opbouwen en verkopen',
  place: 'centrum',
  workOn: day('2026-10-20'),
  aboutNet: cents(60000),
  needed: 2,
  answerUntil: day('2026-10-12'),
  ...more,
})
const join = (id: OpenJobId, who: MemberId, at = place) => as(world, asMember(at, who), 'openJob.join', (tx, permit) => joinJob(tx, permit, id))

describe('a job too big for one', () => {
  let path = ''
  const id = () => path.split('/').at(-1) as OpenJobId

  test('a member announces it, warned to write nothing about the customer, and all others are told', async () => {
    itIs(world, '2026-10-05')
    const ina = await signedIn(world, member(0))
    expect(await (await ina.get('/klussen/nieuw')).text()).toContain('Schrijf geen naam, adres of telefoonnummer van de klant op.')
    const form = {
      title: 'Kraam op de najaarsmarkt',
      what: 'Opbouwen',
      place: 'centrum',
      workOn: '2026-10-20',
      aboutNet: '',
      needed: '2',
      answerUntil: '2026-10-12',
    }
    for (const [more, words] of [
      [{ workOn: '2026-10-04' }, 'Deze dag is al geweest.'],
      [{ answerUntil: '2026-10-04' }, 'De laatste dag om te antwoorden is al geweest.'],
      [{ answerUntil: '2026-10-21' }, 'De laatste dag om te antwoorden ligt na het werk.'],
    ] as const) {
      const refused = await ina.post('/klussen', { ...form, ...more })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain(words)
    }
    const sent = await ina.post('/klussen', form)
    expect(sent.status).toBe(303)
    path = sent.headers.get('location') ?? ''
    for (const nr of [1, 2, 3]) expect(await told(member(nr))).toEqual(['openJobAnnounced'])
    expect(await told(member(0))).toEqual([])
    const page = await (await (await signedIn(world, member(1))).get(path)).text()
    expect(page).toContain('Ik doe mee')
    expect(page).toContain('Atelier Ina')
    expect(page).not.toContain('Mulder')
  })

  test('members join once, may step back, and only whoever announced it chooses', async () => {
    const [ina, jan, kee] = [await signedIn(world, member(0)), await signedIn(world, member(1)), await signedIn(world, member(2))]
    await expect(join(id(), member(0))).rejects.toThrow('Dit is je eigen klus.')
    expect((await jan.post(`${path}/meedoen`, {})).status).toBe(303)
    expect(await (await jan.post(`${path}/meedoen`, {})).text()).toContain('Je zei al dat je meedoet.')
    expect((await kee.post(`${path}/meedoen`, {})).status).toBe(303)
    expect((await kee.post(`${path}/afmelding`, {})).status).toBe(303)
    expect(await (await kee.post(`${path}/afmelding`, {})).text()).toContain('Je deed nog niet mee.')
    await join(id(), member(2))
    await join(id(), member(3))
    expect((await told(member(0))).filter((kind) => kind === 'openJobJoined')).toHaveLength(4)
    expect((await jan.post(`${path}/keuze`, { hands: member(1) })).status).toBe(403)
    expect(await (await ina.post(`${path}/keuze`, {})).text()).toContain('Je hebt nog niemand gekozen.')
    expect(await (await ina.post(`${path}/keuze`, { hands: [member(1), member(2), member(3)] })).text()).toContain('Dit zijn er te veel.')
    expect((await ina.post(`${path}/keuze`, { hands: [member(1), member(2)] })).status).toBe(303)
    expect(await (await ina.post(`${path}/keuze`, { hands: member(3) })).text()).toContain('Deze klus is gesloten.')
    expect(await told(member(1))).toContain('openJobChosen')
    expect(await told(member(3))).toContain('openJobFull')
    expect(await (await (await signedIn(world, member(3))).get(path)).text()).toContain('Deze keer ben jij er niet bij.')
    await expect(join(id(), member(3))).rejects.toThrow('Deze klus is gesloten.')
  })

  test('one tap leads to the shared invoice with these members in equal shares, for nobody who has nothing to do with it', async () => {
    const ina = await signedIn(world, member(0))
    expect(await (await ina.get(path)).text()).toContain(`/facturen/nieuw?klus=${id()}`)
    const form = await (await ina.get(`/facturen/nieuw?klus=${id()}`)).text()
    expect(form).toContain('value="Kraam op de najaarsmarkt"')
    expect(form.match(/value="33,33%?"/g)).toHaveLength(2)
    for (const nr of [1, 2]) expect(form).toMatch(new RegExp(`<option value="${member(nr)}" selected`))
    expect(await (await (await signedIn(world, member(3))).get(`/facturen/nieuw?klus=${id()}`)).text()).not.toContain('Kraam op de najaarsmarkt')
  })

  test('after the last day nobody joins any more; withdrawn, who wanted to join is told', async () => {
    itIs(world, '2026-10-05')
    const job = await as(world, asMember(place, member(0)), 'openJob.announce', (tx, permit) => announceJob(tx, permit, facts()))
    itIs(world, '2026-10-12')
    await join(job, member(1))
    itIs(world, '2026-10-13')
    await expect(join(job, member(2))).rejects.toThrow('Deze klus is gesloten.')
    const ina = await signedIn(world, member(0))
    expect(await (await (await signedIn(world, member(2))).get(`/klussen/${job}`)).text()).toContain('Er wordt nu gekozen.')
    expect((await ina.post(`/klussen/${job}/intrekking`, {})).status).toBe(303)
    expect(await told(member(1))).toContain('openJobWithdrawn')
    expect(await (await ina.get('/klussen')).text()).toContain('gaat niet door')
  })
})

describe('who may not', () => {
  test('another cooperative neither sees nor joins it, and a coach announces for the own members', async () => {
    const other = await village(world, '2026-09-01')
    const stranger = await newMember(other, 'Cor Kuiper')
    itIs(world, '2026-10-05')
    const job = await as(world, asCoach(place), 'openJob.announce', (tx, permit) => announceJob(tx, permit, facts({ needed: 4 })))
    expect((await (await signedIn(world, stranger)).get(`/klussen/${job}`)).status).toBe(404)
    await expect(join(job, stranger, other)).rejects.toThrow('Deze klus is er niet.')
    await join(job, member(1))
    await join(job, member(2))
    await as(world, asCoach(place), 'openJob.close', (tx, permit) => chooseHands(tx, permit, job, [member(1), member(2)]))
    const coach = await signedIn(world, place.coach)
    const page = await (await coach.get(`/klussen/${job}`)).text()
    const asker = new RegExp(`/facturen/nieuw\\?klus=${job}&amp;lid=([0-9a-f-]+)`).exec(page)?.[1] ?? ''
    expect([member(1), member(2)]).toContain(asker)
    const form = await (await coach.get(`/facturen/nieuw?klus=${job}&lid=${asker}`)).text()
    expect(form.match(/value="50%?"/g)).toHaveLength(1)
  })

  test('who has no consent on the day of the work neither announces nor joins', async () => {
    const at = await village(world, '2026-09-01')
    const [one, two] = [await newMember(at, 'Ada', 'participatiewetOwn'), await newMember(at, 'Bo')]
    itIs(world, '2026-10-05')
    await expect(as(world, asMember(at, one), 'openJob.announce', (tx, permit) => announceJob(tx, permit, facts()))).rejects.toThrow('toestemming')
    const job = await as(world, asMember(at, two), 'openJob.announce', (tx, permit) => announceJob(tx, permit, facts()))
    await expect(join(job, one, at)).rejects.toThrow('toestemming')
  })
})
