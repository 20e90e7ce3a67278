/** What the house itself knows of a step, so that nobody has to tick it. */
export const PROOFS = ['confirmed', 'registered', 'agreement', 'people'] as const
export type Proof = (typeof PROOFS)[number]

export type StartStep = {
  readonly key: string
  readonly title: string
  readonly why: string
  readonly who: string
  readonly long: string
  readonly example: string
  /** Codes of the papers that belong to it. */
  readonly papers: readonly string[]
  /** Where in the house it is done. */
  readonly href: string | null
  readonly proof: Proof | null
  /** What others learned, with its source. */
  readonly learned: string | null
}

export type StartPath = { readonly code: string; readonly phases: readonly { readonly title: string; readonly steps: readonly StartStep[] }[] }

export type StepStanding = { readonly step: StartStep; readonly done: boolean }

export type PathStanding = {
  readonly phases: readonly { readonly title: string; readonly steps: readonly StepStanding[] }[]
  readonly done: number
  readonly all: number
  /** The first step that is not done; null at the end. */
  readonly next: StartStep | null
}

/** Every step of a path. */
export function stepsOf(path: StartPath): readonly StartStep[] {
  return path.phases.flatMap(({ steps }) => steps)
}

/** How far a path is: a step with a proof is done when the house knows it is, another when somebody ticked it last. */
export function standingOf(path: StartPath, ticked: ReadonlySet<string>, proofs: ReadonlySet<Proof>): PathStanding {
  const phases = path.phases.map(({ title, steps }) => ({
    title,
    steps: steps.map((step) => ({ step, done: step.proof ? proofs.has(step.proof) : ticked.has(step.key) })),
  }))
  const all = phases.flatMap(({ steps }) => steps)
  return { phases, done: all.filter(({ done }) => done).length, all: all.length, next: all.find(({ done }) => !done)?.step ?? null }
}
