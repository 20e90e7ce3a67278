/** A role a person has at an organisation; `system` is the program itself, in jobs. */
export const ROLES = ['member', 'coach', 'treasurer', 'board', 'administrator', 'caseManager', 'policyAdviser', 'network'] as const
export type Role = (typeof ROLES)[number] | 'system'

/**
 * How far a role reaches: `own` is the person alone, `related` the own members of a coach or the own cases
 * of a case manager, `organisation` everyone in it.
 */
export type Scope = 'own' | 'related' | 'organisation'

/** One line of the table. */
export type Rule = {
  readonly may: Partial<Readonly<Record<Role, Scope>>>
  /** What it lets somebody do, in Dutch, to follow on "mag": the page /toegang reads it. */
  readonly words: string
  /** It books money: only such a permit opens the ledger. */
  readonly money?: true
  /** It opens a person's file: the look is recorded for that person to read. */
  readonly looks?: true
  /** An organisation that the network has yet to confirm may do it too; it may do nothing else. */
  readonly early?: true
}

/** Rows of the table, each action by its own name. */
export const rules = <const T extends Record<string, Rule>>(table: T): T => table
