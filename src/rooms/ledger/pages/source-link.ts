// Where the fact behind an entry is shown. A source is a name and an id; the rooms above own the pages.
const PAGES: Readonly<Record<string, string>> = {
  invoice: '/facturen/',
  'credit note': '/facturen/',
  'day sheet by card': '/facturen/',
  'day sheet in cash': '/facturen/',
  receipt: '/bonnen/',
  purchase: '/bestedingen/',
}

/** The address of the page of a source; null where an entry has no page of its own. */
export function sourceLink(kind: string, id: string): string | null {
  const page = PAGES[kind]
  return page ? `${page}${id}` : null
}
