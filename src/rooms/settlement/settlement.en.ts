import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './settlement.nl.ts'

/** What a member may read here is only why something did not work; the month itself is work of the treasurer. */
const en: SameTexts<typeof nl.refusals> = {
  closedBefore: { what: '{month} is closed already.', next: 'Look at the closed month. A correction is an entry in a month that is still open.' },
  notReady: { what: '{month} cannot be closed yet. {point}', next: 'First make every point of the checklist green. Still to do: {count}.' },
  dividedAlready: {
    what: 'A month was divided in Opbloei already.',
    next: 'An opening position can only be entered before the first month is closed. Book a correction now.',
  },
  noSuchMonth: { what: 'This month is not here.', next: 'Choose a month from the list.' },
}

export const monthRefusals: Readonly<Record<Language, SameTexts<typeof nl.refusals>>> = { nl: nl.refusals, en }
