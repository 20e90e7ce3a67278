import { CONSENT_SCREENS } from './consent-screens.rules.ts'
import { MONEY_SCREENS, ROUTE_SCREENS } from './other-screens.rules.ts'
import type { LawReference } from './references.rules.ts'
import { REMEDY_SCREENS } from './remedy-screens.rules.ts'

/** Which law each screen rests on. A screen names its key; a key that no screen uses, or a row without a source, fails a test. */
export const LAW_SCREENS = { ...CONSENT_SCREENS, ...REMEDY_SCREENS, ...MONEY_SCREENS, ...ROUTE_SCREENS } as const satisfies Record<
  string,
  readonly LawReference[]
>

export type LawScreen = keyof typeof LAW_SCREENS
