import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './sign-in.nl.ts'

export const en: SameTexts<typeof nl> = {
  start: {
    title: 'Sign in',
    intro: 'Enter your e-mail address. You will get a mail with a code of six digits.',
    email: 'E-mail address',
    emailHint: 'The address that your cooperative or municipality knows.',
    send: 'Send me a code',
    noMail: 'No e-mail? Your coach can print a code for you.',
    toPaper: 'Sign in with a code on paper',
    demo: 'Or look along as somebody from the practice world',
  },
  code: {
    title: 'Look in your mail',
    intro: 'Do we know {email}? Then a mail with a code is in your mailbox now. It can take a minute.',
    code: 'Code of six digits',
    codeHint: 'The code works for {minutes} minutes.',
    enter: 'Sign in',
    again: 'Send a new code',
    other: 'Use another e-mail address',
    outbox: 'In this practice world the mail arrives in the mailbox of the practice world.',
    toOutbox: 'Open the mailbox',
  },
  paper: {
    title: 'Sign in with a code on paper',
    intro: 'Your coach gave you a paper with a code. Fill it in here.',
    who: 'Your member number or your name',
    whoHint: 'As it stands on the paper.',
    code: 'Code',
    codeHint: 'Three times four letters and figures. Capitals and dashes do not matter.',
    enter: 'Sign in',
    mail: 'Sign in with your e-mail address',
  },
  link: {
    title: 'Sign in with the link',
    intro: 'Press the button. Then you are signed in.',
    enter: 'Sign in',
    old: 'This link is old',
    oldText: 'A link works for {minutes} minutes, and only once. Ask for a new code.',
    new: 'Ask for a new code',
  },
  second: {
    title: 'The second step',
    why: 'You see data of other people. That is why you show in a second way that it is you.',
    free: 'With a second step nobody can sign in who can only read your mail.',
    begin: 'Begin',
    needs: 'You need an app that makes codes. For example Aegis, 2FAS or the passwords app of your phone.',
    scan: 'Scan this square with the app on your phone.',
    picture: 'Square with lines to scan',
    typeKey: 'Does scanning not work? Then type this key in the app:',
    code: 'Code from the app',
    codeHint: 'Six digits. They change every half minute.',
    enter: 'Done',
    lost: 'I no longer have my phone',
    recovery: 'Recovery code',
    recoveryHint: 'One of the ten codes that you kept earlier. It looks like this: ab1cd-ef2gh.',
    useRecovery: 'Use recovery code',
    noRecovery: 'No recovery code either? Ask the administrator of your organisation for help.',
    leave: 'Sign out',
  },
  recovery: {
    title: 'Keep your recovery codes',
    intro: 'Lost your phone? With a recovery code you still get in. Each code works once.',
    where: 'Write them down, or print them. Do not keep them on the same phone.',
    list: 'Your recovery codes',
    done: 'I have kept them',
    print: 'Print',
    shownOnce: 'You can see them on this page for ten more minutes.',
  },
  account: {
    title: 'My account',
    who: 'Who you are',
    name: 'Name',
    email: 'E-mail address',
    noEmail: 'none',
    changeWhere: 'Is your name or your role not right? Tell your coach or the administrator.',
    roles: 'Your roles',
    until: 'until {day}',
    language: 'Language',
    languageText: 'In which language do you want to read Opbloei? Not every page has been translated yet.',
    nl: 'Nederlands',
    en: 'English',
    chosen: 'chosen',
    second: 'Second step when you sign in',
    secondOn: 'On. You sign in with your mail and with a code from your app.',
    secondOff: 'Off. You sign in with your mail only.',
    secondPasskey: 'On. Your passkey is your second step too.',
    secondMust: 'For your role this is compulsory.',
    secondBegin: 'Turn on',
    secondEnd: 'Turn off',
    everywhere: 'Sign out everywhere',
    everywhereText: 'Lost your phone, or signed in on a computer of somebody else? Then sign out everywhere. Here too.',
    everywhereDo: 'Sign out everywhere',
    looks: 'Who looked at my data?',
  },
  mail: {
    subject: 'Your code for Opbloei: {code}',
    text: `Hello,

Your code to sign in to Opbloei is:

{code}

Or open this link and press the button:
{link}

The code and the link work for {minutes} minutes. Did you not ask for this? Then you need not do anything. Give the code to nobody, not even to your coach.

Opbloei`,
  },
  refusals: {
    wrongCode: { what: 'This code is not right, or it is too old.', next: 'See whether you have the newest mail. Or ask for a new code.' },
    wrongAppCode: { what: 'This code is not right.', next: 'Wait for the next code in your app. Is the clock of your phone right?' },
    wrongRecovery: { what: 'This recovery code is not right, or it has been used.', next: 'Try another code of your list.' },
    wrongPaper: {
      what: 'This code and this name do not belong together.',
      next: 'See whether all is right. A code works for two days, and once. Ask your coach for a new one.',
    },
    noPaper: { what: 'You cannot print a code for this person.', next: 'Go back to your own people and choose again.' },
    hasAddress: {
      what: 'This person has an e-mail address to sign in with.',
      next: 'Let the person sign in with the mail. Is the address not right? Change it in the file.',
    },
    tooOften: { what: 'This was tried too often.', next: 'Wait a quarter of an hour and try again.' },
    factorNeeded: { what: 'For your role a second step is compulsory.', next: 'Do you have a new phone? Ask the administrator to clear your second step.' },
  },
}

export function textsOf(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
