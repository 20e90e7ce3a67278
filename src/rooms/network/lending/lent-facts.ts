import { fill, type Language } from '#kit/text.ts'
import { texts } from './lending.en.ts'
import type { LentAgreement } from './lending.sql.ts'

/** The words of an agreement in the language of the reader, where there are; `lang` is set where they are not. */
export function wordsOf(lent: LentAgreement, language: Language) {
  const english = language === 'en' ? lent.english : null
  const { title, why, differently, cited } = english ?? lent
  return { title, why, differently, cited, lang: language === 'en' && !english ? ('nl' as const) : undefined }
}

/** Whose it is: of a cooperative, published elsewhere, or invented. */
export function sourceOf({ source, lender }: Pick<LentAgreement, 'source' | 'lender'>, language: Language): string {
  const words = texts(language).source
  return source === 'cooperative' ? fill(words.cooperative, { name: lender ?? words.aCooperative }) : words[source]
}
