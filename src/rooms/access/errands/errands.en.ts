import type { Language } from '#kit/text.ts'
import { nl } from './errands.nl.ts'

const en: typeof nl = {
  kinds: {
    'bank.import': {
      title: 'Bring in a bank file',
      steps: ['Read the file', 'Check the statements', 'Keep the lines'],
      done: 'The bank file has been brought in.',
      go: 'To the bank lines',
      back: 'Back to the bank',
    },
    'month.close': {
      title: 'Close a month',
      steps: ['Check the month', 'Seal the ledger', 'Divide, book and close', 'Seal the new entries'],
      done: 'The month is closed and the money has been divided.',
      go: 'To the month',
      back: 'Back to the month',
    },
    'export.make': {
      title: 'Take everything along',
      steps: ['People and agreements', 'Invoices', 'Decisions', 'Months and statements', 'Ledger and log'],
      done: 'The file with everything of the cooperative is ready.',
      go: 'To the file',
      back: 'Back to “Take everything along”',
    },
  },
  leave: 'You may leave this page: the work goes on. Your home shows how far it is.',
  stepOf: 'Step {step} of {steps}: {words}',
  partOf: '{part} of {parts}',
  waits: 'It begins in a moment.',
  steps: 'The steps',
  refreshes: 'This page refreshes itself every two seconds.',
  still: 'No longer refresh by itself',
  again: 'Refresh now',
  refreshing: 'Refresh by itself',
  ended: 'Ready',
  inHand: 'In the background',
  runs: 'running, {percent}%',
  ready: 'ready',
  stopped: 'did not succeed',
  failed: {
    what: 'It did not succeed, by a fault in Opbloei. Nothing was done by half.',
    next: 'Go back and try again. Does it fail again? Ask your administrator for help.',
  },
  refusals: {
    missing: { what: 'This work in the background is not there.', next: 'It may be long ago, or somebody else asked for it. Go to your home page.' },
    byOther: { what: 'Somebody else began with this. It is still running.', next: 'Wait some minutes and open the page again.' },
    roleEnded: { what: 'The role in which you asked for this has ended. Nothing was done.', next: 'Let somebody with that role do it again.' },
    gone: { what: 'This file is no longer there.', next: 'A file is kept for seven days. Make it again.' },
  },
}

/** The words of errands in the language of the reader. */
export function errandTexts(language: Language): typeof nl {
  return language === 'en' ? en : nl
}
