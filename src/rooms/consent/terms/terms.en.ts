import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './terms.nl.ts'

const en: SameTexts<typeof nl> = {
  card: 'Terms',
  terms: {
    complete: 'Give an answer',
    leaveUnprocessed: 'Leave it unprocessed',
    decide: 'Decide',
    tellDelay: 'Tell a delay',
    tellDefault: 'Send a notice of default',
    penalty: 'Pay for every day that it is late',
    object: 'Object',
    mendObjection: 'Complete the objection',
    decideObjection: 'Decide on the objection',
    appeal: 'Appeal',
  },
  who: { municipality: 'the municipality', applicant: 'the member' },
  applicantYou: 'you',
  standing: {
    running: 'up to and including {day}',
    still: 'stands still',
    met: 'in time (it could be until {day})',
    missed: 'the last day was {day}',
    over: 'it could be until {day}',
  },
  sinceThen: 'possible from {day}',
  explain: {
    complete: 'Answer before that day is over. Otherwise the municipality need not deal with the request.',
    leaveUnprocessed: 'No answer came. Until {day} the municipality may say that it does not process the request. After that it must decide.',
    decide: 'The municipality must decide by {day}. If it does not, you can send a notice of default.',
    object: 'Do you disagree? Object by {day}.',
    mendObjection: 'Send what is missing before that day is over. Otherwise the municipality need not deal with your objection.',
    decideObjection: 'The municipality must decide on the objection by {day}.',
    appeal: 'Do you still disagree? Appeal to the court by {day}.',
    tellDefault: 'The municipality is late. You can write that it must decide.',
  },
  penalty: '{amount} so far.',
  penaltyUnknown: 'We do not know the amount for these days yet.',
  how: 'How was this computed?',
  other: 'Some municipalities count in another way. Then the last day is {day}.',
  toConfirm: 'To be confirmed: whoever counts longest comes to {day}.',
  unknownDecree: 'For this year we do not know the days that a decree equates with holidays yet.',
  steps: {
    received: 'Received',
    weeks: '+ {days} days',
    stoodStill: '+ {days} days on hold',
    agreedToWait: '+ {days} days, agreed',
    newDay: 'New day, told',
    notAWorkingDay: 'No working day, so later',
    notified: 'Decision posted',
    dayGiven: 'This day was named',
    termEnded: 'The term before is over',
    putOff: '+ {days} days, put off',
    furtherDelay: 'New day, further delay',
    told: 'Notice of default',
  },
}

/** The words of terms, in a language. */
export const termTexts: Readonly<Record<Language, typeof nl>> = { nl, en }
