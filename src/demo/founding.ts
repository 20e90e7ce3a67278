import { addDays, addMonths, type Day, day, dayOf, earlierDay, firstDay, type Month } from '#kit/day.ts'
import type { OrganisationId } from '#rooms/access'
import {
  type Article,
  type Bound,
  cooperationAgreement,
  draftAgreement,
  proposeAgreement,
  proposeCooperation,
  signAgreement,
  signCooperation,
  signForCooperative,
  TEMPLATES,
  versionById,
} from '#rooms/agreements'
import {
  type Conditions,
  type LaidDown,
  prepareRequest,
  type RequestId,
  requestLines,
  sendRequest,
  setCaseReference,
  takeCase,
  takeOverConsent,
  versionOf,
} from '#rooms/consent'
import { admit, admitToTrial, beginFile, changeBenefit, changeTradeName, chooseSupport, needsConsent } from '#rooms/members'
import { type CooperativeFacts, registerCooperative, registerMunicipality, settingsFrom } from '#rooms/organisations'
import { chosenFor } from './conditions.ts'
import type { Character } from './people.ts'
import { alsoAs, appoint, bySystem, foundOn, type Player, play, type Stage } from './stage.ts'
import { typedConditions, writes } from './writing.ts'

export type MemberPlayer = Player & { readonly character: Character }

/** A cooperative of the demo with everybody in it. */
export type House = {
  readonly id: OrganisationId
  readonly treasurer: Player
  readonly coach: Player
  readonly board: Player
  readonly members: readonly MemberPlayer[]
  readonly town: Town
  readonly iban: string
}

export type Town = { readonly id: OrganisationId; readonly caseManager: Player; readonly adviser: Player }

export async function foundTown(stage: Stage, facts: { code: string; name: string; caseManager: string; adviser: string }): Promise<Town> {
  const id = await foundOn(stage, 'municipality', `Gemeente ${facts.name}`)
  await bySystem(stage, id, 'organisation.edit', (tx, permit) =>
    registerMunicipality(tx, permit, {
      code: facts.code,
      name: `Gemeente ${facts.name}`,
      department: 'Werk en Inkomen',
      street: 'Raadhuisplein 1',
      postCode: '9999 AA',
      city: facts.name,
      email: `werk@${facts.name.toLowerCase()}.example`,
    }),
  )
  return { id, caseManager: await appoint(stage, id, 'caseManager', facts.caseManager), adviser: await appoint(stage, id, 'policyAdviser', facts.adviser) }
}

export type HousePlan = {
  readonly facts: Omit<CooperativeFacts, 'settings'>
  readonly town: Town
  readonly coach: string
  readonly treasurer: string
  readonly chair: string
  readonly template: (typeof TEMPLATES)[number]['code']
  readonly bounds: readonly Bound[]
  readonly characters: readonly Character[]
  /** Who are members from the first month; the others come later in the year. */
  readonly first: readonly string[]
  readonly month: Month
  readonly statementDay: number
  readonly twoAdministrators: boolean
}

/** Founds a cooperative on the first day of a month: people, agreement with the municipality, member agreement, consents, first members. */
export async function foundHouse(stage: Stage, plan: HousePlan): Promise<House> {
  const id = await foundOn(stage, 'cooperative', plan.facts.legalName)
  await bySystem(stage, id, 'organisation.edit', (tx, permit) => registerCooperative(tx, permit, { ...plan.facts, settings: settingsFrom({}) }))
  const board = await appoint(stage, id, 'board', plan.chair)
  await alsoAs(stage, board, 'administrator')
  const house = {
    id,
    board,
    treasurer: await appoint(stage, id, 'treasurer', plan.treasurer),
    coach: await appoint(stage, id, 'coach', plan.coach),
    town: plan.town,
    iban: plan.facts.iban ?? '',
  }
  // The other house has one administrator: its board reads that there should be two.
  if (plan.twoAdministrators) await alsoAs(stage, house.treasurer, 'administrator')
  await agreeWithTown(stage, house, plan)
  const members: MemberPlayer[] = []
  for (const character of plan.characters) {
    if (!plan.first.includes(character.firstName)) continue
    members.push(await welcome(stage, house, character))
  }
  await agreeWithMembers(stage, house, members, plan)
  for (const member of members) {
    if (needsConsent(member.character.benefit)) await consentFor(stage, house, member, { from: firstDay(plan.month), statementDay: plan.statementDay })
  }
  return { ...house, members }
}

type Frame = Omit<House, 'members'>

async function agreeWithTown(stage: Stage, house: Frame, plan: HousePlan): Promise<void> {
  const agreement = await play(stage, house.board, 'cooperationAgreement.propose', (tx, permit) =>
    proposeCooperation(tx, permit, { municipality: house.town.id, bounds: plan.bounds, from: firstDay(plan.month), until: null }),
  )
  for (const signer of [house.board, house.town.adviser]) {
    await play(stage, signer, 'cooperationAgreement.sign', async (tx, permit) =>
      signCooperation(tx, permit, agreement, (await cooperationAgreement(tx, permit, agreement)).hash, 'demo'),
    )
  }
}

async function agreeWithMembers(stage: Stage, house: Frame, members: readonly MemberPlayer[], plan: HousePlan): Promise<void> {
  const articles = TEMPLATES.find((template) => template.code === plan.template)?.articles ?? []
  await newAgreement(stage, house, members, { title: 'Ledenovereenkomst', articles, from: firstDay(plan.month) })
}

/** Writes, proposes and signs a version of the member agreement; those in `signers` sign it. */
export async function newAgreement(
  stage: Stage,
  house: Frame,
  signers: readonly Player[],
  facts: { title: string; articles: readonly Article[]; from: Day; others?: readonly Player[] },
): Promise<void> {
  const version = await play(stage, house.board, 'agreement.draft', (tx, permit) =>
    draftAgreement(tx, permit, { title: facts.title, articles: facts.articles, from: facts.from, until: null }),
  )
  const everybody = [...signers, ...(facts.others ?? [])]
  await play(stage, house.board, 'agreement.propose', (tx, permit) =>
    proposeAgreement(
      tx,
      permit,
      version,
      everybody.map((each) => each.person),
    ),
  )
  const seen = await play(stage, house.board, 'agreement.read', async (tx, permit) => (await versionById(tx, permit, version))?.hash ?? '')
  await play(stage, house.board, 'agreement.signFor', (tx, permit) => signForCooperative(tx, permit, version, seen, 'demo'))
  for (const signer of signers) await play(stage, signer, 'agreement.sign', (tx, permit) => signAgreement(tx, permit, version, seen, 'demo'))
}

/** Somebody applies, comes on trial and, where `stay` says so, is admitted on the same day of the demo. */
export async function welcome(stage: Stage, house: Frame, character: Character, stay = true): Promise<MemberPlayer> {
  const name = `${character.firstName} ${character.lastName}`
  const on = await bySystem(stage, house.id, 'member.edit', async (_, permit) => permit.today)
  const person = await bySystem(stage, house.id, 'member.edit', (tx, permit) =>
    beginFile(tx, permit, {
      firstName: character.firstName,
      name,
      email: character.onPaper ? null : `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@demo.example`,
      phone: null,
      street: 'Weverstraat 12',
      postCode: '9999 AB',
      city: 'Wilgendam',
      language: character.language,
      stage: 'applied',
      on,
      coach: house.coach.person,
    }),
  )
  await play(stage, house.coach, 'member.trial', (tx, permit) => admitToTrial(tx, permit, person, on, addMonths(on, 3)))
  if (stay) await play(stage, house.board, 'member.admit', (tx, permit) => admit(tx, permit, person, on))
  const member: MemberPlayer = { person, organisation: house.id, role: 'member', name, character }
  await play(stage, house.coach, 'member.edit', (tx, permit) =>
    changeTradeName(tx, permit, person, { tradeName: character.tradeName, makes: character.makes, from: on }),
  )
  await play(stage, house.coach, 'benefit.change', (tx, permit) =>
    changeBenefit(tx, permit, person, {
      source: character.benefit,
      from: earlierDay(on, day('2025-01-01')),
      municipality: needsConsent(character.benefit) ? house.town.id : null,
    }),
  )
  if (character.support.length > 0) await play(stage, member, 'member.edit', (tx, permit) => chooseSupport(tx, permit, person, character.support))
  return member
}

/** The member asks, seeing the text; gives the request. */
export async function askConsent(stage: Stage, member: MemberPlayer, wanted: { from: Day; until: Day }): Promise<RequestId> {
  const { work, plan, costKinds } = member.character
  const facts = { work, plan, costKinds, wantedFrom: wanted.from, wantedUntil: wanted.until }
  const id = await play(stage, member, 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...facts, member: member.person }))
  const seen = (await play(stage, member, 'consent.read', (tx, permit) => requestLines(tx, permit, member.person))).find(({ request }) => request.id === id)
  if (seen) await play(stage, member, 'consent.send', (tx, permit) => sendRequest(tx, permit, id, versionOf(seen.request)))
  return id
}

let references = 100

/** The municipality takes the case under its own reference. */
export async function takeUp(stage: Stage, house: Frame, request: RequestId): Promise<void> {
  const officer = house.town.caseManager
  await play(stage, officer, 'consent.take', (tx, permit) => takeCase(tx, permit, request))
  references += 7
  await play(stage, officer, 'consent.decide', (tx, permit) => setCaseReference(tx, permit, request, `W-${permit.today.slice(0, 4)}-${references}`))
}

export async function grant(stage: Stage, house: Frame, request: RequestId, conditions: LaidDown): Promise<void> {
  const on = dayOf(stage.clock.now())
  await writes(stage, house.town, 'consent.decide', request, 'decision', { outcome: 'granted', on, ...typedConditions(conditions) })
}

async function consentFor(stage: Stage, house: Frame, member: MemberPlayer, wish: { from: Day; statementDay: number }): Promise<void> {
  const until = member.character.firstName === 'Petra' ? addDays(stage.today, 21) : addMonths(wish.from, 14)
  if (member.character.firstName === 'Rosa') return consentOnPaper(stage, house, member, { from: wish.from, until })
  const request = await askConsent(stage, member, { from: wish.from, until })
  await takeUp(stage, house, request)
  const chosen = await chosenFor(stage, house.town, member.character.firstName)
  await grant(stage, house, request, { ...conditionsFor(member, wish.from, until, wish.statementDay), chosen })
}

/** One consent is from before the cooperative worked with Opbloei; the municipality did not look yet whether it was taken over as it is. */
async function consentOnPaper(stage: Stage, house: Frame, member: MemberPlayer, days: { from: Day; until: Day }): Promise<void> {
  const paper = { ...days, member: member.person, municipality: house.town.id, payOutAllowed: false, decidedOn: null, legalBasis: null }
  const request = await bySystem(stage, house.id, 'opening.book', (tx, permit) =>
    takeOverConsent(tx, permit, { ...paper, costKinds: member.character.costKinds }),
  )
  await takeUp(stage, house, request)
}

export function conditionsFor(member: MemberPlayer, from: Day, until: Day, statementDay: number): Conditions {
  return {
    from,
    until,
    costKinds: member.character.costKinds,
    payOutAllowed: false,
    statementRhythm: 'monthly',
    statementDay,
    statementFulfilsDuty: true,
    legalBasis: 'pw-voorziening',
    other: '',
  }
}
