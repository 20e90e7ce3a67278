import { choice, dayField, many, optionalProse, optionalText, text, ticked, wholeNumber } from '#kit/form.ts'
import { COST_KINDS } from '#rooms/organisations'
import type { LaidDown } from '../conditions/library.ts'
import { type Conditions, STATEMENT_RHYTHMS } from '../consent.rules.ts'

/** The fields of what a municipality lays down, as its forms send them. Of the list each offered condition sends its place, chosen or not. */
export const CONDITION_FIELDS = {
  from: dayField(),
  until: dayField(),
  costKinds: many(choice(COST_KINDS)),
  payOutAllowed: ticked(),
  statementRhythm: choice(STATEMENT_RHYTHMS),
  statementDay: wholeNumber(),
  statementFulfilsDuty: ticked(),
  legalBasis: text(40),
  customary: ticked(),
  chosen: many(text(40)),
  offered: many(text(40)),
  adjusted: many(optionalText(40)),
  other: optionalProse(2000),
}

type Typed = Omit<Conditions, 'other' | 'watched'> & {
  readonly other: string | null
  readonly customary: boolean
  readonly chosen: readonly string[]
  readonly offered: readonly string[]
  readonly adjusted: readonly (string | null)[]
}

/** Conditions as a form gives them: nothing filled in under other conditions is no condition, and what was chosen is still to be looked up in the list. */
export function laidDown({ chosen, offered, adjusted, other, ...form }: Typed): LaidDown {
  return { ...form, other: other ?? '', chosen: chosen.map((condition) => ({ condition, adjusted: adjusted[offered.indexOf(condition)] ?? null })) }
}
