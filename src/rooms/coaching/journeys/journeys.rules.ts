import type { Day, Instant } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import { standard as en } from './standard.en.ts'
import { standard as nl } from './standard.nl.ts'

/** What a member can work on. The names say what the member chose, never what is the matter with somebody (decisions 8). */
export const TRACKS = ['restAndBuild', 'plan', 'moneyMatters', 'language', 'withoutBenefit'] as const
export type Track = (typeof TRACKS)[number]

/** Whose turn a step is. */
export const WHO = ['member', 'coach', 'both', 'bewind', 'municipality'] as const
export type Who = (typeof WHO)[number]

type StepWords = { readonly title: string; readonly why: string; readonly help: string }

/** One step of a track: what is done is found by its key, also in a later version. */
export type TrackStep = { readonly key: string; readonly who: Who } & Readonly<Record<Language, StepWords>>

// Whose turn it is where that is not the member's alone.
const TURN: Readonly<Record<string, Who>> = {
  'restAndBuild lookBack': 'both',
  'restAndBuild place': 'both',
  'plan check': 'both',
  'plan town': 'municipality',
  'moneyMatters consent': 'bewind',
  'moneyMatters agree': 'bewind',
  'moneyMatters lookBack': 'both',
  'language hours': 'both',
  'language pip': 'municipality',
  'withoutBenefit check': 'coach',
  'withoutBenefit forward': 'both',
}

/** The steps every cooperative begins with, in their order; a version of its own takes their place. */
export function standardSteps(track: Track): readonly TrackStep[] {
  const english = en[track].steps as Readonly<Record<string, StepWords>>
  return Object.entries(nl[track].steps).map(([key, words]) => {
    const other = english[key]
    if (!other) throw new Error(`${track} has no English words for ${key}`)
    return { key, who: TURN[`${track} ${key}`] ?? 'member', nl: words, en: other }
  })
}

/** That a step was done on a day, or was opened again. */
export type Mark = { readonly key: string; readonly done: boolean; readonly on: Day; readonly by: PersonId | null; readonly at: Instant }

export type StepStanding = { readonly step: TrackStep; readonly done: { readonly on: Day; readonly by: PersonId | null } | null }

/** Each step with the day on which it was done, by what was written down last; and the first that is still open. */
export function progressOf(
  steps: readonly TrackStep[],
  marks: readonly Mark[],
): { readonly steps: readonly StepStanding[]; readonly next: TrackStep | null; readonly done: number } {
  const last = new Map<string, Mark>()
  for (const mark of marks.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) last.set(mark.key, mark)
  const standing = steps.map((step) => {
    const mark = last.get(step.key)
    return { step, done: mark?.done ? { on: mark.on, by: mark.by } : null }
  })
  return { steps: standing, next: standing.find(({ done }) => !done)?.step ?? null, done: standing.filter(({ done }) => done).length }
}

/** Pages of a track that help with its steps, by the last word of their address. */
export const TOOLS = ['nodig', 'plan', 'geldhulp', 'uren', 'voorwaarden'] as const
export type Tool = (typeof TOOLS)[number]

// Steps that are done on a page of Opbloei, with about how many minutes that takes; the others happen outside it.
const AT_TOOL: Readonly<Record<string, { readonly tool: Tool; readonly minutes: number }>> = {
  'restAndBuild need': { tool: 'nodig', minutes: 5 },
  'plan idea': { tool: 'plan', minutes: 15 },
  'plan price': { tool: 'plan', minutes: 15 },
  'plan money': { tool: 'plan', minutes: 20 },
  'plan check': { tool: 'plan', minutes: 5 },
  'moneyMatters name': { tool: 'geldhulp', minutes: 2 },
  'moneyMatters statement': { tool: 'geldhulp', minutes: 2 },
  'language road': { tool: 'uren', minutes: 2 },
  'language hours': { tool: 'uren', minutes: 2 },
  'language pip': { tool: 'uren', minutes: 2 },
  'withoutBenefit terms': { tool: 'voorwaarden', minutes: 10 },
}

/** What a member follows: steps of the cooperative, or null for the standard ones, and the keys of what was done. */
export type FollowedTrack = { readonly track: Track; readonly ownSteps: readonly TrackStep[] | null; readonly doneKeys: readonly string[] }

/** The first open step and how it is done: right `here` with a day and a yes, on a page that takes some minutes, or by somebody else (`wait`). */
export type NextStep = {
  readonly track: Track
  readonly step: TrackStep
  readonly done: number
  readonly of: number
  readonly doing: 'here' | 'wait' | { readonly tool: Tool; readonly minutes: number }
}

/** The next step of what a member follows; null once all are done. */
export function nextStepOf({ track, ownSteps, doneKeys }: FollowedTrack): NextStep | null {
  const steps = ownSteps ?? standardSteps(track)
  const step = steps.find(({ key }) => !doneKeys.includes(key))
  if (!step) return null
  const mine = step.who === 'member' || step.who === 'both'
  const doing = AT_TOOL[`${track} ${step.key}`] ?? (mine ? 'here' : 'wait')
  return { track, step, done: steps.filter(({ key }) => doneKeys.includes(key)).length, of: steps.length, doing }
}

/** A step as it was typed: English may stay empty, and then reads as Dutch. */
export type TypedStep = { readonly key: string; readonly place: number; readonly who: Who } & Readonly<Record<Language, StepWords>>

export const MOST_STEPS = 12

/** The steps of a new version: in the order of their places, without those whose title was taken away; a new step gets a key of its own. */
export function adapted(typed: readonly TypedStep[], taken: readonly string[]): readonly TrackStep[] {
  const used = new Set(taken)
  let nr = 0
  const fresh = () => {
    do nr++
    while (used.has(`own${nr}`))
    return `own${nr}`
  }
  return typed
    .filter(({ nl: words }) => words.title !== '')
    .toSorted((a, b) => a.place - b.place)
    .map(({ key, who, nl: dutch, en: english }) => ({
      key: key === '' ? fresh() : key,
      who,
      nl: dutch,
      en: { title: english.title || dutch.title, why: english.why || dutch.why, help: english.help || dutch.help },
    }))
}

/** What is wrong with the steps of a new version, or null; a step without a reason helps nobody. */
export function problemOfSteps(steps: readonly TrackStep[], before: readonly TrackStep[]): 'none' | 'tooMany' | 'noWhy' | 'twice' | 'same' | null {
  if (steps.length === 0) return 'none'
  if (steps.length > MOST_STEPS) return 'tooMany'
  if (steps.some((step) => step.nl.why === '')) return 'noWhy'
  if (new Set(steps.map((step) => step.nl.title.toLowerCase())).size < steps.length) return 'twice'
  return told(steps) === told(before) ? 'same' : null
}

function told(steps: readonly TrackStep[]): string {
  return JSON.stringify(steps.map(({ key, who, nl: a, en: b }) => [key, who, a.title, a.why, a.help, b.title, b.why, b.help]))
}
