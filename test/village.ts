import { addMonths, day } from '#kit/day.ts'
import { asSystem, type MemberId, type OrganisationId, type PersonId } from '#rooms/access'
import { type Conditions, decide, prepareRequest, sendRequest, setCaseReference, takeCase, versionOf } from '#rooms/consent'
import { admit, admitToTrial, beginFile, changeBenefit, changeTradeName } from '#rooms/members'
import { addCustomer, type CooperativeFacts, type CustomerId, registerCooperative, registerMunicipality, settingsFrom } from '#rooms/organisations'
import { as, found, itIs, somebody, type TestWorld } from './world.ts'

/** A cooperative with its people and its municipality, made by the actions that people use. */
export type Village = {
  readonly world: TestWorld
  readonly cooperative: OrganisationId
  readonly municipality: OrganisationId
  readonly treasurer: PersonId
  readonly coach: PersonId
  readonly board: PersonId
  readonly caseManager: PersonId
}

let villages = 0

/** Founds a village on a day. */
export async function village(world: TestWorld, on: string, facts: Partial<CooperativeFacts> = {}): Promise<Village> {
  itIs(world, on)
  const nr = ++villages
  const cooperative = await found(world, 'cooperative', `Coöperatie De Bloesem ${nr} U.A.`)
  const municipality = await found(world, 'municipality', `Gemeente Wilgendam ${nr}`)
  await asSystem(world.world, cooperative, 'organisation.edit', (tx, permit) =>
    registerCooperative(tx, permit, {
      legalName: `Coöperatie De Bloesem ${nr} U.A.`,
      tradeName: 'De Bloesem',
      kvk: '12345678',
      vatId: 'NL123456782B90',
      iban: 'NL91ABNA0417164300',
      street: 'Weverstraat 1',
      postCode: '1234 AB',
      city: 'Wilgendam',
      email: 'post@bloesem.example',
      phone: null,
      website: null,
      korSince: null,
      korUntil: null,
      settings: settingsFrom({}),
      ...facts,
    }),
  )
  await asSystem(world.world, municipality, 'organisation.edit', (tx, permit) =>
    registerMunicipality(tx, permit, {
      code: `TV${String(nr).padStart(2, '0')}`,
      name: `Gemeente Wilgendam ${nr}`,
      department: 'Werk en Inkomen',
      street: 'Raadhuisplein 1',
      postCode: '1234 AA',
      city: 'Wilgendam',
      email: 'werk@wilgendam.example',
    }),
  )
  const treasurer = await somebody(world, cooperative, 'treasurer', 'Ans de Boer')
  const coach = await somebody(world, cooperative, 'coach', 'Marleen Visser')
  const board = await somebody(world, cooperative, 'board', 'Willem Prins')
  const caseManager = await somebody(world, municipality, 'caseManager', 'Ilse van Rooij')
  return { world, cooperative, municipality, treasurer, coach, board, caseManager }
}

/** A member without benefit, admitted on the day the clock stands at, with a coach and a trade. */
export async function newMember(at: Village, name: string, benefit: 'none' | 'participatiewetOwn' | 'ioawIoaz' = 'none'): Promise<MemberId> {
  const [firstName = name] = name.split(' ')
  const on = await asSystem(at.world.world, at.cooperative, 'member.edit', async (_, permit) => permit.today)
  const member = await asSystem(at.world.world, at.cooperative, 'member.edit', (tx, permit) =>
    beginFile(tx, permit, {
      firstName,
      name,
      email: null,
      phone: null,
      street: 'Weverstraat 12',
      postCode: '1234 AB',
      city: 'Wilgendam',
      language: 'nl',
      stage: 'applied',
      on,
      coach: at.coach,
    }),
  )
  await asSystem(at.world.world, at.cooperative, 'member.trial', (tx, permit) => admitToTrial(tx, permit, member, on, addMonths(on, 3)))
  await asSystem(at.world.world, at.cooperative, 'member.admit', (tx, permit) => admit(tx, permit, member, on))
  await asSystem(at.world.world, at.cooperative, 'member.edit', (tx, permit) =>
    changeTradeName(tx, permit, member, { tradeName: `Atelier ${firstName}`, makes: 'kleding en gordijnen', from: on }),
  )
  await asSystem(at.world.world, at.cooperative, 'benefit.change', (tx, permit) =>
    changeBenefit(tx, permit, member, { source: benefit, from: day('2020-01-01'), municipality: benefit === 'none' ? null : at.municipality }),
  )
  return member
}

/** The municipality's consent for a member, asked by the member and granted, from a day on for a year. */
export async function withConsent(at: Village, member: MemberId, from: string, more: Partial<Conditions> = {}): Promise<void> {
  const facts = {
    work: 'Kleding maken',
    plan: 'Gordijnen en kleding voor mensen in de buurt.',
    costKinds: ['material', 'tools'],
    wantedFrom: day(from),
    wantedUntil: addMonths(day(from), 12),
  }
  const request = await as(at.world, asMember(at, member), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...facts, member }))
  await as(at.world, asMember(at, member), 'consent.send', (tx, permit) => sendRequest(tx, permit, request, versionOf(facts)))
  const officer = asCaseManager(at)
  await as(at.world, officer, 'consent.take', (tx, permit) => takeCase(tx, permit, request))
  await as(at.world, officer, 'consent.decide', (tx, permit) => setCaseReference(tx, permit, request, 'W-2026-118'))
  await as(at.world, officer, 'consent.decide', (tx, permit) =>
    decide(tx, permit, request, {
      kind: 'granted',
      on: permit.today,
      conditions: {
        from: day(from),
        until: addMonths(day(from), 12),
        costKinds: ['material', 'tools'],
        payOutAllowed: false,
        statementRhythm: 'monthly',
        statementDay: 10,
        statementFulfilsDuty: true,
        legalBasis: 'pw-voorziening',
        other: '',
        ...more,
      },
    }),
  )
}

/** A customer of a member. */
export function customer(at: Village, member: MemberId, name: string): Promise<CustomerId> {
  return asSystem(at.world.world, at.cooperative, 'customer.edit', (tx, permit) =>
    addCustomer(tx, permit, {
      member,
      kind: 'organisation',
      name,
      attention: null,
      street: 'Lindelaan 3',
      postCode: '1234 CD',
      city: 'Wilgendam',
      country: 'NL',
      email: 'buurthuis@linde.example',
      kvk: null,
      vatId: null,
      peppol: null,
    }),
  )
}

export const asTreasurer = (at: Village) => ({ person: at.treasurer, organisation: at.cooperative, role: 'treasurer' as const })
export const asCoach = (at: Village) => ({ person: at.coach, organisation: at.cooperative, role: 'coach' as const })
export const asBoard = (at: Village) => ({ person: at.board, organisation: at.cooperative, role: 'board' as const })
export const asMember = (at: Village, member: MemberId) => ({ person: member, organisation: at.cooperative, role: 'member' as const })
export const asCaseManager = (at: Village) => ({ person: at.caseManager, organisation: at.municipality, role: 'caseManager' as const })
