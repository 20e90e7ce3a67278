import type { Instant } from '#kit/day.ts'
import type { Sentence } from '#kit/refusal.ts'
import type { Language } from '#kit/text.ts'
import type { Role } from '../permissions.rules.ts'
import type { OrganisationId, PersonId } from '../permit.ts'
import type { ErrandName } from './errands.nl.ts'

declare const errand_: unique symbol
export type ErrandId = string & { readonly [errand_]: true }

/** Ids and words of a closed list: what the steps go by, or leave for the next step. */
export type ErrandFacts = Readonly<Record<string, string>>

export type ErrandState = 'waiting' | 'running' | 'done' | 'refused' | 'failed'

/** Work that somebody asked for and that goes on in the background. */
export type Errand = {
  readonly organisation: OrganisationId
  readonly id: ErrandId
  readonly kind: ErrandName
  readonly about: string
  readonly label: string
  readonly person: PersonId
  readonly role: Role
  readonly language: Language
  readonly facts: ErrandFacts
  /** The page on which it was asked. */
  readonly back: string
  readonly state: ErrandState
  /** How many steps are done, of how many. */
  readonly step: number
  readonly steps: number
  /** How much of the running step is done, of how much. */
  readonly part: number
  readonly parts: number
  readonly kept: ErrandFacts
  readonly tries: number
  readonly askedAt: Instant
  readonly endedAt: Instant | null
  readonly result: string | null
  readonly refusal: Sentence | null
}

/** Of a hundred, whole: never more than what is done. */
export function percentOf({ step, steps, part, parts }: Pick<Errand, 'step' | 'steps' | 'part' | 'parts'>): number {
  return Math.floor((100 * (step * parts + part)) / (steps * parts))
}

/** How often a step is begun before the errand is given up. */
export const MOST_TRIES = 6

/** Where somebody sees how far an errand is. */
export function errandAddress(id: ErrandId): string {
  return `/bezig/${id}`
}
