import type { SameTexts } from '#kit/text.ts'
import type { standard as nl } from './standard.nl.ts'

export const standard: SameTexts<typeof nl> = {
  restAndBuild: {
    name: 'Rest and building up',
    lead: 'You work at your own pace. You build up what fits.',
    steps: {
      need: {
        title: 'Write down what you need',
        why: 'Then the work can adapt to you.',
        help: 'Think of rest, times, a place or somebody with you. Do not write down an illness. Nobody needs to know that.',
      },
      rhythm: { title: 'Choose your days and hours', why: 'A fixed rhythm gives rest.', help: 'Begin small. Twice two hours a week is work too.' },
      place: { title: 'Find a place that fits', why: 'Work goes better in a good place.', help: 'Ask the cooperative for a quiet place, or work at home.' },
      firstJob: {
        title: 'Do one small job',
        why: 'That is how you notice what goes well.',
        help: 'Choose something you can do already. Agree when you are finished.',
      },
      lookBack: { title: 'Look back together', why: 'You learn what works for you.', help: 'What went well? What cost too much? Change what you agreed.' },
      more: { title: 'Add something', why: 'Building up goes in small steps.', help: 'An hour more, or a new customer. Too much? Go one step back.' },
    },
  },
  plan: {
    name: 'A plan of my own',
    lead: 'You make a plan for your business. Later you can take it to the municipality.',
    steps: {
      idea: {
        title: 'Tell who you are and what you make',
        why: 'Every plan begins with that.',
        help: 'Plain words are enough. You can change everything later.',
      },
      customers: {
        title: 'Talk with three customers',
        why: 'Then you know whether people want to buy it.',
        help: 'Ask what they need and what they want to pay.',
      },
      price: { title: 'Work out your price', why: 'A price that is too low costs you money.', help: 'Add up your costs and your hours. Your coach helps.' },
      money: {
        title: 'Fill in the flow of money',
        why: 'You see in which month you are short of money.',
        help: 'Twelve months: what comes in and what goes out?',
      },
      try: {
        title: 'Try it for three months',
        why: 'Then your plan fits what really happens.',
        help: 'Sell through the cooperative. Write down what you learn.',
      },
      check: { title: 'See whether your plan is ready', why: 'The municipality looks at fixed points.', help: 'Opbloei shows which parts are missing.' },
      town: {
        title: 'Talk with the municipality',
        why: 'It decides about part-time business or Bbz.',
        help: 'Take your plan along. Your coach can come to the talk.',
      },
    },
  },
  moneyMatters: {
    name: 'Money matters in order',
    lead: 'You work, and somebody helps you with your money. That person knows what happens.',
    steps: {
      overview: {
        title: 'Make a list of your money',
        why: 'Then you know where you stand.',
        help: 'What comes in, what goes out? You need to show the list to nobody.',
      },
      name: {
        title: 'Write down who helps you',
        why: 'We pay nothing out without that person.',
        help: 'For example your administrator or debt help. A name and phone number are enough.',
      },
      consent: {
        title: 'Ask for an agreement on paper',
        why: 'Without this agreement the cooperative pays nothing out.',
        help: 'Your coach can ask for the letter and keeps it with your data.',
      },
      agree: { title: 'Agree how it goes', why: 'Then money surprises nobody.', help: 'Agree with that person on which account money comes, and when.' },
      statement: {
        title: 'Give the overview every month',
        why: 'That person sees what came in and what you got.',
        help: 'Opbloei makes the overview. You give it yourself.',
      },
      lookBack: { title: 'Look back together', why: 'Help may become less again.', help: 'What can you do yourself already? What is still hard?' },
    },
  },
  language: {
    name: 'Language and taking part',
    lead: 'You learn Dutch while you work. We add up your hours.',
    steps: {
      road: {
        title: 'Write down which road you follow',
        why: 'Every road asks for something else.',
        help: 'Look in your PIP. Do you not know? Choose "I do not know".',
      },
      buddy: {
        title: 'Choose somebody to talk with',
        why: 'Talking is the fastest way to learn.',
        help: 'A language buddy, a neighbour or somebody of the cooperative.',
      },
      words: {
        title: 'Learn the words of your work',
        why: 'Then you understand customers and they you.',
        help: 'Write down ten words a week. Practise them aloud.',
      },
      hours: {
        title: 'Write down your hours',
        why: 'That is your proof for civic integration.',
        help: 'Language and taking part apart. Your coach confirms your hours.',
      },
      pip: {
        title: 'Give the overview to the municipality',
        why: 'It decides whether your hours count.',
        help: 'Opbloei makes the overview to go with your PIP.',
      },
    },
  },
  withoutBenefit: {
    name: 'Without benefit',
    lead: 'You have no benefit. You take part on the terms of the cooperative.',
    steps: {
      check: {
        title: 'Check that you have no benefit',
        why: 'Then you need not ask the municipality anything.',
        help: 'Do you get a benefit later? Say so at once.',
      },
      terms: { title: 'Read the terms', why: 'Then you know what you agree.', help: 'Is something unclear? Ask before you say yes.' },
      agreement: { title: 'Sign the member agreement', why: 'It says how money is divided.', help: 'It waits for you with your agreements.' },
      tax: {
        title: 'Know what you do about tax',
        why: 'What you get can be income.',
        help: 'Call the tax office or ask a bookkeeper. Opbloei gives no tax advice.',
      },
      forward: { title: 'Choose how you go on', why: 'Perhaps you want a business of your own later.', help: 'Talk about it with your coach.' },
    },
  },
}
