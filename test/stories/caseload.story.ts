import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day, day, daysBetween, earlierDay } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import { asSystem, type MemberId, relate } from '#rooms/access'
import {
  type CasePart,
  type ConsentEvent,
  caseload,
  conditionsOf,
  effect,
  paperWaits,
  procedure,
  type RequestId,
  type RequestLine,
  remediesOn,
  requestLines,
} from '#rooms/consent'
import { insertRequest } from '../../src/rooms/consent/consent.sql.ts'
import type { ConsentRequest } from '../../src/rooms/consent/consent.types.ts'
import { unansweredSince } from '../../src/rooms/consent/deadline/answer.rules.ts'
import { insertEvent } from '../../src/rooms/consent/events.sql.ts'
import { asCaseManager, asCoach, newMember, type Village, village } from '../village.ts'
import { as, itIs, somebody, testWorld } from '../world.ts'

/**
 * The desk counts and pages cases in the database, and the rules say where one request stands: over many invented histories they say the same. The
 * histories are not made by actions, so that also those come by which no person would make on one day.
 */
const TODAY = day('2026-11-24')
const CASES = 140

let place: Village
let lines: readonly RequestLine[]

/** Mulberry32: the same histories in every run. */
let state = 20261124
const random = () => {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const below = (n: number) => Math.floor(random() * n)
const chance = (part: number) => random() < part

type Plain = { -readonly [K in keyof ConsentEvent]: ConsentEvent[K] } & Record<string, unknown>

/** A history in the order in which it was written down, one event a minute, ending before today. */
function history(): ConsentEvent[] {
  const events: Plain[] = []
  let minutes = 0
  let on: Day = addDays(TODAY, -30 - below(300))
  const add = (event: Record<string, unknown>) =>
    events.push({ ...event, on, recordedAt: Temporal.Instant.from(`${on}T08:00:00Z`).add({ minutes: minutes++ }) } as unknown as Plain)
  const later = (most: number) => {
    on = earlierDay(addDays(on, below(most)), TODAY)
  }
  add({ kind: 'sent', sentBy: chance(0.2) ? 'paper' : chance(0.3) ? 'cooperative' : 'member' })
  for (let round = below(3); round > 0; round--) {
    later(12)
    add({ kind: 'moreAsked', question: 'Welke stof?', answerBefore: chance(0.5) ? addDays(on, 14) : null })
    if (chance(0.75)) {
      later(20)
      add({ kind: 'answered', answer: 'Katoen.' })
    } else round = 0
  }
  if (chance(0.2)) add({ kind: 'delayTold', until: addDays(on, 40 + below(60)), reason: 'Er ontbreekt nog iets.' })
  if (chance(0.15)) add({ kind: 'waitingAgreed', until: addDays(on, 5 + below(30)) })
  if (chance(0.4)) return events as unknown as ConsentEvent[]
  later(20)
  const decision = chance(0.8) ? 'granted' : chance(0.5) ? 'refused' : 'requestWithdrawn'
  const conditions = () => {
    const from = addDays(on, below(60) - 20)
    return {
      from,
      until: addDays(from, 20 + below(330)),
      costKinds: ['material'],
      payOutAllowed: false,
      statementRhythm: 'monthly',
      statementDay: 10,
      statementFulfilsDuty: true,
      legalBasis: 'pw-voorziening',
      other: '',
    }
  }
  add(decision === 'granted' ? { kind: 'granted', conditions: conditions() } : { kind: decision, reason: 'Het kan nu niet.' })
  if (decision !== 'requestWithdrawn' && chance(0.3)) {
    const against = { kind: decision, on }
    later(20)
    add({ kind: 'objected', against, reason: 'Ik ben het er niet mee eens.', lateBecause: '' })
    if (chance(0.5))
      add(
        chance(0.7) ? { kind: 'objectionDecided', against, outcome: 'unfounded', reason: 'Het blijft zo.' } : { kind: 'objectionTakenBack', against, note: '' },
      )
  }
  if (decision === 'refused' && chance(0.5)) add({ kind: 'grantedInstead', conditions: conditions(), because: 'objection', reason: 'Toch wel.' })
  if (decision !== 'granted') return events as unknown as ConsentEvent[]
  if (chance(0.2)) add(chance(0.5) ? { kind: 'paperConfirmed' } : { kind: 'paperCorrected', decidedOn: on, conditions: conditions(), note: 'Stond anders.' })
  for (let round = below(3); round > 0; round--) {
    later(30)
    const from = addDays(on, below(40) - 10)
    if (chance(0.6)) {
      add({ kind: 'suspended', from, until: chance(0.5) ? addDays(from, below(60)) : null, reason: 'Reden genoeg.', heard: 'Gehoord op kantoor.' })
      if (chance(0.3)) add({ kind: 'changeCancelled', of: 'suspended', from })
      else if (chance(0.5)) add({ kind: 'resumed', from: addDays(from, below(20)) })
    } else {
      add({ kind: 'consentWithdrawn', from, reason: 'Reden genoeg.', heard: 'Gehoord op kantoor.' })
      if (chance(0.5)) add({ kind: 'changeCancelled', of: 'consentWithdrawn', from })
    }
  }
  return events as unknown as ConsentEvent[]
}

async function written(member: MemberId, name: string, events: readonly ConsentEvent[]): Promise<void> {
  const request = {
    tenant: place.cooperative,
    municipality: place.municipality,
    municipalityName: 'Gemeente Wilgendam',
    member,
    id: newId<RequestId>(),
    work: 'Kleding maken',
    plan: 'Gordijnen.',
    costKinds: ['material'],
    wantedFrom: TODAY,
    wantedUntil: TODAY,
    renews: null,
    cooperativeName: 'De Bloesem',
  } as unknown as ConsentRequest
  await as(place.world, asCoach(place), 'consent.sendFor', async (tx, permit) => {
    await insertRequest(tx, permit, request, { memberName: name, cooperativeName: 'De Bloesem', authorisation: null })
    for (const event of events) await insertEvent(tx, permit, request, event)
  })
}

const load = (part: CasePart | null, more: { offset?: number; limit?: number; beside?: number } = {}) =>
  as(place.world, asCaseManager(place), 'home.caseManager', (tx, permit) =>
    caseload(tx, permit, { part, cooperative: null, team: null, offset: 0, limit: 500, beside: 0, ...more }),
  )
const ids = (of: readonly RequestLine[]) => of.map(({ request }) => request.id).toSorted()
const events = ({ request }: RequestLine) => request.events
const unanswered = (line: RequestLine) => line.procedure === 'incomplete' && unansweredSince(events(line), TODAY) !== null
const objectedTo = (line: RequestLine) => remediesOn(events(line), TODAY).some(({ remedy }) => remedy === 'objected')
const endsSoon = (line: RequestLine) => daysBetween(TODAY, conditionsOf(events(line))?.until ?? TODAY) <= 60

beforeAll(async () => {
  place = await village(await testWorld(), '2025-09-01')
  const colleague = await somebody(place.world, place.municipality, 'caseManager', 'Olaf Ander')
  const people: MemberId[] = []
  for (const name of ['Anna', 'Bram', 'Cato', 'Daan', 'Evi', 'Fien']) people.push(await newMember(place, name, 'participatiewetOwn'))
  itIs(place.world, TODAY)
  // Two own, two of a colleague, two of nobody.
  for (const [nr, member] of people.slice(0, 4).entries()) {
    await asSystem(place.world.world, place.municipality, 'person.invite', (tx, permit) =>
      relate(tx, permit, 'caseManager', member, nr < 2 ? place.caseManager : colleague, permit.today),
    )
  }
  for (let nr = 0; nr < CASES; nr++) await written(people[nr % people.length] as MemberId, `Inwoner ${nr}`, history())
  lines = await as(place.world, asCaseManager(place), 'home.caseManager', (tx, permit) => requestLines(tx, permit))
}, 240_000)

describe('what the database counts is what the rules say', () => {
  test('of histories that differ enough to tell', () => {
    const kinds = new Set(lines.map((line) => `${procedure(events(line), TODAY)} ${effect(events(line), TODAY)} ${paperWaits(events(line))} ${line.own}`))
    expect(kinds.size).toBeGreaterThan(12)
    expect(lines.length).toBeLessThan(CASES)
  })

  test('to decide: own and of nobody, every one', async () => {
    const { counts, shown } = await load('toDecide')
    const expected = lines.filter((line) => line.procedure === 'waiting' || unanswered(line))
    // Of both sorts, or this would say nothing of a question that nobody answered.
    expect(new Set(expected.map(unanswered)).size).toBe(2)
    expect([ids(shown), counts.toDecide]).toEqual([ids(expected), expected.length])
    expect(shown.map(({ request, own }) => [request.id, own]).toSorted()).toEqual(expected.map(({ request, own }) => [request.id, own]).toSorted())
  })

  test('asked back, ending, green and from paper alike', async () => {
    const own = lines.filter((line) => line.own)
    const running = own.filter((line) => line.effect === 'inForce')
    const back = await load('askedBack')
    expect([ids(back.shown), back.counts.askedBack]).toEqual([
      ids(own.filter((line) => line.procedure === 'incomplete' && !unanswered(line))),
      back.shown.length,
    ])
    const ending = await load('ending', { beside: 500 })
    expect([ids(ending.shown), ending.counts.ending]).toEqual([ids(running.filter(endsSoon)), ending.shown.length])
    expect(ending.counts.green).toBe(running.filter((line) => !endsSoon(line) && !paperWaits(events(line)) && !objectedTo(line)).length)
    const paper = lines.filter((line) => line.effect !== 'ended' && line.effect !== 'none' && paperWaits(events(line)))
    expect([ids(ending.paper), ending.counts.paper]).toEqual([ids(paper), paper.length])
  })

  test('objections of own cases that wait, each with the last day of the law, the first on top', async () => {
    const { objected, counts } = await load('toDecide', { beside: 500 })
    const expected = lines.filter((line) => line.own && objectedTo(line))
    expect(expected.length).toBeGreaterThan(3)
    expect([ids(objected.map(({ line }) => line)), counts.objected]).toEqual([ids(expected), expected.length])
    const days = objected.map(({ last }) => last ?? expect.fail('an objection without a last day'))
    expect(days).toEqual(days.toSorted())
    // Six weeks to object and six to decide, from the day after the decision; a weekend or holiday shifts each.
    for (const { line, last } of objected) {
      const [first] = remediesOn(events(line), TODAY).filter(({ remedy }) => remedy === 'objected')
      expect(daysBetween(first?.decision.on ?? TODAY, last ?? TODAY) - 84, line.request.id).toBeOneOf([0, 1, 2, 3, 4, 5, 6, 7, 8])
    }
    expect((await load('toDecide')).objected).toEqual([])
  })

  test('to decide comes by its last day, save what a holiday shifts', async () => {
    const { shown } = await load('toDecide')
    const days = shown.map(({ deadline }) => deadline?.last ?? TODAY)
    const earlier = days.filter((on, place) => place > 0 && daysBetween(on, days[place - 1] ?? on) > 5)
    expect([shown.length > 20, earlier]).toEqual([true, []])
  })

  test('a page holds no more than was asked, and the pages together hold every one once', async () => {
    const whole = (await load('toDecide')).shown.map(({ request }) => request.id)
    const pages = [await load('toDecide', { limit: 7 }), await load('toDecide', { limit: 7, offset: 7 })]
    expect(pages.flatMap(({ shown }) => shown.map(({ request }) => request.id))).toEqual(whole.slice(0, 14))
    expect(pages[0]?.counts).toEqual((await load(null)).counts)
  })
})
