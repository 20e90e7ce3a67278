import { choice, dayField, many, optionalProse, text, ticked, wholeNumber } from '#kit/form.ts'
import { COST_KINDS } from '#rooms/organisations'
import { type Conditions, STATEMENT_RHYTHMS } from '../consent.rules.ts'

/** The fields of what a municipality lays down, as its forms send them. */
export const CONDITION_FIELDS = {
  from: dayField(),
  until: dayField(),
  costKinds: many(choice(COST_KINDS)),
  payOutAllowed: ticked(),
  statementRhythm: choice(STATEMENT_RHYTHMS),
  statementDay: wholeNumber(),
  statementFulfilsDuty: ticked(),
  legalBasis: text(40),
  other: optionalProse(2000),
}

/** Conditions as a form gives them: nothing filled in under other conditions is no condition. */
export function laidDown(form: Omit<Conditions, 'other'> & { readonly other: string | null }): Conditions {
  return { ...form, other: form.other ?? '' }
}
