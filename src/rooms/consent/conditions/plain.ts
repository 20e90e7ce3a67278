import type { Language } from '#kit/text.ts'
import type { Watch } from '../events/events.rules.ts'
import { kindsOf } from '../pages/kinds.ts'
import { plainWatch } from './watch.rules.ts'

/** What is watched of a condition in plain words, with the kinds of costs as a person reads them. */
export function plainCondition(watch: Watch, language: Language): string {
  return plainWatch(watch, watch.kind === 'costs' ? kindsOf(watch.only, language).toLowerCase() : '', language)
}
