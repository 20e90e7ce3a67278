import { fill, type Language } from '#kit/text.ts'
import { handingTexts } from './handing.en.ts'

/** Below so many a number tells of a person (domain 2.12). */
const SMALLEST = 5

/** How many cases somebody has, for who may not read whose: of one to four not how many. */
export function casesInWords(count: number, language: Language): string {
  const words = handingTexts(language).cases
  return count < SMALLEST ? words.few : fill(words.many, { count })
}
