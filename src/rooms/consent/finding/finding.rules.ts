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

/** One page of them; a page that is not there is the nearest that is. */
export function pageOf(
  lines: readonly RequestLine[],
  asked: number,
): { readonly lines: readonly RequestLine[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(lines.length / ON_A_PAGE))
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  return { lines: lines.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE), page, pages }
}

function plain(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
