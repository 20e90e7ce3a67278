import { type Day, day } from '#kit/day.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import {
  type Conditions,
  decide,
  payOutAllowed,
  prepareRequest,
  type RequestFacts,
  type RequestId,
  sendRequest,
  takeCase,
  tradeAllowed,
  versionOf,
} from '#rooms/consent'
import { admitToTrial, type BenefitSource, beginFile, changeBenefit } from '#rooms/members'
import { as, found, itIs, somebody, type TestWorld, testWorld } from './world.ts'

export let world: TestWorld
export let bloesem: OrganisationId
export let wilgendam: OrganisationId
export let elders: OrganisationId
export let coach: PersonId
export let officer: PersonId
export let stranger: PersonId

export const facts: RequestFacts = {
  work: 'Fietsen repareren',
  plan: 'Elke zaterdag op de markt, en door de week in de schuur.',
  costKinds: ['material', 'tools'],
  wantedFrom: day('2026-11-09'),
  wantedUntil: day('2027-11-08'),
}
export const conditions: Conditions = {
  from: day('2026-11-09'),
  until: day('2027-11-08'),
  costKinds: ['material', 'tools', 'stall'],
  payOutAllowed: false,
  statementRhythm: 'monthly',
  statementDay: 10,
  statementFulfilsDuty: true,
  legalBasis: 'pw-voorziening',
  other: '',
}

/** Founds the cast anew: each story has its own. */
export async function beginCast(): Promise<void> {
  world = await testWorld()
  itIs(world, '2026-09-01')
  bloesem = await found(world, 'cooperative', 'De Bloesem')
  wilgendam = await found(world, 'municipality', 'Gemeente Wilgendam')
  elders = await found(world, 'municipality', 'Gemeente Elders')
  coach = await somebody(world, bloesem, 'coach', 'Samira')
  officer = await somebody(world, wilgendam, 'caseManager', 'Ilse')
  stranger = await somebody(world, elders, 'caseManager', 'Bart')
}

export const asCoach = () => ({ person: coach, organisation: bloesem, role: 'coach' as const })
export const asMember = (person: PersonId) => ({ person, organisation: bloesem, role: 'member' as const })
export const asOfficer = () => ({ person: officer, organisation: wilgendam, role: 'caseManager' as const })
export const asStranger = () => ({ person: stranger, organisation: elders, role: 'caseManager' as const })

/** Somebody on trial with a coach and a benefit. */
export async function trialMember(name: string, source: BenefitSource | null = 'participatiewetOwn'): Promise<PersonId> {
  const person = { firstName: name, name, email: null, phone: null, street: null, postCode: null, city: null, language: 'nl' as const }
  const member = await as(world, asCoach(), 'application.take', (tx, permit) => beginFile(tx, permit, { ...person, stage: 'applied', on: permit.today, coach }))
  await as(world, asCoach(), 'member.trial', (tx, permit) => admitToTrial(tx, permit, member, permit.today, day('2027-08-31')))
  if (source) {
    const municipality = ['participatiewetOwn', 'participatiewetJoint', 'ioawIoaz'].includes(source) ? wilgendam : null
    await as(world, asCoach(), 'benefit.change', (tx, permit) => changeBenefit(tx, permit, member, { source, municipality, from: day('2026-01-01') }))
  }
  return member
}

export const prepared = (member: PersonId) => as(world, asCoach(), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...facts, member }))
export const send = (member: PersonId, id: RequestId, seen = versionOf(facts)) =>
  as(world, asMember(member), 'consent.send', (tx, permit) => sendRequest(tx, permit, id, seen))
export const take = (id: RequestId) => as(world, asOfficer(), 'consent.take', (tx, permit) => takeCase(tx, permit, id))
export const grant = (id: RequestId, on: Day) =>
  as(world, asOfficer(), 'consent.decide', (tx, permit) => decide(tx, permit, id, { kind: 'granted', on, conditions }))
export const payOut = (member: PersonId, on: string) => as(world, asCoach(), 'consent.read', (tx, permit) => payOutAllowed(tx, permit, member, day(on)))
export const trade = (member: PersonId, on: string) => as(world, asCoach(), 'consent.read', (tx, permit) => tradeAllowed(tx, permit, member, day(on)))

export async function granted(name: string): Promise<{ member: PersonId; id: RequestId }> {
  itIs(world, '2026-09-07')
  const member = await trialMember(name)
  const id = await prepared(member)
  await send(member, id)
  await take(id)
  itIs(world, '2026-11-06')
  await grant(id, day('2026-11-06'))
  return { member, id }
}
