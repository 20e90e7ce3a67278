import { type Day, earlierDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type MemberId, type OrganisationId, organisationName, type Permit, personNames } from '#rooms/access'
import { COST_KINDS } from '#rooms/organisations'
import { nl } from '../consent.nl.ts'
import { insertRequest, legalBases } from '../consent.sql.ts'
import type { ConsentRequest, RequestId } from '../consent.types.ts'
import { insertEvent } from '../events.sql.ts'

/** What a decision on paper says, as far as the cooperative wrote it down. */
export type PaperConsent = {
  readonly member: MemberId
  readonly municipality: OrganisationId
  readonly from: Day
  readonly until: Day
  readonly payOutAllowed: boolean
  /** Null: the first day of the consent, or today where that is still to come. */
  readonly decidedOn: Day | null
  /** Code of the legal basis; null: `USUAL_BASIS`, until the municipality says what is right. */
  readonly legalBasis: string | null
  /** Null: all kinds. */
  readonly costKinds: readonly string[] | null
}

/** The ground that is written down where the file names none; the municipality confirms or corrects it. */
export const USUAL_BASIS = 'pw-voorziening'

/**
 * Takes over a consent that was given on paper before the cooperative began here. It counts, and says on its page that the municipality did not
 * confirm it yet, until that one confirms or corrects it. Refuses a last day before the first, a decision to come and a basis that did not count then.
 */
export async function takeOverConsent(tx: Tx, permit: Permit<'opening.book'>, paper: PaperConsent): Promise<RequestId> {
  const { member, municipality, from, until, payOutAllowed } = paper
  const decidedOn = paper.decidedOn ?? earlierDay(from, permit.today)
  const legalBasis = paper.legalBasis ?? USUAL_BASIS
  const costKinds = [...(paper.costKinds ?? COST_KINDS)]
  if (until < from) refuse(nl.refusals.untilBeforeFrom, {}, { field: 'until' })
  if (decidedOn > permit.today) refuse(nl.refusals.dayInFuture, {}, { field: 'decidedOn' })
  if (!(await legalBases(tx, decidedOn)).some(({ code }) => code === legalBasis)) refuse(nl.refusals.noSuchGround, {}, { field: 'legalBasis' })
  const memberName = (await personNames(tx, [member])).get(member) ?? nl.thisMember
  const cooperativeName = (await organisationName(tx, permit.organisation)) ?? ''
  const request: ConsentRequest = {
    id: newId<RequestId>(permit.now.epochMilliseconds),
    tenant: permit.organisation,
    municipality,
    member,
    memberName: null,
    cooperativeName,
    municipalityName: (await organisationName(tx, municipality)) ?? '',
    reference: null,
    waitingOn: [],
    ownWeeks: null,
    leavesOn: null,
    postingChoices: [],
    renews: null,
    authorisation: nl.takenOver,
    authorisationFile: null,
    seenAt: null,
    work: nl.takenOver,
    plan: nl.takenOver,
    costKinds,
    wantedFrom: from,
    wantedUntil: until,
    events: [],
  }
  await insertRequest(tx, permit, request, { memberName, cooperativeName, authorisation: nl.takenOver })
  const base = { on: decidedOn, recordedAt: permit.now }
  await insertEvent(tx, permit, request, { kind: 'sent', sentBy: 'paper', ...base })
  await insertEvent(tx, permit, request, {
    kind: 'granted',
    conditions: {
      from,
      until,
      costKinds,
      payOutAllowed,
      statementRhythm: 'monthly',
      statementDay: 10,
      statementFulfilsDuty: false,
      legalBasis,
      other: nl.takenOver,
    },
    ...base,
    // Events go by the moment they were written down: with one moment for both, chance would say whether it was granted or still waits.
    recordedAt: permit.now.add({ milliseconds: 1 }),
  })
  await happened(tx, permit, 'consent.takenOver', { request: request.id, member, cooperative: permit.organisation, municipality })
  return request.id
}
