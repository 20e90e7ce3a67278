import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './asking.nl.ts'

type AskingTexts = SameTexts<typeof nl>

const en: AskingTexts = {
  title: 'Questions about this request',
  lead: {
    municipal: 'Ask here, not by e-mail. This is a plain question: the term of the decision runs on. Is something missing? Then ask for more details.',
    others: 'Ask here, not by e-mail. The case manager reads it. The term of the decision runs on.',
  },
  back: 'The request',
  link: 'Questions about this request',
  ask: { municipal: 'What do you want to know from the member?', others: 'What do you want to know from the municipality?' },
  hint: 'Write no citizen service number and nothing about health.',
  send: 'Send the question',
  none: 'Nothing has been asked yet.',
  refusals: {
    missing: { what: 'This question is not there.', next: 'Go back to the request.' },
    notSent: { what: 'This request has not been sent yet.', next: 'Send the request first. Then you can ask questions.' },
  },
}

export function askingTexts(language: Language): AskingTexts {
  return { nl, en }[language]
}
