import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './homes.nl.ts'

export const en: SameTexts<typeof nl> = {
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
      objectionToMend: ['Something is missing in your objection', 'The municipality waits for it. Your coach can help.', 'Complete your objection'],
      questionToAnswer: ['The municipality asks about a receipt or a statement', 'You need not do it alone. Your coach looks along.', 'Read the question'],
      requestToAnswer: ['The municipality asks about your request', 'Your coach looks along.', 'Read the question'],
      conditionToAnswer: ['There is a question about a condition', 'Nothing changes now. Your coach looks along.', 'Read the question'],
      municipalityQuestion: ['The municipality asks about your month', 'You need not do it alone. Your coach looks along.', 'Read the question'],
      relocationToTell: ['You are moving', 'Read what we tell which municipality. Only then do we tell it.', 'Read it'],
      planToSign: ['Read and sign your plan of action', 'It says what you want to reach and who helps you.', 'Read the plan'],
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
      billToPay: ['Pay the bill for {about}', 'You bought this from the cooperative. The bill says how to pay.', 'Look at the bill'],
      spendingToBuy: ['You may buy this: {about}', 'Buy it and keep the receipt. The treasurer books it.', 'Look at the request'],
      consentElsewhere: [
        'Ask your new municipality for consent',
        'You are moving. Without consent of your new municipality you may not sell after that.',
        'Make the request',
      ],
      consentAsked: [
        'Your consent ends',
        'You asked for a new one already. If there is no decision by then, you may not sell after that day.',
        'Look at your request',
      ],
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
      track: 'My track: my next step',
      looks: 'Who looked at my details?',
      plan: 'My plan of action',
      partners: 'Who looks along?',
      invite: 'Invite a case manager',
      facts: 'My details',
      money: 'Where did my money go?',
      consent: 'My consent',
      consentUntil: 'My consent, until {day}',
      statements: 'My monthly statements',
      offering: 'What I show on the site',
    },
  },
}

const TEXTS: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }

/** The words of the homes in the language of the reader. */
export function texts(language: Language): SameTexts<typeof nl> {
  return TEXTS[language]
}
