import type { RequestLine } from '../consent.types.ts'

/** How many cases stand on one page. */
export const ON_A_PAGE = 25

/** Those whose name or reference holds every word that was typed, whatever the capitals and accents. */
export function matching(lines: readonly RequestLine[], typed: string): readonly RequestLine[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  return words.length === 0
    ? lines
    : lines.filter(({ request }) => {
        const about = plain(`${request.memberName ?? ''} ${request.reference ?? ''}`)
        return words.every((word) => about.includes(word))
      })
}

function plain(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
