import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { acceptMemberWork, korStanding, type MemberWorkFacts, type MemberWorkId, recordMemberWork, undoMemberWork } from '#rooms/invoicing'
import { seal, trialBalance, verify } from '#rooms/ledger'
import { changeBenefit } from '#rooms/members'
import { closeMonth, settlementOf, yearFigures } from '#rooms/settlement'
import { newFor } from '../messages.ts'
import { signedAgreement, template } from '../trade.ts'
import { asMember, asTreasurer, newMember, type Village, village, withConsent } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
let [ina, jan, kee]: MemberId[] = []
const whose = (member: MemberId | undefined) => member as MemberId

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  ;[ina, jan, kee] = [await newMember(place, 'Ina Mulder'), await newMember(place, 'Jan Mulder'), await newMember(place, 'Kee Vos')]
  await signedAgreement(place, [ina, kee], template('resultaat-60-15-25'), '2026-10-01')
  await signedAgreement(place, [jan], template('resultaat-50-20-20-10'), '2026-10-01')
})

const told = async (member: MemberId) => {
  await world.runJobs()
  return newFor(world, member)
}
const facts = (more: Partial<MemberWorkFacts> = {}): MemberWorkFacts => ({
  worker: whose(ina),
  receiver: whose(jan),
  performedOn: day('2026-10-05'),
  what: 'Tafelkleden ingekort',
  net: cents(12000),
  ...more,
})
const record = (more: Partial<MemberWorkFacts> = {}, at = place) => {
  const work = facts(more)
  return as(world, asMember(at, work.worker), 'memberWork.record', (tx, permit) => recordMemberWork(tx, permit, work))
}
const accept = (id: MemberWorkId, by: MemberId, at = place) =>
  as(world, asMember(at, by), 'memberWork.answer', (tx, permit) => acceptMemberWork(tx, permit, id))
const undo = (id: MemberWorkId, at = place) =>
  as(world, asTreasurer(at), 'memberWork.undo', (tx, permit) => undoMemberWork(tx, permit, id, 'Dubbel opgeschreven'))
const balances = async (code: string, at = place) => {
  const rows = await as(world, asTreasurer(at), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2027-12-31')))
  return new Map(rows.filter((row) => row.code === code && row.balance !== 0n).map((row) => [row.member, row.balance]))
}
const monthOf = async (of: string, member: MemberId, at = place) => {
  const { splits } = await as(world, asTreasurer(at), 'month.see', (tx, permit) => settlementOf(tx, permit, month(of)))
  const own = splits.filter((split) => split.facts.member === member)
  return {
    turnover: own.map((split) => split.shares.turnover),
    costs: own.map((split) => split.facts.costs),
    reversals: own.flatMap((split) => split.reversals),
  }
}

describe('work for another member', () => {
  let path = ''

  test('a member writes it down without VAT, and only the other is asked', async () => {
    itIs(world, '2026-10-05')
    const [worker, receiver, outsider] = [await signedIn(world, whose(ina)), await signedIn(world, whose(jan)), await signedIn(world, whose(kee))]
    const page = await (await worker.get('/onderling/nieuw')).text()
    for (const words of ['Er komt geen btw bij', 'Laat de boekhouder het één keer nakijken', 'Jan Mulder']) expect(page).toContain(words)
    const form = { receiver: whose(jan), what: 'Tafelkleden ingekort', net: '120', performedOn: '2026-10-05' }
    for (const [more, words] of [
      [{ receiver: whose(ina) }, 'Je kunt niet voor jezelf werken.'],
      [{ receiver: '' }, 'Dit is geen lid van deze coöperatie.'],
      [{ performedOn: '2026-10-06' }, 'Deze dag moet nog komen.'],
      [{ net: '0' }, 'Vul een bedrag in dat hoger is dan nul.'],
    ] as const) {
      const refused = await worker.post('/onderling', { ...form, ...more })
      expect(refused.status).toBe(422)
      const text = await refused.text()
      expect(text).toContain(words)
      expect(text).toContain('Tafelkleden ingekort')
    }
    const sent = await worker.post('/onderling', form)
    expect(sent.status).toBe(303)
    path = sent.headers.get('location') ?? ''
    expect(await (await receiver.get('/mijn')).text()).toContain('Klopt dit werk van een ander lid?')
    expect(await told(whose(jan))).toContain('memberWorkAsked')
    const asked = await (await receiver.get(path)).text()
    for (const words of ['Ina Mulder', '€\u00a0120,00', 'Ja, dit klopt', 'Nee, dit klopt niet']) expect(asked).toContain(words)
    expect(await (await worker.get(path)).text()).not.toContain('Ja, dit klopt')
    expect((await outsider.get(path)).status).toBe(404)
    expect((await worker.post(`${path}/akkoord`, {})).status).toBe(403)
    expect((await receiver.post(`${path}/intrekking`, {})).status).toBe(403)
    expect(await balances('turnover')).toEqual(new Map())
  })

  test('accepted it is turnover of the one and costs of the other, through each own agreement, and nothing else moves', async () => {
    itIs(world, '2026-11-02')
    const receiver = await signedIn(world, whose(jan))
    expect((await receiver.post(`${path}/akkoord`, {})).status).toBe(303)
    expect(await (await receiver.post(`${path}/akkoord`, {})).text()).toContain('Hier is al een antwoord op.')
    expect(await balances('turnover')).toEqual(new Map([[ina, -12000n]]))
    expect(await balances('costs')).toEqual(new Map([[jan, 12000n]]))
    for (const code of ['bank', 'debtors', 'creditors', 'clearing', 'vatPayable', 'vatReclaimable']) expect(await balances(code)).toEqual(new Map())
    expect((await monthOf('2026-10', whose(ina))).turnover).toEqual([])
    expect((await monthOf('2026-11', whose(ina))).turnover).toEqual([12000n])
    expect((await monthOf('2026-11', whose(jan))).costs).toEqual([{ memberWork: 12000n }])
    expect(await told(whose(ina))).toContain('memberWorkAnswered')
    const worker = await signedIn(world, whose(ina))
    const river = await (await worker.get('/geld/2026-11')).text()
    for (const words of ['Werk voor een ander lid (LID-2026-0001)', 'Hierin zit €\u00a0120,00 voor werk voor een ander lid.']) expect(river).toContain(words)
    for (const path of ['/geld', '/geld/2026-11']) {
      const shown = await (await worker.get(path)).text()
      expect([path, shown.includes('Het werk bracht €\u00a0120,00 op.'), shown.includes('Klanten betaalden')]).toEqual([path, true, false])
    }
    expect(await (await receiver.get('/geld/2026-11')).text()).toContain('werk van een ander lid')
  })

  test('the month closes with it, and a year of figures does not call it turnover from customers', async () => {
    itIs(world, '2026-12-01')
    for (const of of ['2026-10', '2026-11']) await as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
    const river = await (await (await signedIn(world, whose(ina))).get('/geld/2026-11')).text()
    for (const words of ['Staat vast', 'Werk voor een ander lid (LID-2026-0001)']) expect(river).toContain(words)
    const figures = await as(world, asTreasurer(place), 'month.see', (tx, permit) => yearFigures(tx, permit, 2026))
    expect([...figures.turnover.values()].every((each) => each === 0n)).toBe(true)
  })

  test('undone after the month was divided, the shares go back and the books get a mirror', async () => {
    itIs(world, '2026-12-03')
    const treasurer = await signedIn(world, place.treasurer)
    expect(await (await treasurer.post(`${path}/tegenboeking`, { reason: '' })).text()).toContain('Waarom draai je het terug?')
    expect((await treasurer.post(`${path}/tegenboeking`, { reason: 'De helft was van een ander' })).status).toBe(303)
    expect(await (await treasurer.post(`${path}/tegenboeking`, { reason: 'Nog eens' })).text()).toContain('Dit werk is niet geboekt, of al teruggedraaid.')
    const back = await monthOf('2026-12', whose(ina))
    expect(back.reversals.map((each) => each.divided.left.net)).toEqual([12000n])
    expect((await monthOf('2026-12', whose(jan))).costs).toEqual([{ memberWork: -12000n }])
    expect(await balances('turnover')).toEqual(new Map())
    expect(await balances('costs')).toEqual(new Map())
    const worker = await signedIn(world, whose(ina))
    expect(await (await worker.get(path)).text()).toContain('De helft was van een ander')
    expect(await (await worker.get('/geld/2026-12')).text()).toContain('werk voor een ander lid (LID-2026-0001) van november 2026')
    for (const member of [ina, jan]) expect(await told(whose(member))).toContain('memberWorkUndone')
    await as(world, asTreasurer(place), 'ledger.verify', seal)
    expect((await as(world, asTreasurer(place), 'ledger.verify', verify)).faults).toEqual([])
    itIs(world, '2027-01-02')
    await as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, month('2026-12')))
  })
})

describe('work that does not count', () => {
  test('declined with a reason, or withdrawn before the answer, books nothing and is answered once', async () => {
    const at = await village(world, '2026-09-01')
    const [one, two] = [await newMember(at, 'Ada'), await newMember(at, 'Bo')]
    itIs(world, '2026-10-05')
    const [worker, receiver] = [await signedIn(world, one), await signedIn(world, two)]
    const first = `/onderling/${await record({ worker: one, receiver: two }, at)}`
    expect((await receiver.post(`${first}/bezwaar`, { reason: 'Het waren er zes.' })).status).toBe(303)
    expect(await (await worker.get(first)).text()).toContain('Het waren er zes.')
    expect(await (await receiver.post(`${first}/akkoord`, {})).text()).toContain('Hier is al een antwoord op.')
    const second = `/onderling/${await record({ worker: one, receiver: two }, at)}`
    expect((await worker.post(`${second}/intrekking`, {})).status).toBe(303)
    expect(await (await receiver.post(`${second}/akkoord`, {})).text()).toContain('Hier is al een antwoord op.')
    const treasurer = await signedIn(world, at.treasurer)
    expect(await (await treasurer.post(`${second}/tegenboeking`, { reason: 'Weg' })).text()).toContain('Dit werk is niet geboekt')
    expect(await balances('turnover', at)).toEqual(new Map())
    const list = await (await receiver.get('/onderling')).text()
    for (const words of ['niet akkoord', 'ingetrokken', 'door Ada']) expect(list).toContain(words)
  })

  test('a member of another cooperative can neither receive it nor see it', async () => {
    const [at, other] = [await village(world, '2026-09-01'), await village(world, '2026-09-01')]
    const [one, two, stranger] = [await newMember(at, 'Ada'), await newMember(at, 'Bo'), await newMember(other, 'Cor')]
    itIs(world, '2026-10-05')
    await expect(record({ worker: one, receiver: stranger }, at)).rejects.toThrow('Dit is geen lid van deze coöperatie.')
    const id = await record({ worker: one, receiver: two }, at)
    await expect(accept(id, stranger, other)).rejects.toThrow('Dit werk is er niet.')
    expect((await (await signedIn(world, stranger)).get(`/onderling/${id}`)).status).toBe(404)
    expect((await (await signedIn(world, other.treasurer)).get(`/onderling/${id}`)).status).toBe(404)
  })

  test('without consent on the day of the work nobody writes it down; consent that ended since stops the answer, and the other is not told why', async () => {
    const at = await village(world, '2026-09-01')
    const [one, two] = [await newMember(at, 'Ada', 'participatiewetOwn'), await newMember(at, 'Bo')]
    itIs(world, '2026-10-05')
    const work = { worker: one, receiver: two }
    await expect(record(work, at)).rejects.toThrow('toestemming')
    await expect(as(world, asTreasurer(at), 'memberWork.record', (tx, permit) => recordMemberWork(tx, permit, facts(work)))).rejects.toThrow('toestemming')
    await withConsent(at, one, '2026-10-04')
    await expect(record({ ...work, performedOn: day('2026-10-03') }, at)).rejects.toThrow(/toestemming|besloten/)
    const kept = await record({ ...work, performedOn: day('2026-10-04') }, at)
    await accept(kept, two, at)
    const other = await record(work, at)
    await as(world, { ...asTreasurer(at), person: at.coach, role: 'coach' as const }, 'benefit.change', (tx, permit) =>
      changeBenefit(tx, permit, one, { source: 'unknown', from: day('2026-10-05'), municipality: null }),
    )
    const receiver = await signedIn(world, two)
    const text = await (await receiver.post(`/onderling/${other}/akkoord`, {})).text()
    expect(text).toContain('Dit werk kan nu niet worden geboekt.')
    for (const word of ['toestemming', 'uitkering']) expect(text).not.toContain(word)
  })

  test('what the treasurer writes down for a member tells both, in a closed month nothing is booked, and the numbers have no gap', async () => {
    const at = await village(world, '2026-09-01')
    const [one, two] = [await newMember(at, 'Ada'), await newMember(at, 'Bo')]
    await signedAgreement(at, [one, two], template('resultaat-60-15-25'), '2026-10-01')
    itIs(world, '2026-10-05')
    const treasurer = await signedIn(world, at.treasurer)
    const sent = await treasurer.post('/onderling', { member: one, receiver: two, what: 'Gordijnen', net: '0,01', performedOn: '2026-10-05' })
    const path = sent.headers.get('location') ?? ''
    expect(await told(one)).toContain('memberWorkRecorded')
    expect(await told(two)).toContain('memberWorkAsked')
    const id = path.split('/').at(-1) as MemberWorkId
    const next = await record({ worker: two, receiver: one, performedOn: day('2026-10-05') }, at)
    await accept(id, two, at)
    itIs(world, '2026-11-01')
    await as(world, asTreasurer(at), 'month.close', (tx, permit) => closeMonth(tx, permit, month('2026-10')))
    itIs(world, '2026-10-31')
    await expect(accept(next, one, at)).rejects.toThrow('afgesloten')
    await expect(undo(id, at)).rejects.toThrow('afgesloten')
    itIs(world, '2026-11-02')
    await accept(next, one, at)
    expect(await (await treasurer.get(`/onderling/${next}`)).text()).toContain('LID-2026-0002')
    await undo(next, at)
    expect((await monthOf('2026-11', two, at)).turnover).toEqual([])
  })

  test('under the small business scheme it does not count for the limit', async () => {
    const at = await village(world, '2026-09-01', { korSince: day('2026-01-01') })
    const [one, two] = [await newMember(at, 'Ada'), await newMember(at, 'Bo')]
    itIs(world, '2026-10-05')
    const id = await record({ worker: one, receiver: two, net: cents(2_000_000) }, at)
    await accept(id, two, at)
    expect(await balances('turnover', at)).toEqual(new Map([[one, -2_000_000n]]))
    expect(await as(world, asTreasurer(at), 'invoice.read', (tx, permit) => korStanding(tx, permit))).toMatchObject({ sold: 0n, level: 'quiet' })
  })

  test('for a day for which nothing was agreed it is set aside, and the month closes', async () => {
    const at = await village(world, '2026-09-01')
    const [one, two] = [await newMember(at, 'Ada'), await newMember(at, 'Bo')]
    await signedAgreement(at, [one, two], template('resultaat-60-15-25'), '2026-10-01')
    itIs(world, '2026-10-05')
    const id = await record({ worker: one, receiver: two, performedOn: day('2026-09-30') }, at)
    await accept(id, two, at)
    itIs(world, '2026-11-01')
    await as(world, asTreasurer(at), 'month.close', (tx, permit) => closeMonth(tx, permit, month('2026-10')))
    const { aside } = await as(world, asTreasurer(at), 'month.see', (tx, permit) => settlementOf(tx, permit, month('2026-11')))
    expect(aside.map(({ number, inside }) => [number, inside])).toEqual([['LID-2026-0001', true]])
  })
})
