/** What a cooperative does to begin, in this order: each step needs what stands before it. */
export const STEPS = ['organisation', 'people', 'members', 'agreements', 'opening', 'number'] as const
export type BeginStep = (typeof STEPS)[number]

/** Which line of the permission table each step needs, and where it is done. */
export const ACTIONS = {
  organisation: 'organisation.edit',
  people: 'person.invite',
  members: 'member.add',
  agreements: 'agreement.draft',
  opening: 'opening.book',
  number: 'invoice.begin',
} as const satisfies Record<BeginStep, string>
export const ADDRESSES: Readonly<Record<BeginStep, string>> = {
  organisation: '/organisatie',
  people: '/medewerkers',
  members: '/leden/inlezen',
  agreements: '/afspraken',
  opening: '/beginstand',
  number: '/beginnen',
}

/** Without these three nobody supports, keeps the books or signs. */
export const PEOPLE_NEEDED = ['coach', 'treasurer', 'board'] as const

export type Beginning = {
  readonly steps: readonly { readonly step: BeginStep; readonly done: boolean }[]
  /** The one to do now; null when all is done. */
  readonly next: BeginStep | null
  /** Roles that nobody has yet. */
  readonly missing: readonly (typeof PEOPLE_NEEDED)[number][]
}

/** How far a cooperative is, from what its rooms say was done. */
export function beginningFrom(done: ReadonlySet<string>): Beginning {
  const missing = PEOPLE_NEEDED.filter((role) => !done.has(role))
  const steps = STEPS.map((step) => ({ step, done: step === 'people' ? missing.length === 0 : done.has(step) }))
  return { steps, next: steps.find((each) => !each.done)?.step ?? null, missing }
}
