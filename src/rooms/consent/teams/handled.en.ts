import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './handled.nl.ts'

type HandledTexts = SameTexts<typeof nl>

const en: HandledTexts = {
  label: 'Handles your request',
  office: 'Team',
  at: '{team} handles your request',
  everybody: 'The municipality handles your request, without a fixed team',
}

/** The words about the team of a file, in a language. */
export function handledTexts(language: Language): HandledTexts {
  return { nl, en }[language]
}
