import { healthWords } from '#rooms/members'

/** What is asked about before it is kept: words that may tell of health, unless the writer saw that and keeps them all the same. Never a refusal of what somebody wants to say. */
export function askedAbout(words: string, anyway: boolean): readonly string[] {
  return anyway ? [] : healthWords(words)
}
