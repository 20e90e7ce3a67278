import type { Language } from '#kit/text.ts'
import { texts } from './check.en.ts'
import { ANSWERS, type Given, type Question } from './check.rules.ts'

/** The answers as sentences for whoever is allowed to see them, in the language in which they were given. */
export function broughtOf(given: Given, language: Language): string {
  const words = texts(language)
  const lines = (Object.keys(ANSWERS) as Question[]).flatMap((question) => {
    const letter = Object.entries(ANSWERS[question]).find(([, answer]) => answer === given[question])?.[0]
    const answers: Readonly<Record<string, readonly string[]>> = words.questions[question].answers
    return letter ? [`${words.questions[question].title} ${answers[letter]?.[0]}.`] : []
  })
  return [words.brought, ...lines].join('\n')
}
