import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './pots.nl.ts'

const en: SameTexts<typeof nl> = {
  potNames: { business: 'Budget for the business', development: 'Budget for development', late: 'Money that came after leaving' },
  before: 'from before the books',
  benefits: { assistance: 'benefit of the municipality', unknown: 'not known', uwv: 'benefit of the UWV', none: 'no benefit' },
  title: 'Budgets at the leaving of {name}',
  own: 'Your budgets when you leave',
  lead: 'Per month what was built up and is still there.',
  table: 'What was built up',
  month: 'Month',
  pot: 'Budget',
  cents: 'Left',
  benefit: 'Benefit then',
  payable: 'May go to the member',
  waits: 'waits for the municipality',
  empty: 'Nothing is left.',
  summary: 'In {pot} there is {balance}. Of that {reserved} is promised already. Now {payable} may go to the member.',
  lateSummary: 'After leaving {cents} came that the agreement gives to the member. Of that {payable} may go by the bank.',
  below: '{pot} is {cents} below zero.',
  blockedTitle: 'A part of this money waits for the municipality',
  blocked: '{cents} was built up in months on a benefit. It may only go to the member when the municipality answers in writing.',
  uwv: 'In months with a benefit of the UWV the member reports the pay-out to the UWV.',
  see: 'See the question to the municipality',
  askTitle: 'The question to the municipality',
  askLead: 'This is exactly what the municipality reads, in Dutch. Is it right? Then send it.',
  send: 'Right, send to {municipality}',
  sendMore: 'Right, send',
  nobody: 'Is there no case manager in Opbloei? Print the question and send it by post. Add the answer later.',
  askedTitle: 'Asked on {day} of {municipality}',
  releases: 'Where the money went',
  releasedLine: '{day}: {cents} from {pot} to {receiver}. {why}',
  book: 'Book where the money goes',
  bookNote: 'To the member it goes by the bank, like every pay-out. The agreement or a decision says where the rest goes.',
  receiver: 'Where does it go?',
  receivers: {
    payout: 'Pay-out to the member',
    trainingPool: 'Training budget of all',
    cooperative: 'Cooperative',
    municipality: 'Municipality',
    reserve: 'Reserve',
  },
  amount: 'Amount',
  why: 'What does this rest on?',
  whyHint: 'Name the article of the agreement, the decision of the board, or the letter of the municipality.',
  whichPot: 'From which budget?',
  bookButton: 'Book',
  bank: 'Does the member have a benefit on the day of payment? Then the bank also looks whether the municipality allows it.',
  onlyAfter: 'You can book after the confirmation, once the last day is over.',
}

/** The words of the pots of who leaves, in the language of the reader. */
export function potTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
