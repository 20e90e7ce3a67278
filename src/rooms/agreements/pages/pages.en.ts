import type { Language, SameTexts } from '#kit/text.ts'
import { articlesEn } from '../articles/articles.en.ts'
import { articlesNl } from '../articles/articles.nl.ts'
import type { ArticleTexts } from '../articles/text.rules.ts'
import { pagesNl } from './pages.nl.ts'

const pagesEn: SameTexts<typeof pagesNl> = {
  title: 'Agreements',
  leadMember: 'This says how your money is divided. The text and the division are the same thing.',
  leadOffice: 'What stands here is also how the money is divided.',
  version: 'Version {number}',
  full: 'Member agreement, version {number}',
  noneTitle: 'You have no agreement yet',
  none: 'The board puts one to you first. Your coach reads it with you.',
  toSignTitle: 'Read and sign a new agreement',
  toSign: 'Version {number} is ready for you. It counts only once you sign.',
  toSignOld: 'If you do not sign, what you signed before keeps counting.',
  readAndSign: 'Read and sign',
  whatIf: 'What if this had applied?',
  origin: 'This began with an agreement of the library: {words}.',
  toOrigin: 'Read that agreement',
  different: 'What is different?',
  yours: 'This counts for you',
  yoursSince: 'Version {number}, since {from}',
  earlier: 'Earlier and later',
  article: 'Article {number}',
  signedTitle: 'Who signed',
  signedYou: 'You',
  signedCooperative: 'The cooperative',
  notSignedYet: 'Not signed yet',
  signedOn: '{name}, on {day}',
  fingerprint: 'Fingerprint of the text',
  fingerprintWhy: 'If one letter changes, the fingerprint changes.',
  readingHelp: 'This helps you read in your own language. The Dutch text is what counts.',
  standings: {
    proposed: 'Ready for you',
    signedByMember: 'Waits for the cooperative',
    signedByCooperative: 'Waits for the member',
    binds: 'Counts now',
    willBind: 'Starts on {day}',
    replaced: 'Replaced',
    ended: 'Ended',
    draft: 'Draft',
  },
  sign: {
    title: 'Sign the agreement',
    lead: 'Take your time to read. Not sure? Ask your coach.',
    whatChanges: 'What changes for you',
    nothing: 'Nothing in the text changes.',
    added: 'Added',
    removed: 'Removed',
    text: 'The whole text',
    dutch: 'The Dutch text (Nederlands)',
    read: 'I have read the text and I agree.',
    button: 'Sign',
    buttonFor: 'Sign for the cooperative',
    later: 'Not now',
    law: 'Your agreement changes only when you sign. The law says so (article 59 of Book 2 of the Dutch Civil Code).',
    from: 'Once signed it counts from {day}, or from the month in which both have signed.',
  },
  example: {
    title: 'How it works out',
    tag: 'Example',
    turnover: 'Customers pay, without VAT',
    costs: 'Costs',
    compute: 'Work it out',
    source: 'Customers pay',
    costsName: 'Costs',
    left: 'What is left',
    wait: 'There is no example yet: something is not right.',
    loss: 'There is a loss of {loss}. There is nothing to divide.',
    lossCarried: 'The loss goes over to the next month.',
    lossBorne: 'The cooperative bears the loss.',
    surplus: '{article}, surplus of {from}',
  },
}

export type PageTexts = SameTexts<typeof pagesNl>

export const pageTexts: Readonly<Record<Language, PageTexts>> = { nl: pagesNl, en: pagesEn }

/** Articles in a language to read in; the Dutch text is what is signed. */
export const readingTexts: Readonly<Record<Language, ArticleTexts>> = { nl: articlesNl, en: articlesEn }
