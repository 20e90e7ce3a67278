import { readFileSync } from 'node:fs'
import type { Language } from '#kit/text.ts'
import { LANGUAGES, PUBLIC_PAGES, type PublicPage, type PublicText, seedFrom } from './texts.rules.ts'

/** Read once: they change with the program and not while it runs. */
const SEEDS = new Map(
  PUBLIC_PAGES.flatMap((page) =>
    LANGUAGES.map(
      (language) => [`${language}/${page}`, seedFrom(readFileSync(new URL(`./seeds/${language}/${page}.markdown`, import.meta.url), 'utf8'))] as const,
    ),
  ),
)

/** The text that came with the program. */
export function seedOf(page: PublicPage, language: Language): PublicText {
  const found = SEEDS.get(`${language}/${page}`)
  if (!found) throw new Error(`no text came with the program for ${language}/${page}`)
  return found
}
