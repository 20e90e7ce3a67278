/** A role a person has at an organisation; `system` is the program itself, in jobs. */
export const ROLES = ['member', 'coach', 'treasurer', 'board', 'administrator', 'caseManager', 'policyAdviser', 'network'] as const
export type Role = (typeof ROLES)[number] | 'system'

/**
 * How far a role reaches: `own` is the person alone, `related` the own members of a coach or the own cases
 * of a case manager, `organisation` everyone in it.
 */
export type Scope = 'own' | 'related' | 'organisation'

type Rule = {
  readonly may: Partial<Readonly<Record<Role, Scope>>>
  /** What it lets somebody do, in Dutch, to follow on "mag": the page /toegang reads it. */
  readonly words: string
  /** It books money: only such a permit opens the ledger. */
  readonly money?: true
  /** It opens a person's file: the look is recorded for that person to read. */
  readonly looks?: true
}

const rules = <const T extends Record<string, Rule>>(table: T): T => table

/** The one table of who may do what. A page asks it whether to show a button; `act` asks it whether to open the door. */
export const PERMISSIONS = rules({
  // access
  'access.see': {
    may: {
      member: 'own',
      coach: 'own',
      treasurer: 'own',
      board: 'own',
      administrator: 'own',
      caseManager: 'own',
      policyAdviser: 'own',
      network: 'own',
      system: 'organisation',
    },
    words: 'de eigen rollen en de tabel met rechten zien',
  },
  'looks.read': {
    may: { member: 'own', coach: 'own', treasurer: 'own', board: 'own', administrator: 'own', caseManager: 'own', policyAdviser: 'own', network: 'own' },
    words: 'zien wie in de eigen gegevens keek',
  },
  'person.invite': { may: { administrator: 'organisation', policyAdviser: 'organisation', system: 'organisation' }, words: 'iemand een rol geven' },
  'organisation.found': { may: { system: 'organisation' }, words: 'een organisatie beginnen' },

  // ledger
  'ledger.read': { may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' }, words: 'het grootboek lezen' },
  'ledger.correct': { may: { treasurer: 'organisation' }, money: true, words: 'een memoriaalpost boeken of terugdraaien' },
  'ledger.seal': { may: { system: 'organisation' }, words: 'het grootboek verzegelen' },
  'ledger.verify': { may: { system: 'organisation', treasurer: 'organisation', board: 'organisation' }, words: 'het grootboek controleren' },
})

export type Action = keyof typeof PERMISSIONS

/** The actions that may book money, read from the table. */
export type MoneyAction = { [A in Action]: (typeof PERMISSIONS)[A] extends { readonly money: true } ? A : never }[Action]

export function isAction(name: string): name is Action {
  return Object.hasOwn(PERMISSIONS, name)
}

/** How far this role reaches with this action; null when it may not. */
export function scopeOf(action: Action, role: Role): Scope | null {
  const rule: Rule = PERMISSIONS[action]
  return rule.may[role] ?? null
}

/** Whether the action opens a person's file. */
export function looks(action: Action): boolean {
  const rule: Rule = PERMISSIONS[action]
  return rule.looks ?? false
}
