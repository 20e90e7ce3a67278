import type { Day, Instant } from '#kit/day.ts'
import type { Statements } from '#kit/db.ts'
import type { OrganisationKind, PersonFacts, Seat } from '../access.sql.ts'
import type { KeptFilter } from '../filters/filters.rules.ts'
import { keptOfSeat } from '../filters/filters.sql.ts'
import { unreadOf } from '../messages/messages.sql.ts'
import { ROLES, type Role } from '../permissions.rules.ts'
import type { OrganisationId, PersonId } from '../permit.ts'

export type Entered = {
  readonly person: PersonFacts
  /** All roles that count on the day; whoever has several begins in the one of daily work, not in the one of managing. */
  readonly seats: readonly Seat[]
  readonly hasSecondFactor: boolean
  readonly secondFactorAt: Instant | null
  readonly enteredBy: string | null
  readonly expiresAt: Instant
}

/** The session of a token with its person and roles, in one query in the role of sign-in; null when there is no such session. */
export async function enteredWith(statements: Statements, token: string, on: Day): Promise<Entered | null> {
  const rows = await statements
    .selectFrom('signin.session as s')
    .innerJoin('signin.identity as i', 'i.id', 's.identity')
    .innerJoin('access.person as p', 'p.id', 's.identity')
    .leftJoin('access.affiliation as a', (join) =>
      join
        .onRef('a.person', '=', 'p.id')
        .on('a.since', '<=', on)
        .on((eb) => eb.or([eb('a.until', 'is', null), eb('a.until', '>=', on)])),
    )
    .leftJoin('access.organisation as o', 'o.id', 'a.organisation')
    .select(['s.expires_at', 's.second_factor_at', 's.entered_by', 'i.second_factor', 'p.id', 'p.name', 'p.language', 'p.email'])
    .select((eb) => ['a.id as seat', 'a.role', 'o.id as organisation', 'o.name as at', 'o.kind', 'o.provisional', unreadOf(eb)])
    .select(keptOfSeat)
    .where('s.token', '=', token)
    .orderBy('o.name')
    .orderBy('a.role')
    .execute()
  const [first] = rows
  if (!first) return null
  return {
    person: { id: first.id as PersonId, name: first.name, language: first.language, email: first.email, unread: Number(first.unread) },
    seats: rows.flatMap(seatFrom).toSorted((a, b) => rank(a.role) - rank(b.role)),
    hasSecondFactor: first.second_factor ?? false,
    secondFactorAt: first.second_factor_at,
    enteredBy: first.entered_by,
    expiresAt: first.expires_at,
  }
}

function seatFrom(row: {
  seat: string | null
  role: string | null
  organisation: string | null
  at: string | null
  kind: string | null
  provisional: boolean | null
  kept: KeptFilter[]
}): Seat[] {
  if (!row.seat || !row.organisation) return []
  return [
    {
      id: row.seat,
      role: row.role as Role,
      organisation: row.organisation as OrganisationId,
      organisationName: row.at ?? '',
      organisationKind: row.kind as OrganisationKind,
      provisional: row.provisional ?? false,
      kept: row.kept,
    },
  ]
}

function rank(role: Role): number {
  return (ROLES as readonly Role[]).indexOf(role)
}
