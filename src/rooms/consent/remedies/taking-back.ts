import { withoutBsn } from '#kit/bsn.ts'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { texts } from '../consent.en.ts'
import { factsOf, requestFor } from '../consent.ts'
import type { RequestId } from '../consent.types.ts'
import { isSameDecision } from '../events/events.rules.ts'
import { record } from '../events/recording.ts'
import { decisionFrom, decisionsFor, mayHaveComeIn } from './remedies.rules.ts'
import type { Against } from './remedies.ts'

/** Takes an objection back before it is decided on (Awb 6:21); `on` is the day a paper came in or somebody said so while being heard. The decision stays. */
export async function takeBackObjection(
  tx: Tx,
  permit: Permit<'consent.object' | 'consent.note'>,
  id: RequestId,
  back: { readonly against: Against; readonly note: string; readonly on?: Day },
): Promise<void> {
  const request = await requestFor(tx, permit, id, 'takeBackObjection')
  const against = decisionFrom(back.against, decisionsFor(request.events, 'takeBackObjection', permit.today))
  const objected = request.events.findLast((event) => event.kind === 'objected' && isSameDecision(event.against, against))
  const on = back.on ?? permit.today
  mayHaveComeIn(on, objected?.on ?? against.on, permit.today)
  const note = withoutBsn(back.note, 'note').trim()
  if (note.length < 5) refuse(texts[permit.language].refusals.reasonMissing, {}, { field: 'note' })
  await record(tx, permit, request, { kind: 'objectionTakenBack', against, note, on, recordedAt: permit.now })
  await happened(tx, permit, `consent.${permit.role === 'member' ? 'objectionTakenBack' : 'noted'}`, factsOf(request))
}
