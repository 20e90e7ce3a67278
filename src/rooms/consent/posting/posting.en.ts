import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './posting.nl.ts'

const en: SameTexts<typeof nl> = {
  card: 'Post of the municipality',
  post: 'Letters come by post.',
  mail: 'Letters come by mail. You chose that on {day}.',
  // The municipality reads Dutch.
  mailOffice: nl.mailOffice,
  postOffice: nl.postOffice,
  onlySome: 'By mail comes: {kinds}. The rest comes by post.',
  kinds: {
    question: 'a question for more details',
    delay: 'a message that it takes longer',
    decision: 'a decision',
    change: 'suspending, resuming and withdrawing',
    objection: 'a decision on an objection',
  },
  noneByMail: 'This municipality sends everything by post.',
  step: { post: 'by post', toPost: 'still to be posted', mail: 'by mail, chosen on {day}' },
  paper: 'Posted on paper, reference {reference}',
  toChoose: 'Choose how the municipality writes to you',
  title: 'How may the municipality write to you?',
  lead: 'By post is normal. By mail only if you want that. You can change it later.',
  choose: 'What do you want?',
  options: { post: 'By post', mail: 'By mail, with the letter in Opbloei' },
  hints: { post: 'You get a letter at home.', mail: 'You get a mail when there is a letter. The term then runs from that day.' },
  keep: 'Change nothing',
  save: 'Save',
}

/** The words of post, in a language. */
export const postingTexts: Readonly<Record<Language, typeof nl>> = { nl, en }
