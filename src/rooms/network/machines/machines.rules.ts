import type { Instant } from '#kit/day.ts'

/** A page as machines know it: the addresses in both languages, of which the first is the one that is listed. */
export type Listed = { readonly nl: string; readonly en: string /** Pictures on it. */; readonly images?: readonly string[] }

/** Something new for readers of the feed. */
export type News = { readonly address: string; readonly title: string; readonly words: string; readonly at: Instant }

/** What may be in a text or an attribute of XML; signs that XML does not know are left out. */
export function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that XML 1.0 refuses
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}

/** The list of public pages for search engines, each with its twin in the other language. */
export function sitemap(pages: readonly Listed[]): string {
  const urls = pages.flatMap((page) =>
    [page.nl, page.en].map((address) => {
      const twins = (['nl', 'en'] as const).map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${xml(page[language])}"/>`)
      const images = (page.images ?? []).map((image) => `<image:image><image:loc>${xml(image)}</image:loc></image:image>`)
      return `<url><loc>${xml(address)}</loc>${twins.join('')}${images.join('')}</url>`
    }),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n${urls.join('\n')}\n</urlset>\n`
}

/** Below these the address itself is the key: what stands there is for whoever was given it. */
export const SECRET_PLACES = [
  ...['/aanmelden/', '/verwijzen/', '/rekening/', '/offerte/', '/wat-als/', '/kalender/', '/inloggen'],
  ...['/contact/aanvraag/', '/hoe-gaat-het/', '/meekijken/', '/starten/bevestigen/', '/tekenen/'],
]

/** What search engines may visit: an invented world nothing, a real one all but what has a secret in its address. */
export function robots(world: 'demo' | 'real', home: string): string {
  if (world === 'demo') return 'User-agent: *\nDisallow: /\n'
  return `User-agent: *\n${SECRET_PLACES.map((path) => `Disallow: ${path}`).join('\n')}\nSitemap: ${home}/sitemap.xml\n`
}

/** How much of the newest the feed tells. */
export const IN_THE_FEED = 20

/** The newest first, at most twenty, as an Atom feed (RFC 4287). */
export function atom(feed: { readonly title: string; readonly home: string; readonly path: string; readonly begun: Instant }, news: readonly News[]): string {
  const newest = news.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at)).slice(0, IN_THE_FEED)
  const entries = newest.map(
    ({ address, title, words, at }) =>
      `<entry><id>${xml(`${address}#${at.epochMilliseconds}`)}</id><title>${xml(title)}</title><link href="${xml(address)}"/><updated>${at.toString()}</updated><summary>${xml(words)}</summary></entry>`,
  )
  const self = xml(`${feed.home}${feed.path}`)
  const head = `<id>${self}</id><title>${xml(feed.title)}</title><link rel="self" href="${self}"/><link href="${xml(feed.home)}/"/><author><name>${xml(feed.title)}</name></author>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">${head}<updated>${(newest[0]?.at ?? feed.begun).toString()}</updated>\n${entries.join('\n')}\n</feed>\n`
}
