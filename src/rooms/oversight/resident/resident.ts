import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import { covers, type MemberId, type Permit, personNames } from '#rooms/access'
import { type ResidentConsents, residentConsents } from '#rooms/consent'
import { type SentStatement, sentStatements } from '#rooms/settlement'
import { type Thread, threadsOpen } from '#rooms/threads'
import { drawnRows } from '../looking/looking.sql.ts'
import type { Drawn } from '../oversight.types.ts'
import { nl } from './resident.nl.ts'
import { newestVersions } from './resident.rules.ts'

/** What the municipality may see of one own case (domain 2.12), and no more. */
export type ResidentView = {
  readonly member: MemberId
  readonly name: string
  /** The municipality's own number for the case; null where none was written down. */
  readonly reference: string | null
  readonly consents: ResidentConsents
  /** The newest version of each month, at most two years of them. */
  readonly statements: readonly SentStatement[]
  readonly threads: readonly Thread[]
  readonly drawn: readonly Drawn[]
  readonly today: Day
}

/**
 * One own case on one page: conditions, statements, questions, letters and what was drawn, from the copies the municipality holds; never receipts, invoices,
 * customers or coaching. Nine queries at most, however long the case runs. Refuses (missing) somebody else's case.
 */
export async function residentView(tx: Tx, permit: Permit<'resident.read'>, member: MemberId): Promise<ResidentView> {
  if (!covers(permit, member)) refuse(nl.missing, {}, { kind: 'missing' })
  const consents = await residentConsents(tx, permit, member)
  const statements = newestVersions(await sentStatements(tx, permit, { member, limit: 60 })).slice(0, 24)
  const drawn = await drawnRows(tx, permit, { member })
  const seen = new Set<string>(drawn.map(({ id }) => id))
  // A question on a drawn thing names it: it goes out of sight with the thing itself.
  const threads = (await threadsOpen(tx, permit, member)).filter((each) => each.kind !== 'drawnThing' || seen.has(each.object))
  const named = consents.lines.find(({ request }) => request.memberName !== null)
  return {
    member,
    name: named?.request.memberName ?? (await personNames(tx, [member])).get(member) ?? refuse(nl.missing, {}, { kind: 'missing' }),
    reference: consents.lines.find(({ request }) => request.reference !== null)?.request.reference ?? null,
    consents,
    statements,
    threads,
    drawn,
    today: permit.today,
  }
}
