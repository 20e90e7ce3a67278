import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './errors.nl.ts'

const en: SameTexts<typeof nl> = {
  ruleTitle: 'This does not work',
  forbiddenTitle: 'You cannot open this',
  signedOutTitle: 'You are signed out',
  signedOut: {
    what: 'Nothing was sent.',
    next: 'This happens when you do nothing for a while. Sign in again. After that you go back to the page where you were.',
  },
  typedKept: 'What you typed will be there again. Choose a photo once more.',
  signIn: 'Sign in',
  missingTitle: 'Not found',
  oftenTitle: 'Please wait a moment',
  conflictTitle: 'Something happened already',
  faultTitle: 'Something went wrong on our side',
  fault: 'This is not your fault. We wrote it down under number {number}.',
  faultNext: 'Try again in a few minutes. Does it keep going wrong? Then tell your coach or administrator this number.',
  tooBig: { what: 'This file is too big.', next: 'Choose a file of at most 10 MB. A photo may be smaller.' },
  back: 'Go back',
  otherRole: 'In another role you may.',
  goOnAs: 'Go on as {role}',
  home: 'To the start page',
}

/** The words of whoever reads; Dutch where nobody is known yet. */
export function errorTexts(language: Language | undefined): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
