import { beforeAll, describe, expect, test } from 'vitest'
import { type Day, day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { asSystem, type MemberId, type OrganisationId, type PersonId } from '#rooms/access'
import {
  type Article,
  agreementOn,
  type Bound,
  boundsOfAll,
  changeDraft,
  cooperationAgreement,
  type DraftFacts,
  draftAgreement,
  giveNotice,
  membersOutside,
  proposeAgreement,
  proposeCooperation,
  proposeToMore,
  signAgreement,
  signCooperation,
  signForCooperative,
  splitRulesOfAll,
  splitRulesOn,
  TEMPLATES,
  type VersionId,
  verifyAgreements,
  versionById,
} from '#rooms/agreements'
import { admitToTrial, beginFile, changeBenefit } from '#rooms/members'
import { as, found, itIs, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let bloesem: OrganisationId
let wilgendam: OrganisationId
let elders: OrganisationId
let board: PersonId
let coach: PersonId
let adviser: PersonId
let stranger: PersonId
let ans: MemberId
let bilal: MemberId

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-01-05')
  bloesem = await found(world, 'cooperative', 'De Bloesem')
  wilgendam = await found(world, 'municipality', 'Gemeente Wilgendam')
  elders = await found(world, 'cooperative', 'De Andere')
  board = await somebody(world, bloesem, 'board', 'Joke')
  coach = await somebody(world, bloesem, 'coach', 'Samira')
  adviser = await somebody(world, wilgendam, 'policyAdviser', 'Fred')
  stranger = await somebody(world, elders, 'board', 'Piet')
  ans = await member('Ans')
  bilal = await member('Bilal')
})

const asBoard = () => ({ person: board, organisation: bloesem, role: 'board' as const })
const asCoach = () => ({ person: coach, organisation: bloesem, role: 'coach' as const })
const asMember = (person: PersonId) => ({ person, organisation: bloesem, role: 'member' as const })
const asAdviser = () => ({ person: adviser, organisation: wilgendam, role: 'policyAdviser' as const })
const asStranger = () => ({ person: stranger, organisation: elders, role: 'board' as const })

describe('a version of the member agreement', () => {
  let first: VersionId

  test('divides nobody’s money before both sides signed the same text', async () => {
    first = await propose({ articles: template('resultaat-60-15-25'), from: day('2026-02-01') }, [ans, bilal])
    await expect(rulesOf(ans, '2026-02-10')).rejects.toMatchObject({ sentence: { what: 'Voor 10 februari 2026 is er geen getekende afspraak.' } })
    await sign(ans, first)
    await expect(rulesOf(ans, '2026-02-10')).rejects.toThrow('geen getekende afspraak')
    await signAsBoard(first)
    expect((await rulesOf(ans, '2026-02-10')).steps).toHaveLength(1)
    await expect(rulesOf(ans, '2026-01-31')).rejects.toThrow('geen getekende afspraak')
    await expect(rulesOf(bilal, '2026-02-10')).rejects.toThrow('geen getekende afspraak')
  })
  test('is signed once per party, by whom it was put to, and only as it was shown', async () => {
    await expect(sign(ans, first)).rejects.toThrow('al voor getekend')
    await expect(as(world, asMember(bilal), 'agreement.sign', (tx, permit) => signAgreement(tx, permit, first, 'another', 'demo'))).rejects.toThrow(
      'andere dan die je zag',
    )
    const outsider = await member('Chris')
    await expect(sign(outsider, first)).rejects.toMatchObject({ kind: 'missing' })
    await expect(as(world, asMember(ans), 'agreement.signFor' as never, async () => null)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(as(world, asStranger(), 'agreement.signFor', (tx, permit) => signForCooperative(tx, permit, first, 'x', 'demo'))).rejects.toMatchObject({
      kind: 'missing',
    })
  })
  test('the first one, signed late, binds from the day in its text: nothing else was agreed for that time', async () => {
    itIs(world, '2026-03-20')
    await sign(bilal, first)
    await expect(rulesOf(bilal, '2026-01-31')).rejects.toThrow('geen getekende afspraak')
    expect((await agreement(bilal, '2026-02-01')).number).toBe(1)
    itIs(world, '2026-01-05')
  })
  test('stands once proposed, in the program and in the database', async () => {
    const facts: DraftFacts = { title: 'x', articles: template('dertig-procent'), from: day('2026-02-01'), until: null }
    await expect(as(world, asBoard(), 'agreement.draft', (tx, permit) => changeDraft(tx, permit, first, facts))).rejects.toThrow('staat vast')
    const unit = { role: 'opbloei_app', organisation: bloesem, person: null } as const
    const rename = world.world.database.unit(unit, (tx) => tx.updateTable('agreements.version').set({ title: 'x' }).where('id', '=', first).execute())
    await expect(rename).rejects.toThrow('never changed')
    await expect(world.world.database.unit(unit, (tx) => tx.deleteFrom('agreements.signature').execute())).rejects.toThrow('permission denied')
  })
  test('cannot be proposed while its rules do not divide everything, nor for a month that passed', async () => {
    const broken = template('resultaat-60-15-25').map((article) => (article.kind === 'weights' ? { ...article, shares: article.shares.slice(0, 2) } : article))
    await expect(propose({ articles: broken, from: day('2026-02-01') }, [ans])).rejects.toThrow('Nu blijft er 25% liggen')
    await expect(propose({ articles: template('dertig-procent'), from: day('2025-12-01') }, [ans])).rejects.toThrow('maand die voorbij is')
    await expect(propose({ articles: template('dertig-procent'), from: day('2026-02-02') }, [ans])).rejects.toThrow('eerste dag van een maand')
  })

  test('a new version never applies to a member who has not signed it (BW2 art. 59; example 21)', async () => {
    itIs(world, '2026-04-10')
    const second = await propose({ articles: weights(6_000n, 1_000n, 3_000n), from: day('2026-05-01') }, [ans, bilal])
    await signAsBoard(second)
    await sign(ans, second)
    expect([(await agreement(ans, '2026-04-30')).number, (await agreement(ans, '2026-05-01')).number]).toEqual([1, await numberOf(second)])
    expect((await agreement(bilal, '2026-12-31')).number).toBe(1)
    const all = await asSystem(world.world, bloesem, 'agreement.read', (tx, permit) => splitRulesOfAll(tx, permit, day('2026-06-15')))
    expect([...all.values()].map((found) => [found.member, found.version]).sort()).toEqual(
      [
        [ans, second],
        [bilal, first],
      ].sort(),
    )
  })
  test('may change without a signature only what the agreement reserved, after written notice and its term', async () => {
    itIs(world, '2026-05-11')
    const reserving = await propose({ articles: weights(6_000n, 1_500n, 2_500n, ['weights']), from: day('2026-05-01') }, [bilal])
    await signAsBoard(reserving)
    const notify = (version: VersionId) =>
      as(world, asBoard(), 'agreement.notify', (tx, permit) => giveNotice(tx, permit, version, { members: [bilal], channel: 'letter', on: permit.today }))
    await expect(notify(reserving)).rejects.toThrow('meer dan de ledenvergadering zelf mag veranderen')
    await sign(bilal, reserving)
    const raised = await propose({ articles: weights(5_500n, 1_500n, 3_000n, ['weights']), from: day('2026-06-01') }, [])
    await expect(notify(raised)).rejects.toThrow('nog niet getekend')
    await signAsBoard(raised)
    await notify(raised)
    expect((await agreement(bilal, '2026-06-30')).version).toBe(reserving)
    expect((await agreement(bilal, '2026-07-01')).version).toBe(raised)
    const other = await propose({ articles: template('thermometer'), from: day('2026-06-01') }, [])
    await signAsBoard(other)
    await expect(notify(other)).rejects.toThrow('meer dan de ledenvergadering')
  })
})

describe('the proof', () => {
  test('holds, and a text or an article that somebody changed behind the program is found', async () => {
    const proof = () => asSystem(world.world, bloesem, 'ledger.verify', verifyAgreements)
    expect(await proof()).toEqual([])
    const client = await world.world.database.pool.connect()
    await client.query('alter table agreements.version disable trigger text_stands')
    const change = (from: string, to: string) =>
      client.query('update agreements.version set articles = replace(articles::text, $2, $3)::jsonb where tenant = $1 and number = 1', [bloesem, from, to])
    await change('"weight": 6000', '"weight": 6001')
    client.release()
    expect(await proof()).toEqual(['agreement 1: the articles do not say what the text says'])
    const again = await world.world.database.pool.connect()
    await again.query("update agreements.version set articles = replace(articles::text, '6001', '6000')::jsonb where tenant = $1 and number = 1", [bloesem])
    await again.query('alter table agreements.version enable trigger text_stands')
    again.release()
    expect(await proof()).toEqual([])
  })
})

describe('the agreement with a municipality', () => {
  const tenPercent: readonly Bound[] = [
    { kind: 'atLeast', receiver: 'municipality', base: 'result', share: 1_000n, threshold: { kind: 'excess', over: cents(20_000) } },
  ]
  test('counts once both signed, and lists members outside it without changing their agreement', async () => {
    itIs(world, '2026-06-10')
    const id = await as(world, asBoard(), 'cooperationAgreement.propose', (tx, permit) =>
      proposeCooperation(tx, permit, { municipality: wilgendam, bounds: tenPercent, from: day('2026-07-01'), until: null }),
    )
    const hash = await as(world, asAdviser(), 'cooperationAgreement.read', async (tx, permit) => {
      const read = await cooperationAgreement(tx, permit, id)
      expect(read.text).toContain('Artikel 1. Naar de gemeente gaat minstens 10% van het resultaat per maand, gerekend over het deel boven')
      return read.hash
    })
    await as(world, asBoard(), 'cooperationAgreement.sign', (tx, permit) => signCooperation(tx, permit, id, hash, 'demo'))
    expect((await bounds('2026-07-01')).size).toBe(0)
    await as(world, asAdviser(), 'cooperationAgreement.sign', (tx, permit) => signCooperation(tx, permit, id, hash, 'demo'))
    await expect(as(world, asAdviser(), 'cooperationAgreement.sign', (tx, permit) => signCooperation(tx, permit, id, hash, 'demo'))).rejects.toThrow(
      'al voor getekend',
    )
    expect([(await bounds('2026-06-30')).size, (await bounds('2026-07-01')).size]).toEqual([0, 1])
    await expect(as(world, asStranger(), 'cooperationAgreement.sign', (tx, permit) => signCooperation(tx, permit, id, hash, 'demo'))).rejects.toMatchObject({
      kind: 'missing',
    })
    const before = await agreement(ans, '2026-08-01')
    const outside = await as(world, asBoard(), 'cooperationAgreement.read', (tx, permit) =>
      membersOutside(tx, permit, { municipality: wilgendam, bounds: tenPercent }),
    )
    expect(outside.map((found) => found.member).sort()).toEqual([ans, bilal].sort())
    expect(outside[0]?.problem.sentence).toContain('Afgesproken is minstens')
    expect((await agreement(ans, '2026-08-01')).version).toBe(before.version)
  })
  test('stops the proposal of a member agreement outside its bounds, and its signing', async () => {
    itIs(world, '2026-07-02')
    await expect(propose({ articles: template('resultaat-60-15-25'), from: day('2026-08-01') }, [ans])).rejects.toThrow(
      'Dit past niet bij de afspraak met Gemeente Wilgendam',
    )
    const inside = await propose({ articles: template('resultaat-50-20-20-10'), from: day('2026-08-01') }, [ans])
    await signAsBoard(inside)
    await sign(ans, inside)
    expect((await agreement(ans, '2026-08-01')).version).toBe(inside)
    const free = await member('Dora', null)
    const outside = await propose({ articles: template('dertig-procent'), from: day('2026-08-01') }, [free])
    await signAsBoard(outside)
    await sign(free, outside)
    expect((await agreement(free, '2026-08-01')).version).toBe(outside)
    await expect(as(world, asBoard(), 'agreement.propose', (tx, permit) => proposeToMore(tx, permit, outside, [ans]))).rejects.toThrow('Dit past niet')
  })
})

async function member(name: string, municipality: OrganisationId | null = wilgendam): Promise<MemberId> {
  const person = { firstName: name, name, email: null, phone: null, street: null, postCode: null, city: null, language: 'nl' as const }
  const id = await as(world, asCoach(), 'application.take', (tx, permit) => beginFile(tx, permit, { ...person, stage: 'applied', on: permit.today, coach }))
  await as(world, asCoach(), 'member.trial', (tx, permit) => admitToTrial(tx, permit, id, permit.today, day('2026-12-31')))
  if (municipality)
    await as(world, asCoach(), 'benefit.change', (tx, permit) =>
      changeBenefit(tx, permit, id, { source: 'participatiewetOwn', municipality, from: day('2026-01-01') }),
    )
  return id
}

async function propose(draft: { articles: readonly Article[]; from: Day }, members: readonly MemberId[]): Promise<VersionId> {
  const id = await as(world, asBoard(), 'agreement.draft', (tx, permit) => draftAgreement(tx, permit, { title: 'Ledenovereenkomst', until: null, ...draft }))
  await as(world, asBoard(), 'agreement.propose', (tx, permit) => proposeAgreement(tx, permit, id, members))
  return id
}

function sign(person: MemberId, version: VersionId): Promise<void> {
  return as(world, asMember(person), 'agreement.sign', async (tx, permit) =>
    signAgreement(tx, permit, version, (await versionById(tx, permit, version))?.hash ?? '', 'demo'),
  )
}

function signAsBoard(version: VersionId): Promise<void> {
  return as(world, asBoard(), 'agreement.signFor', async (tx, permit) =>
    signForCooperative(tx, permit, version, (await versionById(tx, permit, version))?.hash ?? '', 'demo'),
  )
}

function rulesOf(person: MemberId, on: string) {
  return as(world, asBoard(), 'agreement.read', (tx, permit) => splitRulesOn(tx, permit, person, day(on)))
}

function agreement(person: MemberId, on: string) {
  return as(world, asBoard(), 'agreement.read', (tx, permit) => agreementOn(tx, permit, person, day(on)))
}

function bounds(on: string) {
  return as(world, asBoard(), 'agreement.read', (tx, permit) => boundsOfAll(tx, permit, day(on)))
}

async function numberOf(version: VersionId): Promise<number> {
  return as(world, asBoard(), 'agreement.read', async (tx, permit) => (await versionById(tx, permit, version))?.number ?? 0)
}

function template(code: string): readonly Article[] {
  return TEMPLATES.find((one) => one.code === code)?.articles ?? []
}

function weights(business: bigint, development: bigint, cooperative: bigint, reserved: readonly 'weights'[] = []): readonly Article[] {
  return template('resultaat-60-15-25').map((article): Article => {
    if (article.kind === 'change') return { ...article, reserved, noticeDays: 30 }
    if (article.kind !== 'weights') return article
    return {
      ...article,
      shares: [
        { receiver: 'business', weight: business },
        { receiver: 'development', weight: development },
        { receiver: 'cooperative', weight: cooperative },
      ],
    }
  })
}
