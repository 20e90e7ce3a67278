import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './homes.nl.ts'

export const en: SameTexts<typeof nl> = {
  front: {
    title: 'Let what you are good at grow',
    promise: 'Let what you are good at grow.',
    lead: 'Cooking, sewing, repairing, drawing. In a social cooperative you start a small business. Together with others, and you keep your benefit.',
    apply: 'Is this something for me?',
    how: 'How it works',
    applyNote: 'Five questions, three minutes. Not sure about something? That is fine.',
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
    municipality: 'Do you work for a municipality?',
    municipalityText: 'Read what you can do: give consent, refer residents and make agreements together.',
    municipalityButton: 'For municipalities',
    otherLanguage: 'Lees deze bladzijde in het Nederlands',
    demo: 'Look around in the practice world',
    demoText: 'All people, towns and amounts there are invented. You pick someone and look along.',
  },
  flyer: {
    title: 'For municipalities',
    lead: 'Residents on a benefit build a business of their own step by step. You keep sight of every euro.',
    parts: [
      [
        'What is it?',
        [
          'A social cooperative is an association with an enterprise. Members sell under its name, with its bookkeeping and insurance.',
          'The member is not self-employed and earns no wage. The member builds a budget for the own business and the own development.',
        ],
      ],
      [
        'What does it ask of you?',
        [
          'One decision per resident: consent with conditions and an end date. You see in time what waits for you.',
          'One agreement with the cooperative on how money is divided, within the bounds you set.',
          'One page per resident per month or quarter. What does not deviate need not be opened.',
        ],
      ],
      [
        'What do you get to see?',
        [
          'What was declared, what must be offset and what is exempt. With the article.',
          'Only what the member saw and sent. No conversations, no health.',
          'The resident reads who looked at the details, and why.',
        ],
      ],
      [
        'What we do not promise',
        ['Not everyone moves on to paid work. Taking part, learning and calm count too.', 'This program decides nothing about benefits. You do.'],
      ],
    ],
    print: 'Print this flyer',
    back: 'Back to the front page',
    refer: 'Refer a resident (in Dutch)',
  },
  member: {
    title: 'Home',
    hello: 'Hello {name}',
    spend: 'What can I spend?',
    pots: { business: 'Your business', development: 'Your development' },
    free: 'free to ask for',
    inside: 'What is in my pots?',
    potOf: { business: 'Pot for your business', development: 'Pot for your development' },
    notOwn: 'This money belongs to the cooperative. You ask, somebody else approves.',
    belowZero: 'One pot is below zero. New money fills this up first.',
    must: 'What must I do?',
    also: 'Also to be done',
    nothing: 'Nothing to do now',
    nothingText: 'If something comes up, it stands here with its last day.',
    until: 'At the latest {day}.',
    untilLate: 'This was possible until {day}. Please do it now after all.',
    cash: 'You still have {amount} in cash',
    cashUntil: 'Bring it to the treasurer by {day}, or pay it in at the bank.',
    cashLate: 'This was possible until {day}. Bring it now. Does that not work? Call the treasurer.',
    duties: {
      memberClaim: [
        'You got money that is not allowed yet',
        'Call your coach, also if you do not understand it. Together you look: pay it back, or ask the municipality.',
        'Look at your months',
      ],
      statementToSend: ['Check your month {about}', 'Is it right? Then you send it to the municipality. It takes five minutes.', 'Look at {about}'],
      consentToAnswer: ['The municipality has a question', 'It wants to know more about your request. Your coach can help.', 'Answer the question'],
      municipalityQuestion: ['The municipality asks about your month', 'You need not do it alone. Your coach looks along.', 'Read the question'],
      agreementToSign: ['Read and sign your agreement', 'It says how the money is divided.', 'Read the agreement'],
      invoiceToRelease: [
        'The municipality has decided',
        'Your money was kept apart. The treasurer releases it now. You need not do anything.',
        'See the invoice',
      ],
      invoiceWaiting: [
        'The money of an invoice waits for a decision',
        'There is no consent for the day of this work. The money is kept apart. Ask your coach what still has to be done.',
        'Look at the invoice',
      ],
      receiptToAnswer: ['A question about your receipt', '“{about}”: something is still missing.', 'Answer the question'],
      shareToAgree: ['Is your share of this job right?', '{about}', 'See your share'],
      memberWorkToAnswer: ['Is this work of another member right?', '{about}', 'See the work'],
      invoiceReturned: ['Your invoice needs a change', '{about}', 'Change the invoice'],
      consentDraft: ['Your request was not sent yet', 'Read it through. Is everything right? Then you send it.', 'Look at your request'],
      spendingToBuy: ['You may buy this: {about}', 'Buy it and keep the receipt. The treasurer books it.', 'Look at the request'],
      consentEnding: ['Your consent ends soon', 'Ask for a new one in time. Without consent you may not sell.', 'Look at your consent'],
    },
    tiles: [
      ['/facturen/nieuw', 'Ask for an invoice'],
      ['/bonnen/nieuw', 'Send a receipt'],
      ['/bestedingen/nieuw', 'Use money'],
    ],
    sale: 'Your last sale',
    salePaid: 'Invoice {number}. Paid on {day}:',
    saleOpen: 'We divide this at the end of the month. You can already see how it stands.',
    saleFor: { business: 'for your business', development: 'for your development' },
    saleRest: 'Where did the rest go?',
    saleNow: 'See how it stands now',
    noSale: 'No sales yet',
    noSaleText: 'As soon as a customer pays, you see here what it brought you. First ask for an invoice.',
    noSaleGo: 'Ask for an invoice',
    help: 'Who helps you?',
    coach: 'your coach',
    coachText: 'If you do not understand something, or are not sure: just ask.',
    noCoach: 'You have no coach yet. The board will appoint somebody.',
    links: {
      resolutions: 'Decisions of the cooperative (in Dutch)',
      looks: 'Who looked at my details?',
      facts: 'My details',
      money: 'Where did my money go?',
      consent: 'My consent',
      consentUntil: 'My consent, until {day}',
      statements: 'My monthly statements',
    },
  },
}

const TEXTS: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }

/** The words of the homes in the language of the reader. */
export function texts(language: Language): SameTexts<typeof nl> {
  return TEXTS[language]
}
