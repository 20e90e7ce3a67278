import type { Language, SameTexts } from '#kit/text.ts'
import { en } from './pages.en.ts'
import { nl } from './pages.nl.ts'

const TEXTS: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }

export type PageTexts = SameTexts<typeof nl>

export function textsIn(language: Language): PageTexts {
  return TEXTS[language]
}
