import type { Day } from '#kit/day.ts'
import { PLAN_FIELDS, PLAN_WORDS, type PlanText, type PlanValue, readable, stateOf } from '../plan.rules.ts'

export const SIGNERS = ['member', 'coach', 'caseManager', 'other'] as const
/** In which part somebody signs. */
export type SignerKind = (typeof SIGNERS)[number]

/** The plan as it is laid down to be signed: names and text alone. */
export type PlanContent = {
  readonly member: string
  readonly cooperative: string
  readonly goal: string
  readonly strengths: string
  readonly support: string
  readonly agreements: string
  readonly review: Day | null
  readonly steps: readonly PlanValue[]
}

/** How long a link to sign is good. */
export const SIGN_DAYS = 14

/** The plan as it would be laid down now. */
export function contentOf(texts: readonly PlanText[], names: { readonly member: string; readonly cooperative: string }): PlanContent {
  const { words, steps, review } = readable(texts)
  return { ...names, ...words, review, steps }
}

/** One line that is the same for the same plan and differs with every letter: what the fingerprint is made of. */
export function fingerprintText(content: PlanContent): string {
  return JSON.stringify([
    content.member,
    content.cooperative,
    ...PLAN_WORDS.map((field) => content[field]),
    content.review,
    content.steps.map(({ words, who, due }) => [words, who, due]),
  ])
}

/** What keeps a plan from being laid down: two texts in one part, or no goal or step yet. */
export function notReady(texts: readonly PlanText[]): 'twoTexts' | 'notReady' | null {
  if (PLAN_FIELDS.some((field) => stateOf(texts, field).besides.length > 0)) return 'twoTexts'
  const { words, steps } = readable(texts)
  return words.goal === '' || steps.length === 0 ? 'notReady' : null
}

/** Where signing stands: still written, laid down and waiting, signed by all, or changed since. */
export type SigningStanding = 'writing' | 'toSign' | 'signed' | 'changed'

/** Where signing stands; a change after laying down asks for a new version, whoever signed. */
export function signingStanding(
  now: string,
  version: { readonly hash: string; readonly signers: readonly { readonly signed: boolean }[] } | null,
): SigningStanding {
  if (!version) return 'writing'
  if (version.hash !== now) return 'changed'
  return version.signers.every(({ signed }) => signed) ? 'signed' : 'toSign'
}
