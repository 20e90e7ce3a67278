import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './agreements.nl.ts'

const en: SameTexts<typeof nl.refusals> = {
  missing: { what: 'This agreement is not here.', next: 'Go back to Agreements and choose again.' },
  noAgreement: { what: 'For {day} there is no signed agreement.', next: 'Let the member and the board sign first. Then you can go on.' },
  hasProblems: { what: 'These agreements cannot be signed yet. {problem}', next: 'Change the draft and try again.' },
  outsideBounds: {
    what: 'This does not fit the agreement with {municipality}. {problem}',
    next: 'Change the article, or first make a new agreement with the municipality.',
  },
  fromPassed: { what: 'The first day is in a month that is over.', next: 'Choose {month} or later. What was divided already does not change.' },
  firstOfMonth: { what: 'An agreement begins on the first day of a month.', next: 'Choose the first day of a month.' },
  untilBeforeFrom: { what: 'The last day is before the first day.', next: 'Change one of the two days.' },
  nobodyChosen: { what: 'Nobody has been chosen.', next: 'Choose members, or confirm below that you only fix the text.' },
  nobodyMore: { what: 'Nobody has been chosen.', next: 'Choose at least one member.' },
  textStands: { what: 'This text was put to members already and stands.', next: 'Begin a new version if something must change.' },
  otherText: { what: 'The text is another one than you saw.', next: 'Read the text again and sign after that.' },
  signedBefore: { what: 'This was signed already.', next: 'You need not do anything more.' },
  declinedBefore: { what: 'This version will not be signed.', next: 'Read why on the page of the agreement. The cooperative can make a new version.' },
  answerTooShort: { what: 'It does not say why yet, or too little.', next: 'Write it in plain words. The other party must know what you mean.' },
  newerSigned: { what: 'A newer version holds already.', next: 'Look under Agreements which version holds for you.' },
  boardFirst: { what: 'The board has not signed this version yet.', next: 'Let the board sign first.' },
  notReserved: {
    what: 'This version changes more than the meeting of members may change by itself.',
    next: 'Ask the member to sign. Until then the old version holds (article 59 of Book 2 of the Dutch Civil Code).',
  },
  noticeInFuture: { what: 'The day of the notice is still to come.', next: 'Fill in the day on which the member got the notice.' },
  noMunicipality: { what: 'This municipality is not here.', next: 'Choose a municipality from the list.' },
  tickFirst: {
    what: 'You have not said yet that you read it.',
    next: 'Read the text and tick the box. Not sure? Ask your coach.',
  },
}

/** Refusals in the language of whoever reads them. */
export const agreementRefusals: Readonly<Record<Language, SameTexts<typeof nl.refusals>>> = { nl: nl.refusals, en }
