import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents, euro } from '#kit/money.ts'
import type { PersonId } from '#rooms/access'
import {
  acceptCosts,
  type ConditionForm,
  changeCondition,
  conditionLibrary,
  correctDecision,
  decide,
  endCondition,
  type RequestId,
  requestFile,
  type WatchForm,
  writeCondition,
} from '#rooms/consent'
import {
  asMember,
  asOfficer,
  asStranger,
  beginCast,
  coach,
  conditions,
  elders,
  officer,
  prepared,
  send,
  take,
  trialMember,
  wilgendam,
  world,
} from '../consent-cast.ts'
import { writes } from '../letters.ts'
import { as, itIs, signedIn, somebody } from '../world.ts'

let adviser: PersonId
let otherAdviser: PersonId
let member: PersonId
let request: RequestId
let turnover: string
let talk: string

const asAdviser = () => ({ person: adviser, organisation: wilgendam, role: 'policyAdviser' as const })
const form = (more: Partial<ConditionForm>): ConditionForm => ({
  kind: 'words',
  words: 'U praat elke drie maanden met ons.',
  hours: null,
  amount: null,
  per: null,
  costKinds: [],
  payOut: null,
  rhythm: null,
  until: null,
  warn: null,
  ...more,
})
const CEILING = form({ kind: 'turnover', words: 'Uw omzet is hoogstens {bedrag} per maand.', amount: cents(50_000), per: 'month' })
const list = () => as(world, asAdviser(), 'condition.read', conditionLibrary)

beforeAll(async () => {
  await beginCast()
  adviser = await somebody(world, wilgendam, 'policyAdviser', 'Tom')
  otherAdviser = await somebody(world, elders, 'policyAdviser', 'Ruud')
  itIs(world, '2026-11-02')
  member = await trialMember('Joost')
  request = await prepared(member)
  await send(member, request)
  await take(request)
})

describe('the list of a municipality', () => {
  test('is written by the policy adviser and read by the case managers of the same town', async () => {
    turnover = await as(world, asAdviser(), 'condition.keep', (tx, permit) => writeCondition(tx, permit, CEILING))
    talk = await as(world, asAdviser(), 'condition.keep', (tx, permit) => writeCondition(tx, permit, form({})))
    const seen = await as(world, asOfficer(), 'condition.read', conditionLibrary)
    expect(seen.conditions.map(({ id }) => id)).toEqual(expect.arrayContaining([turnover, talk]))
    await expect(as(world, asOfficer(), 'condition.keep', (tx, permit) => endCondition(tx, permit, talk))).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('of another town is not there, nor by a query that forgets the town', async () => {
    const other = await as(world, asStranger(), 'condition.read', async (tx, permit) => ({
      list: (await conditionLibrary(tx, permit)).conditions,
      raw: await tx.selectFrom('consent.library_condition').selectAll().execute(),
    }))
    expect(other).toEqual({ list: [], raw: [] })
    const atOther = { person: otherAdviser, organisation: elders, role: 'policyAdviser' as const }
    await expect(as(world, atOther, 'condition.keep', (tx, permit) => changeCondition(tx, permit, turnover, CEILING))).rejects.toMatchObject({
      kind: 'missing',
    })
  })

  test('gets a new version with a change, and none where nothing changed', async () => {
    const change = (more: Partial<WatchForm>) =>
      as(world, asAdviser(), 'condition.keep', (tx, permit) => changeCondition(tx, permit, turnover, { ...CEILING, ...more }))
    await expect(change({})).rejects.toThrow('niets veranderd')
    await change({ amount: cents(60_000) })
    expect((await list()).conditions.find(({ id }) => id === turnover)).toMatchObject({ version: 2, watch: { most: 60_000n } })
  })

  test('takes accepted costs from today on and never of before', async () => {
    const accept = (from: string) => as(world, asAdviser(), 'condition.keep', (tx, permit) => acceptCosts(tx, permit, day(from), ['material', 'tools']))
    await expect(accept('2026-11-01')).rejects.toThrow('al geweest')
    await accept('2026-11-02')
    expect((await list()).accepted).toEqual([{ from: '2026-11-02', kinds: ['material', 'tools'] }])
  })
})

describe('a decision with conditions from the list', () => {
  test('offers the list and flags costs that the town does not accept', async () => {
    const desk = await signedIn(world, officer)
    const page = await (await desk.get(`/toestemmingen/${request}/besluit`)).text()
    expect(page).toContain(`Uw omzet is hoogstens ${euro(cents(60_000))} per maand.`)
    expect(page).toContain('Niet op de lijst van je gemeente')
  })

  test('is sent back with everything typed where an amount cannot be read', async () => {
    const page = await decideBy({ chosen: [turnover, talk], adjusted: ['veel', ''] })
    expect(page.status).toBe(422)
    const text = await page.text()
    expect(text).toContain('‘veel’ kunnen we niet lezen')
    expect(text).toContain('value="veel"')
  })

  test('is refused with a condition of another list', async () => {
    const page = await decideBy({ chosen: ['01900000-0000-7000-8000-000000000000'], adjusted: ['', ''] })
    expect(await page.text()).toContain('staat niet meer in de lijst')
  })

  test('keeps what was laid down in this case, in the letter and for member and coach', async () => {
    expect((await decideBy({ chosen: [turnover, talk], adjusted: ['450', ''] })).status).toBe(303)
    const joost = await signedIn(world, member)
    const letter = await (await joost.get(`/toestemmingen/${request}/brief`)).text()
    expect(letter).toContain(`Uw omzet is hoogstens ${euro(cents(45_000))} per maand.`)
    expect(letter).toContain('U praat elke drie maanden met ons.')
    for (const reader of [joost, await signedIn(world, coach)])
      expect(await (await reader.get(`/toestemmingen/${request}`)).text()).toContain(euro(cents(45_000)))
  })

  test('stays what it was when the list changes or ends', async () => {
    await as(world, asAdviser(), 'condition.keep', (tx, permit) => endCondition(tx, permit, turnover))
    await expect(as(world, asAdviser(), 'condition.keep', (tx, permit) => endCondition(tx, permit, turnover))).rejects.toMatchObject({ kind: 'conflict' })
    const file = await as(world, asOfficer(), 'consent.file', (tx, permit) => requestFile(tx, permit, request, true))
    expect(file.offered?.conditions.map(({ id }) => id)).toEqual([talk])
    const granted = file.request.events.find((event) => event.kind === 'granted')
    expect(granted?.kind === 'granted' && granted.conditions.watched).toEqual([
      {
        condition: turnover,
        version: 2,
        words: `Uw omzet is hoogstens ${euro(cents(45_000))} per maand.`,
        watch: { kind: 'turnover', most: 45_000n, per: 'month', warn: 80 },
      },
      { condition: talk, version: 1, words: 'U praat elke drie maanden met ons.', watch: null },
    ])
  })

  test('is corrected with another choice, and not with the same', async () => {
    const correct = (chosen: readonly string[]) =>
      as(world, asOfficer(), 'consent.correct', (tx, permit) =>
        correctDecision(tx, permit, request, {
          outcome: 'granted',
          on: day('2026-11-02'),
          reason: 'Het bedrag stond verkeerd in de brief.',
          conditions: { ...conditions, chosen: chosen.map((condition) => ({ condition, adjusted: null })) },
        }),
      )
    await correct([talk])
    await expect(correct([talk])).rejects.toThrow()
    const file = await as(world, asMember(member), 'consent.file', (tx, permit) => requestFile(tx, permit, request, true))
    expect(file.offered).toBeNull()
    expect(file.request.events.at(-1)).toMatchObject({ kind: 'grantedInstead', conditions: { watched: [{ condition: talk }] } })
  })
})

test('a decision that never heard of the list stays valid', async () => {
  const other = await trialMember('Bilal')
  const id = await prepared(other)
  await send(other, id)
  await take(id)
  await as(world, asOfficer(), 'consent.decide', (tx, permit) => decide(tx, permit, id, { kind: 'granted', on: permit.today, conditions }))
  const file = await as(world, asMember(other), 'consent.file', (tx, permit) => requestFile(tx, permit, id))
  const granted = file.request.events.find((event) => event.kind === 'granted')
  expect(granted?.kind === 'granted' && granted.conditions).toEqual(conditions)
})

test('what is customary is a version of its condition, offered with one tick and laid down beside what was ticked', async () => {
  await as(world, asAdviser(), 'condition.keep', (tx, permit) => changeCondition(tx, permit, talk, form({ customary: true })))
  expect((await list()).conditions.find(({ id }) => id === talk)).toMatchObject({ version: 2, customary: true })
  const other = await trialMember('Esra')
  const id = await prepared(other)
  await send(other, id)
  await take(id)
  const desk = await signedIn(world, officer)
  const page = await (await desk.get(`/toestemmingen/${id}/besluit`)).text()
  expect(page).toContain('Met onze gebruikelijke voorwaarden')
  // Nobody chose an outcome, so none is chosen.
  expect(page).not.toMatch(/<input[^>]*name="outcome"[^>]* checked/)
  await as(world, asOfficer(), 'consent.decide', (tx, permit) =>
    decide(tx, permit, id, { kind: 'granted', on: permit.today, conditions: { ...conditions, chosen: [], customary: true } }),
  )
  const file = await as(world, asMember(other), 'consent.file', (tx, permit) => requestFile(tx, permit, id))
  const granted = file.request.events.find((event) => event.kind === 'granted')
  expect(granted?.kind === 'granted' && granted.conditions).toEqual({
    ...conditions,
    watched: [{ condition: talk, version: 2, words: 'U praat elke drie maanden met ons.', watch: null }],
  })
})

async function decideBy(more: { chosen: readonly string[]; adjusted: readonly string[] }) {
  const desk = await signedIn(world, officer)
  return writes(world, wilgendam, desk, `/toestemmingen/${request}/besluit`, {
    outcome: 'granted',
    on: '2026-11-02',
    from: conditions.from,
    until: conditions.until,
    costKinds: [...conditions.costKinds],
    statementRhythm: 'monthly',
    statementDay: '10',
    statementFulfilsDuty: 'ja',
    legalBasis: 'pw-voorziening',
    other: '',
    offered: [turnover, talk],
    ...more,
  })
}
