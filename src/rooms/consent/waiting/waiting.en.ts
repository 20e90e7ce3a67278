import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './waiting.nl.ts'

const en: SameTexts<typeof nl> = {
  // The municipality reads Dutch.
  municipal: nl.municipal,
  others: {
    decision: {
      title: 'Work has been sold without consent',
      text: 'Work of {days}. The money is kept apart until the municipality decides. Does the consent count for that day too? Then the treasurer releases it.',
    },
    release: {
      title: 'The municipality has decided. The money waits for the treasurer',
      text: 'The consent counts for the work of {days} too. The treasurer releases the money.',
    },
    uncovered: {
      title: 'Money is kept apart without consent',
      text: 'The consent does not count for the work of {days}. The money stays apart. Ask your coach what can be done now.',
    },
  },
}

/** The words of money that waits, in a language. */
export const waitingTexts: Readonly<Record<Language, typeof nl>> = { nl, en }
