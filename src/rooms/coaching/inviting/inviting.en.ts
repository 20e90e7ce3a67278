import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './inviting.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'Invite a case manager',
  lead: 'Do you want somebody of your municipality to think along? Ask it here. It is a question, not an application.',
  to: 'Your question goes to',
  toText: '{municipality}. That municipality pays your benefit. Its case managers read the question.',
  sees: 'They see only this: your name, the name of the cooperative and what you write below.',
  words: 'What do you want to ask?',
  wordsHint: 'One or two sentences are enough. Nothing about health or debts.',
  agreed: 'Yes, my municipality may see my name and this question.',
  send: 'Send my question',
  noneTitle: 'We do not know which municipality',
  noneText: 'You can only invite a case manager of the municipality that pays your benefit. Ask your coach to write that down.',
  noneGo: 'See my details',
  standings: {
    waits: { title: 'Your question is with the municipality', text: '{municipality} got your question on {day}. You get a message when somebody takes it.' },
    taken: { title: '{name} took your question', text: 'That was on {day}. This case manager of {municipality} will contact you.' },
    withdrawn: { title: 'You took your question back', text: 'That was on {day}. {municipality} no longer sees it in the list.' },
  },
  asked: 'What you asked',
  withdraw: 'Take my question back',
  withdrawNote: 'You can as long as nobody took it.',
  earlier: 'Earlier questions',
  // The office reads Dutch.
  office: nl.office,
  refusals: {
    missing: { what: 'There is no such invitation.', next: 'Go back to the list.' },
    notAgreed: { what: 'Without your yes we send nothing.', next: 'Tick the box if your municipality may see your name and question.' },
    noMunicipality: { what: 'We do not know which municipality pays your benefit.', next: 'Ask your coach to write that down first.' },
    waits: { what: 'Your question is with the municipality already.', next: 'Wait for an answer, or take your question back first.' },
    taken: { what: 'Somebody of your municipality took your question already.', next: 'Call or mail that case manager. Your coach can help.' },
    over: { what: 'This invitation was taken or taken back already.', next: 'Refresh the page to see what happened.' },
    colleague: { what: 'This resident has a case manager already.', next: 'Ask your colleague to take the invitation.' },
  },
}

/** The words of inviting a case manager, in a language. */
export function invitingTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
