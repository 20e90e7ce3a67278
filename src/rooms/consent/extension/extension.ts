import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, OrganisationId } from '#rooms/access'
import { texts } from '../consent.en.ts'
import { lockRequest, requests } from '../consent.sql.ts'
import type { ConsentRequest, RequestFacts, RequestId } from '../consent.types.ts'
import { record } from '../events/recording.ts'
import { rulesOfTown } from '../town/town.ts'
import { answeredNow, askedInTime, extended } from './extension.rules.ts'

/**
 * Which consent a request extends: the one that was named, or else the one that counts today and whose days it goes on after. `named` is null where the
 * request is for something else; one of another municipality is not extended. Refuses (missing) to name what is not of the same member and cooperative.
 */
export async function toExtend(
  tx: Tx,
  permit: AnyPermit,
  request: RequestFacts & { readonly member: MemberId; readonly municipality: OrganisationId },
  named: RequestId | null | undefined,
): Promise<RequestId | null> {
  if (named === null) return null
  const own = (await requests(tx, permit, { member: request.member })).filter(({ tenant }) => tenant === permit.organisation)
  const here = own.filter(({ municipality }) => municipality === request.municipality)
  if (named === undefined) return extended(here, request, permit.today)
  if (!own.some(({ id }) => id === named)) refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  return here.find(({ id }) => id === named)?.id ?? null
}

/** Writes down at the consent that a sent request follows on that its extension was asked in time; nothing where it had ended, or is of another town. */
export async function extensionAsked(tx: Tx, permit: AnyPermit, request: ConsentRequest): Promise<void> {
  const earlier = await earlierOf(tx, permit, request)
  if (!earlier) return
  const rules = (await rulesOfTown(tx, request.municipality))(permit.today)
  const event = askedInTime(earlier.events, { on: permit.today, recordedAt: permit.now }, rules)
  if (event) await record(tx, permit, earlier, event)
}

/** Ends what goes on after the day of the answer, or of taking the request back; without effect where nothing went on. */
export async function extensionAnswered(tx: Tx, permit: AnyPermit, request: ConsentRequest, on: Day): Promise<void> {
  const earlier = await earlierOf(tx, permit, request)
  const event = earlier && answeredNow(earlier.events, { on, recordedAt: permit.now })
  if (earlier && event) await record(tx, permit, earlier, event)
}

async function earlierOf(tx: Tx, permit: AnyPermit, request: ConsentRequest): Promise<ConsentRequest | null> {
  if (!request.renews) return null
  await lockRequest(tx, request.tenant, request.renews)
  const [earlier] = await requests(tx, permit, { id: request.renews })
  return earlier && earlier.municipality === request.municipality ? earlier : null
}
