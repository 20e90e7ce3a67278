/** Where a list is cut: from 1, with how many there are before the cut. */
export type PageAt = {
  readonly page: number
  readonly pages: number
  /** How many there are on all pages together. */
  readonly count: number
  /** How many stand on the pages before this one. */
  readonly before: number
}

/** The page that an address asks for; what is no number of a page is the first. */
export function pageAsked(typed: string | undefined): number {
  return typed !== undefined && /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1
}

/** Where a list of so many is cut, with so many on a page; a page that is not there is the nearest that is. */
export function pageAt(count: number, asked: number, onAPage: number): PageAt {
  const pages = Math.max(1, Math.ceil(count / onAPage))
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  return { page, pages, count, before: (page - 1) * onAPage }
}

/** One page of a list, and where it was cut. */
export function pageOf<T>(all: readonly T[], asked: number, onAPage: number): { readonly rows: readonly T[]; readonly at: PageAt } {
  const at = pageAt(all.length, asked, onAPage)
  return { rows: all.slice(at.before, at.before + onAPage), at }
}

/** The address of a page, with what was looked for; what is empty and the first page leave no trace in it. */
export function pageAddress(path: string, wanted: Readonly<Record<string, string | null>>, page = 1): string {
  const kept = Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '')
  const query = new URLSearchParams([...kept, ...(page > 1 ? [['pagina', String(page)]] : [])]).toString()
  return query === '' ? path : `${path}?${query}`
}
