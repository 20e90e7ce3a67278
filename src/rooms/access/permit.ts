import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'
import type { Action, Role } from './permissions.rules.ts'

declare const person_: unique symbol
declare const organisation_: unique symbol
declare const permit_: unique symbol

export type PersonId = string & { readonly [person_]: true }
export type OrganisationId = string & { readonly [organisation_]: true }
/** A member is the person who is one: rows of a member carry this id in the column `member`. */
export type MemberId = PersonId

/** Whom a permit covers: everyone in the organisation, or these persons. */
export type Reach = 'organisation' | readonly PersonId[]

/**
 * The proof that somebody may do `A`, at one moment, for one organisation. Only this room can make one;
 * a function that changes something asks for it, so that forgetting the check does not compile.
 */
export type Permit<A extends Action> = {
  readonly [permit_]: true
  readonly action: A
  /** null for the program itself. */
  readonly person: PersonId | null
  readonly organisation: OrganisationId
  readonly role: Role
  readonly reach: Reach
  readonly now: Instant
  readonly today: Day
  readonly language: Language
}

export type AnyPermit = Permit<Action>

/** Only `act` and `asSystem` call this. */
export function makePermit<A extends Action>(facts: Omit<Permit<A>, typeof permit_>): Permit<A> {
  return facts as Permit<A>
}

/** Whether this permit reaches a person. */
export function covers(permit: AnyPermit, person: PersonId): boolean {
  return permit.reach === 'organisation' || permit.reach.includes(person)
}

/** The person behind a permit; throws for the program itself, which owns nothing. */
export function personOf(permit: AnyPermit): PersonId {
  if (!permit.person) throw new Error(`${permit.action} was done by nobody`)
  return permit.person
}

/** A filter for queries: rows whose column names somebody within reach. */
// biome-ignore lint/suspicious/noExplicitAny: the builder's table types differ per query; only the column name matters here
export function withinReach<DB, TB extends keyof DB>(permit: AnyPermit, eb: ExpressionBuilder<DB, TB>, column: any): Expression<SqlBool> {
  if (permit.reach === 'organisation') return eb.lit(true) as unknown as Expression<SqlBool>
  if (permit.reach.length === 0) return eb.lit(false) as unknown as Expression<SqlBool>
  return eb(column, 'in', permit.reach as never)
}
