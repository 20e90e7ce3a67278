import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './meaning.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'What this means',
  period: '{from} until {until}',
  states: {
    may: 'Work may be sold',
    unknownBenefit: 'Do not sell: we do not know yet which benefit there is',
    noConsent: 'Do not sell: there is no consent',
    awaiting: 'Do not sell: there is no decision yet',
    suspended: 'Do not sell: the consent is on hold',
    ended: 'Do not sell: the consent has ended',
    upcoming: 'Do not sell: the consent has not begun',
    elsewhere: 'Do not sell: another municipality must consent',
  },
  changes: { opens: 'That was not allowed before.', closes: 'That was allowed before.' },
  exceptions: {
    backdated: 'The consent also counts for days before the request: {from} until {until}.',
    notCovered: 'Asked for, but without consent: {from} until {until}.',
    beyondTown: 'This municipality does not go back that far: {from} until {until}. There will be no consent for those days.',
    gap: 'Between two consents nothing counts: {from} until {until}. Sell no work then.',
    extensionRunsOn: 'The extension was asked in time. The consent goes on after {last}, until the municipality decides.',
    extensionStops: 'The extension was asked in time. Still the consent ends after {last}. Then nothing may be sold until the municipality decides.',
    extensionLate: 'The extension was asked too late: the consent ran until {last}. Sell nothing until the municipality decides.',
    moved: 'From {from} on another municipality pays the benefit. Ask that one for consent too.',
    postedEarlier: 'The decision counts from the day of posting, {on}. What was known before does not change.',
    nothingChanges: 'For no day does it change what is allowed.',
  },
  waiting: {
    free: 'Work sold already, of {days}: the treasurer can release the money.',
    held: 'Work sold already, of {days}: the money stays apart.',
  },
  months: {
    added: 'A month statement is added for: {months}.',
    dropped: 'No month statement is needed any more for: {months}.',
  },
}

/** These words, in a language. */
export const meaningTexts: Readonly<Record<Language, typeof nl>> = { nl, en }
