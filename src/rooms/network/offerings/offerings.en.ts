import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './offerings.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'Catalogue',
  lead: 'What members of social cooperatives make and do. You pay an ordinary invoice.',
  find: 'Search the catalogue',
  craft: 'Kind of work',
  any: 'Anything',
  town: 'Town',
  go: 'Search',
  none: 'Nothing found. Choose another kind of work or another town.',
  by: '{tradeName}, {town}',
  ask: {
    title: 'Ask for a quote',
    name: 'Your name',
    email: 'Your e-mail address',
    words: 'What would you like to have made or done?',
    wordsHint: 'Say how much, and when you need it.',
    send: 'Send the question',
    kept: 'Your question goes to the maker and their coach. We keep it for half a year.',
  },
  own: {
    title: 'What I offer',
    lead: 'Show customers what you make or do. You choose what is there.',
    shown: 'What anybody can read now',
    nothing: 'You show nothing yet.',
    look: 'See it on the site',
    takeBack: 'Take this off the site',
    add: 'Show something',
    kind: 'What is it?',
    kinds: { product: 'Something you make', service: 'Something you do' },
    name: 'What is it called?',
    about: 'Tell something about it',
    aboutHint: 'Write nothing about a benefit, and no names of others.',
    tradeName: 'Under which name do you work?',
    tradeNameHint: 'This is the name of your business. Your own name is not needed.',
    town: 'In which town?',
    agreed: 'Yes, anybody may read this. I can always take it off again.',
    show: 'Put it on the site',
    questions: 'Questions of customers',
    noQuestions: 'There are no questions yet.',
    asked: '{name}, {at}',
    subject: 'About: {title}',
    quote: 'Make a quote',
  },
  coach: { title: 'Questions of customers', lead: 'What customers asked your members about their work. Help with a quote where needed.' },
  refusals: {
    missing: { what: 'This is not offered any more.', next: 'See in the catalogue what there is now.' },
    notAgreed: { what: 'You did not say yet that anybody may read this.', next: 'Tick the box if that is fine. Otherwise it stays yours alone.' },
    benefit: { what: 'This says something about a benefit or an office.', next: 'Take that away. Customers need not know.' },
  },
}

/** The words of the catalogue in the language of the reader. */
export function texts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
