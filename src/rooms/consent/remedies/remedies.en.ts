import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './remedies.nl.ts'

const en: SameTexts<typeof nl> = {
  card: 'Objections and new decisions',
  about: 'Which decision is it about?',
  decision: '{what} of {day}',
  kinds: {
    granted: 'Consent',
    refused: 'Refusal',
    leftUnprocessed: 'Not dealing with it',
    suspended: 'Putting on hold',
    resumed: 'Letting it count again',
    consentWithdrawn: 'Withdrawing',
    changeCancelled: 'Change called off',
    grantedInstead: 'New consent',
    refusedInstead: 'New refusal',
    reviewClosed: 'Looking again',
  },
  standing: {
    none: 'You can object until {day}.',
    over: 'You could object until {day}.',
    objected: 'There is an objection. Meanwhile the decision still counts (Awb 6:16).',
    takenBack: 'The objection has been taken back. The decision stays (Awb 6:21).',
    answered: 'The objection was decided.',
    appealed: 'There is an appeal at the court. Meanwhile the decision still counts (Awb 6:16).',
    ruled: 'The court has ruled.',
  },
  endings: {
    asFilled: 'This is how it is once you send this.',
    founded: 'If founded, with what is filled in below:',
    otherwise: 'If unfounded or inadmissible:',
  },
  lateLink: 'Object all the same',
  notes: {
    until: '{day} at the latest',
    inTime: 'In time',
    late: 'Late: the last day was {day}',
    weeks: '{weeks} weeks later',
    onObjection: 'About the decision on the objection',
  },
  outcomes: {
    founded: 'Founded: you are right',
    unfounded: 'Unfounded: the decision stays',
    inadmissible: 'Inadmissible: not dealt with',
    withdrawn: 'The appeal was withdrawn',
  },
  takeBack: {
    title: 'Take an objection back',
    lead: 'The decision then stays as it is. Do you still disagree? Talk to your coach first.',
    leadOffice: 'Write down how the objection was taken back: in a letter, or while being heard (Awb 6:21).',
    on: 'On which day?',
    note: 'Why do you take it back?',
    noteOffice: 'How was it taken back?',
    button: 'Take the objection back',
    keep: 'No, let the objection stand',
  },
  object: {
    title: 'Object',
    lead: 'Do you disagree with a decision? Write why. The municipality looks at it again.',
    meanwhile: 'While the municipality thinks, the decision counts. What is allowed does not change (Awb 6:16).',
    late: 'The last day was {day}. You can still ask, but the municipality need not deal with it. Write why it could not be earlier (Awb 6:11).',
    reason: 'Why do you disagree?',
    because: 'Why could it not be earlier?',
    becauseHint: 'Only if you are late.',
    on: 'When did the objection come in?',
    button: 'Send the objection',
  },
  wait: {
    title: 'Give the municipality more time',
    lead: 'The municipality must decide by {day}. You may give it more time. You do not have to.',
    note: 'You cannot undo this. Until the new day you cannot send a notice of default.',
    until: 'Until which day may the municipality wait?',
    on: 'When did this agreement come in?',
    button: 'Give more time',
  },
  default: {
    title: 'The municipality is late',
    lead: 'The municipality had to decide by {day}. You can write that it is late.',
    leadObjection: 'The municipality had to decide on the objection by {day}. You can write that it is late.',
    next: 'Then it has two weeks left. No decision by then? Then it must pay you for every day (Awb 4:17).',
    on: 'When did the letter come in?',
    button: 'Send a notice of default',
  },
  refusals: {
    beforeThat: { what: 'This day lies before {day}.', next: 'Fill in the day on which the letter came in.' },
    weeks: { what: 'It can be put off by one to six weeks (Awb 7:10(3)).', next: 'Fill in a number from 1 to 6.' },
    putOffTooLate: {
      what: 'The last day to decide on the objection was {day}.',
      next: 'Decide as soon as possible. Putting off is possible before that day only.',
    },
    delayTooLate: {
      what: 'The last day to decide was {day}.',
      next: 'Decide as soon as possible. Telling a delay is possible before that day only (Awb 4:14).',
    },
    noMoreTime: { what: 'This day gives no more time: the last day is {day} now.', next: 'Choose a later day.' },
    defaultTooEarly: { what: 'The municipality is not late yet: it has until {day}.', next: 'Wait until the day after. Then you can (Awb 4:17).' },
    lateReason: { what: 'This objection is late. The last day was {day}.', next: 'Write why it could not be earlier.' },
    sameDecision: { what: 'This new decision says the same as the last one.', next: 'Change what was wrong.' },
  },
}

/** The words of more time, objection and appeal, in a language. */
export const remedyTexts: Readonly<Record<Language, typeof nl>> = { nl, en }
