import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './access.nl.ts'

const en: Pick<SameTexts<typeof nl>, 'roles' | 'looksPage' | 'looked' | 'askPage' | 'refusals'> = {
  roles: {
    member: 'member',
    coach: 'coach',
    treasurer: 'treasurer',
    board: 'board member',
    administrator: 'administrator',
    caseManager: 'case manager',
    policyAdviser: 'policy adviser',
    network: 'staff of the network',
    system: 'Opbloei itself',
  },
  refusals: {
    notAllowed: {
      what: 'This does not belong to your role.',
      next: 'Look at the top right in which role you work, or ask the administrator of your organisation.',
    },
    signInFirst: { what: 'You are not signed in.', next: 'Sign in. After that you come back here.' },
    noSuchThing: { what: 'This page is not there.', next: 'The link may be old. Go to your home page and look from there.' },
    formExpired: { what: 'We are not sure that this form comes from you.', next: 'Open the page again and send the form once more.' },
    otherForm: { what: 'This form was sent already, with other details.', next: 'Open the page again to see what was kept.' },
    nobodyToAsk: {
      what: 'Nobody at {organisation} can get this question by mail now. Nothing was sent.',
      next: 'Call {organisation}, or ask your coach to ask.',
    },
    askedAlready: { what: 'You asked about this already.', next: 'Wait for the answer. Does it take too long? Tell your coach.' },
    busy: { what: 'This form is being worked on.', next: 'Wait a few seconds and open the page again.' },
  },
  looksPage: {
    title: 'Who looked at my data?',
    intro: 'Each time somebody opens your data, we write it down. Here you see who, when and why.',
    empty: 'Nobody has opened your data.',
    emptyNext: 'As soon as somebody does, you see it here.',
    ask: 'Ask about this',
    asked: 'Question asked',
    of: '{role} of {organisation}',
    toDo: 'To {words}.',
    may: 'Who may do what?',
  },
  looked: {
    'member.file': 'open your file',
    'consent.file': 'read your request for consent',
    'split.read': 'see where your money went',
    'statement.read': 'read your month statement',
    'application.read': 'read your application',
    'register.take': 'take the member register along as a file',
    'agreement.read': 'read the agreement with you',
    'invoice.read': 'see an invoice of yours',
    'receipt.read': 'see a receipt of yours',
    'spending.read': 'see a request of yours and your budgets',
    'signInCode.print': 'print a sign-in code for you',
  },
  askPage: {
    title: 'Ask about this look',
    intro: 'Your question goes to the administrator of {organisation}, or to whoever answers there. They explain why somebody looked.',
    text: 'What do you want to know?',
    textHint: 'For example: why was this needed?',
    goes: 'Your name and your e-mail address go along, so that you get an answer.',
    goesNoMail: 'Your name goes along. The answer comes through your coach.',
    send: 'Send my question',
    sent: 'Your question has been sent',
    sentText: 'No answer within a week? Then tell your coach.',
    back: 'Back to the list',
    subject: nl.askPage.subject,
    mail: nl.askPage.mail,
    answerTo: nl.askPage.answerTo,
    answerVia: nl.askPage.answerVia,
  },
}

/** The words of the pages that members read, in their language; what is for professionals stays Dutch. */
export function accessTextsOf(language: Language): typeof en {
  return language === 'en' ? en : nl
}
