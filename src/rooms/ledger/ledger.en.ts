import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './ledger.nl.ts'

// The books are read by treasurer and board, in Dutch; what they refuse can reach a member who sends an invoice.
const en: Pick<SameTexts<typeof nl>, 'refusals'> = {
  refusals: {
    periodClosed: { what: 'The month {month} is closed already.', next: 'Book a correction in a month that is still open.' },
    nothingToPost: { what: 'There is nothing to book: the amount is nil.', next: 'Check the amount.' },
    postedBefore: { what: 'This was booked already.', next: 'Open the page again to see the entry.' },
    noSuchEntry: { what: 'This entry does not exist.', next: 'Look for the entry in the ledger.' },
    reversedBefore: { what: 'This entry was reversed already.', next: 'Open the entry to see the correction.' },
    noReason: { what: 'Write down briefly why you book this.', next: 'One sentence is enough.' },
  },
}

export const texts: Readonly<Record<Language, typeof en>> = { nl, en }
