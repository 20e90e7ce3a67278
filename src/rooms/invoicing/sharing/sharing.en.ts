import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './sharing.nl.ts'

const en: SameTexts<typeof nl> = {
  fold: 'Who worked on it?',
  hint: 'Did other members work on it too? Put their share here, without VAT. They say first whether it is right. The customer does not see the shares.',
  restIs: 'What is left is for whoever asks for the invoice.',
  member: (n) => `Who worked on it? (${n})`,
  nobody: 'Nobody',
  part: (n) => `Which share? (${n})`,
  partHint: 'For example 40% or € 120',
  of: (n) => `Share of (${n})`,
  whole: 'the whole invoice',
  line: (n, what) => `line ${n}: ${what}`,

  cardDraft: 'Who worked on it?',
  cardSent: 'You did this work together',
  cardOffice: 'The shares of the members',
  agreed: 'agreed',
  set: 'set by the treasurer',
  waits: 'has not answered yet',
  refused: 'says it is not right',
  because: (words) => `Reason: ${words}`,
  yourPart: 'Your share, without VAT',
  ownPart: 'Own share',
  partReceived: 'Of that paid, with VAT',
  partOpen: 'Of that still open, with VAT',
  partWaits: 'This share waits for a decision of the municipality',
  yourShareOf: (number) => `Your share of invoice ${number}`,
  notShown: 'The customer gets one invoice and does not see the shares.',
  whose: 'Whose money is released?',
  everybody: 'Of everybody who waits',

  asked: 'Is your share right?',
  askedWhat: (job) => `You are asked about: ${job}`,
  look: 'See your share',

  title: 'Your share of a job',
  lead: (name) => `${name} asks for an invoice for work that you did together.`,
  job: 'The work',
  day: 'Done on',
  together: 'Together, without VAT',
  mine: 'Your share, without VAT',
  setFor: 'The treasurer set this share. Is it not right? Tell the treasurer.',
  agreedOwn: 'You agreed to this share. You hear it when the customer has paid.',
  refusedOwn: 'You said that this share is not right. Talk about it together. Then the share can be changed.',
  what: 'When the customer pays, your share goes through your own agreement.',
  agree: 'Yes, this is right',
  refuse: 'No, this is not right',
  refuseLabel: 'What is not right?',
  back: 'Invoices',
  waitsFirst: 'Not everybody agreed to their own share yet. After that the invoice can go.',
  setByYou: 'If you change the shares now and save them, they are fixed. The members are told.',
}

/** The words of shared work, in a language. */
export const sharingTexts: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }
