/** The five questions in their order; each is a page of its own, and its name stands in the address. */
export const QUESTIONS = ['naam', 'bereik', 'idee', 'uitkering', 'hulp'] as const
export type Question = (typeof QUESTIONS)[number]

export function isQuestion(name: string): name is Question {
  return (QUESTIONS as readonly string[]).includes(name)
}

/** The page after a question; the last one leads to the look at the whole. */
export function after(question: Question): Question | 'klaar' {
  return QUESTIONS[QUESTIONS.indexOf(question) + 1] ?? 'klaar'
}

/** The page before a question, or null at the first. */
export function before(question: Question): Question | null {
  return QUESTIONS[QUESTIONS.indexOf(question) - 1] ?? null
}

/** The e-mail address an applicant left to be reached at, or null for a phone number. */
export function addressIn(application: { readonly reach: string | null }): string | null {
  return /[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+/.exec(application.reach ?? '')?.[0].toLowerCase() ?? null
}
