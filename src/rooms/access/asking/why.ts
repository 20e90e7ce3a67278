import { fill, type Language } from '#kit/text.ts'
import { accessTextsOf } from '../access.en.ts'
import { wordsFor } from '../permissions/words.en.ts'
import { isAction } from '../permissions.rules.ts'

/** Why somebody looked, as a sentence: in words of its own, or as the table of permissions says what the action is for. */
export function whyOf(action: string, language: Language): string {
  const words = accessTextsOf(language)
  if (Object.hasOwn(words.looked, action)) return fill(words.looksPage.toDo, { words: words.looked[action as keyof typeof words.looked] })
  // The table names an action without 'te', so it cannot follow on 'om'.
  return fill(words.looksPage.purpose, { words: isAction(action) ? wordsFor(action, language) : action })
}
