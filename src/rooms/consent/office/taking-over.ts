import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type MemberId, type OrganisationId, organisationName, type Permit, personNames } from '#rooms/access'
import { COST_KINDS } from '#rooms/organisations'
import { nl } from '../consent.nl.ts'
import { insertRequest } from '../consent.sql.ts'
import type { ConsentRequest, RequestId } from '../consent.types.ts'
import { insertEvent } from '../events.sql.ts'

/**
 * Takes over a consent that was given on paper before the cooperative began here. It says so on its page, for member and municipality
 * to see; the municipality can suspend or withdraw it like any other. Accepted costs: all kinds, until the municipality says otherwise.
 */
export async function takeOverConsent(
  tx: Tx,
  permit: Permit<'opening.book'>,
  paper: { readonly member: MemberId; readonly municipality: OrganisationId; readonly from: Day; readonly until: Day; readonly payOutAllowed: boolean },
): Promise<RequestId> {
  const { member, municipality, from, until, payOutAllowed } = paper
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
    renews: null,
    authorisation: nl.takenOver,
    authorisationFile: null,
    seenAt: null,
    work: nl.takenOver,
    plan: nl.takenOver,
    costKinds: [...COST_KINDS],
    wantedFrom: from,
    wantedUntil: until,
    events: [],
  }
  await insertRequest(tx, permit, request, { memberName, cooperativeName, authorisation: nl.takenOver })
  const base = { on: from, recordedAt: permit.now }
  await insertEvent(tx, permit, request, { kind: 'sent', sentBy: 'cooperative', ...base })
  await insertEvent(tx, permit, request, {
    kind: 'granted',
    conditions: {
      from,
      until,
      costKinds: [...COST_KINDS],
      payOutAllowed,
      statementRhythm: 'monthly',
      statementDay: 10,
      statementFulfilsDuty: false,
      legalBasis: 'pw-voorziening',
      other: nl.takenOver,
    },
    ...base,
  })
  await happened(tx, permit, 'consent.takenOver', { request: request.id, member, cooperative: permit.organisation, municipality })
  return request.id
}
