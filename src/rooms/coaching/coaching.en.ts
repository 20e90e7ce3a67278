import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './coaching.nl.ts'

const en: SameTexts<typeof nl> = {
  back: 'Back to the track',
  ownBack: 'Back to my track',
  somebody: 'somebody',
  refusals: {
    missing: { what: 'This member is not here, or is not yours.', next: 'Go back to your own members.' },
  },
}

export const texts: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }
