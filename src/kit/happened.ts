import { sql } from 'kysely'
import type { Instant } from './day.ts'
import { json, type Tx } from './db.ts'
import { newId } from './ids.ts'

/** What happened, for the audit trail, the timeline and what follows from it. */
export type Happening = { readonly organisation: string; readonly id: string; readonly kind: string; readonly facts: Facts; readonly at: Instant }

/** Ids only: no names, no amounts, no words of people. */
export type Facts = Readonly<Record<string, string>>

type Actor = { readonly organisation: string; readonly person: string | null; readonly role: string; readonly now: Instant }

let follow: ((tx: Tx, happening: Happening) => Promise<void>) | null = null

/** The app says what follows; rooms never know. Gives what followed until now. */
export function onHappened(then: typeof follow): typeof follow {
  const before = follow
  follow = then
  return before
}

/** Writes down, in the same transaction, that something happened; mail and tasks follow from the row, money never does. */
export async function happened(tx: Tx, permit: Actor, kind: string, facts: Facts): Promise<void> {
  const happening = { organisation: permit.organisation, id: newId(permit.now.epochMilliseconds), kind, facts, at: permit.now }
  await tx
    .insertInto('kit.happened')
    .values({ organisation: happening.organisation, id: happening.id, kind, person: permit.person, role: permit.role, facts: json(facts), at: happening.at })
    .execute()
  await follow?.(tx, happening)
}

/** The last happenings of an organisation about one thing, newest first. */
export async function happenedTo(
  tx: Tx,
  organisation: string,
  fact: string,
  id: string,
  limit = 50,
): Promise<{ kind: string; role: string; person: string | null; at: Instant }[]> {
  return tx
    .selectFrom('kit.happened')
    .select(['kind', 'role', 'person', 'at'])
    .where('organisation', '=', organisation)
    .where(sql<boolean>`facts @> ${json({ [fact]: id })}`)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

/** The last times something of a kind happened at an organisation, newest first. */
export async function happenedLately(
  tx: Tx,
  organisation: string,
  kind: string,
  limit: number,
): Promise<{ role: string; person: string | null; at: Instant }[]> {
  return tx
    .selectFrom('kit.happened')
    .select(['role', 'person', 'at'])
    .where('organisation', '=', organisation)
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

/** When a person last did something at an organisation, or the first moment of it where only the program did; null where nothing happened. */
export async function lastDoneBySomebody(tx: Tx, organisation: string): Promise<Instant | null> {
  const row = await tx
    .selectFrom('kit.happened')
    .select(sql<Instant | null>`coalesce(max(at) filter (where person is not null), min(at))`.as('at'))
    .where('organisation', '=', organisation)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Everything that happened at an organisation, oldest first. */
export async function allHappened(tx: Tx, organisation: string): Promise<{ kind: string; role: string; person: string | null; facts: unknown; at: Instant }[]> {
  return tx.selectFrom('kit.happened').select(['kind', 'role', 'person', 'facts', 'at']).where('organisation', '=', organisation).orderBy('at').execute()
}
