import { longDay } from '#kit/day.ts'
import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './reminding.nl.ts'

/** What a member and a customer read; the list and the settings are of the office. */
type Spoken = Omit<typeof nl, 'list' | 'settings'>

export const en: SameTexts<Spoken> = {
  step: { friendly: 'First reminder', second: 'Second reminder', call: 'Call the customer', last: 'Last reminder', writeOff: 'Propose to write it off' },
  how: { mail: 'by mail', paper: 'by post', phone: 'called' },
  why: {
    parts: 'The customer pays in parts',
    complaint: 'The customer has a complaint',
    member: 'The member asks to wait',
    other: 'Something else',
  },
  card: {
    title: 'Reminding',
    none: 'No reminder has been sent yet.',
    next: (step, on) => `Next: ${step.toLowerCase()}, from ${longDay(on, 'en')}.`,
    done: 'All steps have been done.',
    by: (name) => `by ${name}`,
    itself: 'by itself',
    costs: (amount) => `naming ${amount} of costs`,
    halt: {
      question: 'The customer asked a question. Until there is an answer we send no reminder.',
      proposed: 'It was proposed to write this invoice off. We send no reminder.',
      paused: (until) => `We send no reminder up to and including ${longDay(until, 'en')}.`,
      stopped: 'We send no reminder until somebody turns it on again.',
    },
    send: { friendly: 'Send a reminder', second: 'Send the second reminder', last: 'Send the last reminder' },
    calledLabel: 'What did you agree on?',
    called: 'I called',
    writeOff: 'Propose to write it off',
    pause: 'Do not remind for a while',
    pauseMember: 'Ask not to remind this customer yet',
    why: 'Why not?',
    words: 'What is the matter?',
    until: 'Up to and including',
    untilHint: 'Empty: until somebody turns it on again.',
    untilMember: 'At most thirty days.',
    pauseSend: 'Do not remind now',
    resume: 'Remind again',
  },
  mail: {
    subject: { friendly: 'Reminder: invoice {number}', second: 'Second reminder: invoice {number}', last: 'Last reminder: invoice {number}' },
    open: {
      friendly: 'It may have slipped your mind: invoice {number} of {issuedOn} is still open. It is for {open}. Could you pay it this week?',
      second: 'We wrote to you before about invoice {number} of {issuedOn}. We have not received the {open} yet. Could you pay it this week?',
      last: 'Invoice {number} of {issuedOn} is still open, also after our earlier messages. It is for {open}. Could you pay it within fourteen days? Those fourteen days begin on the day after you receive this message.',
    },
    costs: 'If you do not pay within these fourteen days, {costs} of costs will be added.',
    how: 'How to pay: transfer {open} to {iban}, in the name of {seller}, and mention {number}.',
    paid: 'Did you pay just now? Then you need not do anything.',
    help: 'Can you not pay it all at once? Or is something not right? Let us know, and we will find a way together.',
    page: 'You find all about this invoice here. You can pay with a code there, or ask something:\n{link}',
    hello: 'Dear {name},',
    greeting: 'Kind regards,\n{tradeName}\n{seller}',
  },
  letter: { on: 'Date', foot: (kvk, iban) => `KvK ${kvk} · IBAN ${iban}`, pages: 'Page {page} of {pages}' },
  refusals: {
    question: { what: 'The customer waits for an answer.', next: 'Answer the question at the invoice first.' },
    paused: { what: 'This customer is not reminded now.', next: 'See at the invoice why. Turn it on there when it can go on.' },
    proposed: { what: 'It was proposed to write this invoice off.', next: 'Somebody else approves it or declines it.' },
    allDone: { what: 'All steps have been done.', next: 'Ask the board what should happen now.' },
    writeOffNext: { what: 'All reminders have gone.', next: 'Propose to write the invoice off.' },
    noWords: { what: 'It does not say yet what you agreed on.', next: 'Write briefly what the customer said. Did nobody answer? Write that.' },
    past: { what: 'This day has passed.', next: 'Choose a day that is still to come.' },
    tooLong: { what: 'You cannot ask for that long.', next: 'Choose a day within {days} days. After that, talk to the treasurer.' },
    pausedBefore: { what: 'This customer is not reminded already.', next: 'You need not do anything.' },
    notPaused: { what: 'This customer is reminded as usual.', next: 'You need not do anything.' },
    notYours: { what: 'The treasurer asked to wait.', next: 'Talk to the treasurer.' },
    order: { what: 'This step does not come after the one before.', next: 'Give each step more days than the one before.' },
  },
}

export type RemindingTexts = SameTexts<Spoken>

export function remindingTexts(language: Language): RemindingTexts {
  return language === 'en' ? en : nl
}
