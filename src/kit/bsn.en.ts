import type { nl } from './bsn.nl.ts'
import type { SameTexts } from './text.ts'

export const en: SameTexts<typeof nl> = {
  found: {
    what: 'Your text holds a number that can be a citizen service number (BSN).',
    next: 'Take the number out. Opbloei may not keep a BSN. The municipality knows the person by a reference of its own.',
  },
}
