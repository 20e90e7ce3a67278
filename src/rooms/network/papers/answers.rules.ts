import type { Question, QuestionKey } from './questions.nl.ts'

export type WrongAnswer = { readonly question: Question; readonly why: 'noCooperative' | 'number' | 'amount' | 'email' | 'day' | 'choice' }

/** Reads what was typed for some questions; what is empty is no answer. Gives what can be kept, and what cannot be an answer with why. */
export function readAnswers(
  questions: readonly Question[],
  typed: Readonly<Partial<Record<QuestionKey, string>>>,
): { readonly answers: readonly (readonly [QuestionKey, string])[]; readonly wrong: readonly WrongAnswer[] } {
  const answers: (readonly [QuestionKey, string])[] = []
  const wrong: WrongAnswer[] = []
  for (const question of questions) {
    const words = typed[question.key]?.trim() ?? ''
    if (words === '') continue
    const read = readOne(question, words)
    if ('why' in read) wrong.push({ question, why: read.why })
    else answers.push([question.key, read.words])
  }
  return { answers, wrong }
}

function readOne(question: Question, words: string): { readonly words: string } | { readonly why: WrongAnswer['why'] } {
  const { kind, options = [], least = 0, most = Number.MAX_SAFE_INTEGER } = question
  switch (kind) {
    case 'choice':
      return options.some(({ value }) => value === words) ? { words } : { why: 'choice' }
    case 'number':
      return /^\d{1,4}$/.test(words) && Number(words) >= least && Number(words) <= most ? { words: String(Number(words)) } : { why: 'number' }
    case 'amount':
      return /^(?:€\s*)?\d{1,3}(?:\.?\d{3})*(?:,\d{2})?$/.test(words) ? { words: words.replace(/^€\s*/, '') } : { why: 'amount' }
    case 'email':
      return /^\S+@\S+\.\S+$/.test(words) ? { words } : { why: 'email' }
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(words) ? { words } : { why: 'day' }
    default:
      return question.key === 'naam' ? nameRead(words) : { words }
  }
}

/** BW 2:54: the name holds the word; what it ends in is asked apart, so it is taken off here. */
function nameRead(words: string): { readonly words: string } | { readonly why: 'noCooperative' } {
  const name = words.replace(/\s*(?:[WBU]\.\s?A\.?|[WBU]A)$/i, '').trim()
  return /co[öo]perati(?:e|ef|eve)/i.test(name) ? { words: name } : { why: 'noCooperative' }
}
