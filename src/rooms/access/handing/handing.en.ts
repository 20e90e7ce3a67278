import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './handing.nl.ts'

type Mails = SameTexts<typeof nl.mail>

const en: Mails = {
  coach: {
    subject: 'You get another coach',
    text: `Hello {name},

From {day} on {professional} is your coach at {organisation}. Your coach can see your file and help you. You need not do anything now.

Do you have a question? Ask {organisation}.

Opbloei`,
  },
  caseManager: {
    subject: 'You get another case manager',
    text: `Hello {name},

From {day} on another case manager of {organisation} deals with your consent and your statements. Nothing else changes. You need not do anything now.

Do you have a question? Ask {organisation}.

Opbloei`,
  },
}

/** The mails to whom it is about, in a language. */
export function mailsOf(language: Language): Mails {
  return language === 'en' ? en : nl.mail
}
