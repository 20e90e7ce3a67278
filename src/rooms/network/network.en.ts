import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './network.nl.ts'

const en: SameTexts<typeof nl> = {
  front: {
    apply: 'Apply',
    check: 'Is this something for me?',
    how: 'How it works',
    applyNote: 'A few questions, three minutes. We ask for no name.',
    pots: ['A pot with one small leaf', 'A pot with three flowers in bud', 'A pot with one large flower'],
    steps: [
      ['The municipality says yes', 'Together with a coach you ask for consent. You get a letter with what was agreed. Without that letter you do not start.'],
      ['You work and sell', 'The customer gets an ordinary invoice from the cooperative. You do the work under your own name.'],
      ['The money is divided', 'One part is for your business and your development. You see of each euro where it went.'],
    ],
    river: {
      title: 'Where do 100 euros go?',
      note: 'An example. Each cooperative agrees this with the municipality. VAT is already taken off here.',
      source: 'Customer pays',
      shares: {
        costs: ['Costs', 'Fabric, thread, travel'],
        municipality: ['Municipality', 'Sometimes, and only if agreed'],
        cooperative: ['Cooperative', 'For help, bookkeeping and insurance'],
        development: ['Your development', 'A course, language or driving lessons'],
        business: ['Your business', 'A sewing machine, fabric or a stall'],
      },
    },
    expect: 'What you may expect',
    expects: [
      'Your benefit goes on, as long as you keep to what was agreed.',
      'A coach who knows you and thinks along.',
      'You see exactly what the municipality gets to see.',
      'You may always stop.',
    ],
    not: 'What we do not promise',
    nots: [
      'You will not get rich quickly.',
      'You cannot simply take out the money in your pots.',
      'The municipality decides. That can take weeks.',
      'Does something change in your life? You still report that yourself.',
    ],
    quote: '‘First I sat at home alone. Now people ask when my curtains are ready.’',
    quoteBy: 'Samira, sewing studio in Wilgendam. Her name is invented.',
    quotePot: 'A pot with three flowers',
    begin: 'Shall we start?',
    beginText: 'Answer five questions. A coach calls you and has a cup of coffee with you. After that you decide.',
    demo: 'Look around in the practice world',
  },
  print: 'Print this page',
  reckon: 'Work out what it costs and brings',
  feed: 'New at the social cooperatives',
  newCooperative: 'New in the list: {name}',
  newCooperativeIn: 'A social cooperative in {town}.',
}

const TEXTS: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }

/** The words of the public site in the language of the reader. */
export function texts(language: Language): SameTexts<typeof nl> {
  return TEXTS[language]
}
