import { SYNONYMS } from './synonyms.rules.ts'

/** A word that was typed, with what else it may mean: each a phrase of one or more words. */
export type Sought = { readonly typed: string; readonly phrases: readonly (readonly string[])[] }

/** A piece of text that was found, and whether it is what was looked for. */
export type Piece = { readonly text: string; readonly hit: boolean }

/** A search reads at most so many words. */
const WORDS_AT_MOST = 12

/** Signs that no text holds, around what was found: an answer of the database never becomes markup. */
export const HIT = { begins: '\u0002', ends: '\u0003' } as const

/** The words of what somebody typed: small, without accents and signs. Letters between dots are one word: W.A. is wa. */
export function wordsTyped(typed: string): string[] {
  const plain = typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(\p{L})\.(?:(\p{L})\.)?(?!\p{L})/gu, '$1$2')
  return (plain.match(/[a-z0-9]+/g) ?? []).slice(0, WORDS_AT_MOST)
}

/**
 * What is looked for: every word, or more words that are one idea, with what means the same. `meant` gives the words that somebody may have meant who typed
 * one that occurs nowhere.
 */
export function soughtIn(words: readonly string[], meant: ReadonlyMap<string, readonly string[]> = new Map()): Sought[] {
  const sought: Sought[] = []
  for (let at = 0; at < words.length; ) {
    const phrase = LONGEST_FIRST.find((each) => each.every((word, offset) => word === words[at + offset])) ?? [words[at] ?? '']
    const typed = phrase.join(' ')
    const spelled = phrase.length === 1 ? [phrase, ...(meant.get(typed) ?? []).map((word) => [word])] : [phrase]
    const phrases = spelled.flatMap((each) => [each, ...(GROUPS.get(each.join(' ')) ?? [])])
    sought.push({ typed, phrases: [...new Map(phrases.map((each) => [each.join(' '), each])).values()] })
    at += phrase.length
  }
  return sought
}

/** The same as a question for a text index: all of it, or any of it. Only letters and figures go in, so what was typed is never a sign of the question. */
export function questionOf(sought: readonly Sought[], join: 'all' | 'any'): string {
  const asked = sought.map(({ phrases }) => `(${phrases.map((words) => words.map(withMore).join(' <-> ')).join(' | ')})`)
  return asked.join(join === 'all' ? ' & ' : ' | ')
}

/** The nearest of words that look alike, at most two: one slip in a short word, two in a long one; two letters that changed places are one slip. */
export function nearestWords(typed: string, alike: readonly string[]): string[] {
  const most = typed.length <= 5 ? 1 : 2
  const near = alike.map((word) => ({ word, slips: slipsBetween(typed, word) })).filter(({ slips }) => slips <= most)
  const least = Math.min(...near.map(({ slips }) => slips))
  return near
    .filter(({ slips }) => slips === least)
    .map(({ word }) => word)
    .toSorted()
    .slice(0, 2)
}

/**
 * What somebody may have meant with a word that occurs nowhere: the nearest of words that look alike in what is written, and of those that mean the same as others.
 * A word that means the same as others is no slip, also where nobody wrote it.
 */
export function meantBy(typed: string, alike: readonly string[]): string[] {
  return GROUPS.has(typed) ? [] : nearestWords(typed, [...new Set([...alike, ...SINGLE_WORDS])])
}

/** How many letters were left out, added, changed or swapped with a neighbour. */
export function slipsBetween(a: string, b: string): number {
  let [before, above]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(changed, swapped, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    ;[before, above] = [above, row]
  }
  return above[b.length] ?? 0
}

/** A text with its hits marked, as pieces. */
export function piecesOf(marked: string): Piece[] {
  return marked
    .split(HIT.begins)
    .flatMap((part, index): Piece[] => {
      if (index === 0) return [{ text: part, hit: false }]
      const [hit = '', rest = ''] = part.split(HIT.ends)
      return [
        { text: hit, hit: true },
        { text: rest, hit: false },
      ]
    })
    .filter(({ text }) => text !== '')
}

/** Dutch writes words together: a longer word that begins with this one is found too, but not by a word of three letters. */
function withMore(word: string): string {
  return word.length > 3 ? `${word}:*` : word
}

const PHRASES = SYNONYMS.flatMap((group) => group.map((phrase) => phrase.split(' ')))
const LONGEST_FIRST = PHRASES.filter((phrase) => phrase.length > 1).toSorted((a, b) => b.length - a.length)
/** Of a word of three letters another is too soon near. */
const SINGLE_WORDS = PHRASES.flatMap((phrase) => (phrase.length === 1 ? phrase : [])).filter((word) => word.length > 3)
const GROUPS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  SYNONYMS.flatMap((group) => group.map((phrase) => [phrase, group.map((each) => each.split(' '))] as const)),
)
