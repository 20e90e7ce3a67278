import { longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { plainCondition } from '../conditions/plain.ts'
import { texts } from '../consent.en.ts'
import type { Conditions, WatchedCondition } from '../consent.rules.ts'
import type { LegalBasis } from '../consent.sql.ts'
import { kindsOf } from './kinds.ts'

/** What was laid down, as a person reads it. */
export function conditionFacts(conditions: Conditions, grounds: readonly LegalBasis[], language: Language): { label: string; value: string }[] {
  const words = texts[language]
  return [
    { label: words.request.period, value: `${longDay(conditions.from, language)} – ${longDay(conditions.until, language)}` },
    { label: words.request.costKinds, value: kindsOf(conditions.costKinds, language) },
    ...standingFacts(conditions, grounds, language),
    ...(conditions.watched ?? []).map((each) => ({ label: words.request.chosen, value: wordsOf(each, language) })),
    ...(conditions.other ? [{ label: words.request.other, value: conditions.other }] : []),
  ].filter(({ value }) => value !== '')
}

/** What is mostly the same from one decision to the next: paying out, statements and the ground. */
export function standingFacts(conditions: Conditions, grounds: readonly LegalBasis[], language: Language): { label: string; value: string }[] {
  const words = texts[language]
  const ground = grounds.find(({ code }) => code === conditions.legalBasis)
  return [
    { label: words.list.payOut, value: conditions.payOutAllowed ? words.request.payOutAllowed : words.request.payOutForbidden },
    { label: words.request.statement, value: rhythmOf(conditions, language) },
    { label: '', value: conditions.statementFulfilsDuty ? words.request.duty : words.request.noDuty },
    { label: words.request.ground, value: ground?.words ?? conditions.legalBasis },
  ]
}

function rhythmOf(conditions: Conditions, language: Language): string {
  const words = texts[language]
  const rhythm = words.rhythms[conditions.statementRhythm]
  return conditions.statementRhythm === 'none' ? rhythm : fill(words.request.statementBy, { rhythm, day: conditions.statementDay })
}

/** As the municipality wrote it, for it writes in Dutch; for whoever reads another language what Opbloei watches of it, with those words. */
export function wordsOf({ words, watch }: WatchedCondition, language: Language): string {
  if (language === 'nl' || watch === null) return words
  return `${plainCondition(watch, language)} (“${words}”)`
}
