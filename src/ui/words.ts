import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language, SameTexts } from '#kit/text.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

/** The language of the page that is being drawn; `Page` provides it. */
export const LanguageOfPage = createContext<Language>('nl')

const WORDS: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }

/** The words of the building blocks in the language of the page. */
export function useWords(): SameTexts<typeof nl> {
  return WORDS[useContext(LanguageOfPage)]
}

export function wordsOf(language: Language): SameTexts<typeof nl> {
  return WORDS[language]
}

/** Which way a language is read. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|ckb|ps)\b/.test(language) ? 'rtl' : 'ltr'
}
