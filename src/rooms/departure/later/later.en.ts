import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './later.nl.ts'

const en: SameTexts<typeof nl> = {
  mail: {
    subject: 'Three short questions from {cooperative}',
    text: `Hello {name},

You left {cooperative} {months} months ago. You agreed that we ask you something later. How are you doing now? There are three short questions:
{link}

You need no account. The link works through {day}. Do you not want this any more? You can stop on the same page.

{cooperative}`,
    reminder: 'Once more: three short questions from {cooperative}',
  },
  title: 'How are you doing now?',
  lead: 'Three short questions from {cooperative}. Your answers stand in figures without a name. We erase them after two years.',
  work: 'What do you do now?',
  works: { ownBusiness: 'I have an own business', job: 'I have a job', other: 'Something else, like school or voluntary work', nothing: 'I have no work now' },
  benefit: 'Do you get a benefit now?',
  benefits: { yes: 'Yes', no: 'No', unsaid: 'I would rather not say' },
  faring: 'How are you doing, compared with when you left?',
  farings: { better: 'Better', same: 'The same', worse: 'Less well' },
  send: 'Send my answers',
  stop: 'Ask me nothing more',
  stopNote: 'You need not say why.',
  thanks: 'Thank you. Your answers are kept.',
  thanksNext: 'You need not do anything more.',
  stopped: 'We ask you nothing more.',
  stoppedNext: 'You need not do anything more.',
  over: 'This link does not work any more.',
  overNext: 'Do you have a question? Contact the cooperative.',
  refusals: {
    gone: { what: 'This link does not work any more.', next: 'Do you have a question? Contact the cooperative.' },
    twice: { what: 'Your answers are kept already.', next: 'You need not do anything more.' },
  },
}

/** The words of the questions to who left, in the language of the reader. */
export function laterTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
