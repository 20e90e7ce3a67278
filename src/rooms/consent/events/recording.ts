import { isDouble, type Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit } from '#rooms/access'
import { texts } from '../consent.en.ts'
import type { ConsentRequest } from '../consent.types.ts'
import { insertEvent } from '../events.sql.ts'
import { keepLetter } from '../letters/keeping.ts'
import type { ConsentEvent } from './events.rules.ts'

/**
 * Writes an event down with its letter, just after the last one: events go by their moment, also where the clock stands still. Gives it as written.
 * The unique index says the last word when two of the same kind meet.
 */
export async function record(tx: Tx, permit: AnyPermit, request: ConsentRequest, wanted: ConsentEvent): Promise<ConsentEvent> {
  const last = request.events.at(-1)?.recordedAt
  const event = last && Temporal.Instant.compare(wanted.recordedAt, last) <= 0 ? { ...wanted, recordedAt: last.add({ milliseconds: 1 }) } : wanted
  try {
    const id = await insertEvent(tx, permit, request, event)
    await keepLetter(tx, permit, request, event, id)
    return event
  } catch (error) {
    if (isDouble(error)) refuse(texts[permit.language].refusals.alreadyDecided, {}, { kind: 'conflict' })
    throw error
  }
}
