import { longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import type { DecisionRef } from '../../events/events.rules.ts'
import { remedyTexts } from '../remedies.en.ts'

/** "Weigering van 6 november 2026". */
export function nameOf(decision: DecisionRef, language: Language): string {
  const words = remedyTexts[language]
  return fill(words.decision, { what: words.kinds[decision.kind], day: longDay(decision.on, language) })
}
