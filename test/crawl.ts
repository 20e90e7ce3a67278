import type { Route } from './routes.ts'
import type { Browser } from './world.ts'

export type Field = { readonly name: string; readonly value: string }
/** A form on a page, with the values it comes with, and the boxes in it that nobody ticked yet. */
export type Form = { readonly page: string; readonly path: string; readonly fields: readonly Field[]; readonly unticked: readonly Field[] }
export type Page = {
  readonly path: string
  readonly status: number
  readonly html: string /** The page that led here, or null where somebody began. */
  readonly from: string | null
}
export type Found = {
  readonly pages: readonly Page[]
  readonly forms: readonly Form[] /** Every address that was shown, also where nobody went. */
  readonly shown: ReadonlySet<string>
}

/** Which of several answers somebody gives. */
export type Pick = (values: readonly string[]) => string | undefined
const first: Pick = ([value]) => value

/** Follows every link that a person is shown, from the first pages on; of each route and its kind of query at most `each` addresses, of some routes `more`. */
export async function crawl(
  browser: Browser,
  routes: readonly Route[],
  starts: readonly string[],
  { each = 3, pick = first, more = {} }: { each?: number; pick?: Pick; more?: Readonly<Record<string, number>> } = {},
): Promise<Found> {
  const seen = new Map<string, number>()
  const visited = new Set<string>()
  const pages: Page[] = []
  const forms: Form[] = []
  const shown = new Set<string>(starts)
  const waiting: { path: string; from: string | null }[] = starts.map((path) => ({ path, from: null }))
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next
    if (visited.has(path)) continue
    visited.add(path)
    const kind = kindOf(path, routes)
    const before = seen.get(kind) ?? 0
    if (before >= (more[routeOf(path, 'GET', routes)?.path ?? ''] ?? each)) continue
    seen.set(kind, before + 1)
    const response = await browser.get(path)
    const location = response.headers.get('location')
    if (location) {
      pages.push({ path, status: response.status, html: '', from })
      waiting.push({ path: pathOf(location, path), from })
      continue
    }
    const html = response.headers.get('content-type')?.startsWith('text/html') ? await response.text() : ''
    pages.push({ path, status: response.status, html, from })
    if (response.status === 200) for (const link of linksIn(html)) shown.add(pathOf(link, path))
    const links = linksIn(html).map((link) => pathOf(link, path))
    waiting.push(...links.filter((link) => link.startsWith('/') && !link.startsWith('/bestanden/')).map((link) => ({ path: link, from: path })))
    const offered = formsIn(html, path, pick)
    for (const form of offered) shown.add(form.path)
    forms.push(...offered)
  }
  return { pages, forms, shown }
}

/** The route behind an address: the one without a name in it first, as the application itself would choose. */
export function routeOf(path: string, method: string, routes: readonly Route[]): Route | null {
  const bare = path.replace(/[?#].*$/, '')
  const fits = routes.filter((route) => route.method === method && patternOf(route.path).test(bare))
  return fits.find((route) => !route.path.includes(':')) ?? fits[0] ?? null
}

/** The same address with an id nobody ever had in each place of an id. */
export function missingPath(path: string): string {
  return path.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, '00000000-0000-7000-8000-00000000dead')
}

/** The page without what differs at every showing: the keys of its forms. */
export function withoutKeys(html: string): string {
  return html.replace(/name="_key" value="[^"]*"/g, 'name="_key"')
}

export function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)].map(([, href = '']) => unescapeHtml(href))
}

export function formsIn(html: string, page: string, pick: Pick = first): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, opening = '', inside = '']) => {
    if (!/\bmethod="post"/i.test(opening)) return []
    const action = /\baction="([^"]*)"/.exec(opening)?.[1] ?? page
    // A button may send its form elsewhere: an example beside the real thing.
    const others = [...inside.matchAll(/\bformaction="([^"]*)"/g)].map(([, other = '']) => other)
    const shared = { page, fields: fieldsIn(inside, pick), unticked: untickedIn(inside) }
    return [action, ...others].map((each) => ({ ...shared, path: pathOf(unescapeHtml(each), page) }))
  })
}

/** Who shares a job or a receipt says so; the plain answer is nobody. */
const SHARES_WITH = /^with\d+$/
const PART_OF = /^part\d+$/

/** What a person sends who fills in everything, as plainly as can be. */
function fieldsIn(html: string, pick: Pick): Field[] {
  const fields: Field[] = []
  const choices = new Map<string, string[]>()
  for (const [, tag = '', attributes = '', inside = ''] of html.matchAll(/<(input|select|textarea|button)\b([^>]*)>(?:((?:(?!<\/?\1)[\s\S])*)<\/\1>)?/g)) {
    const name = attribute(attributes, 'name')
    if (!name || name.startsWith('_') || /\bdisabled\b/.test(attributes)) continue
    const type = attribute(attributes, 'type') ?? (tag === 'input' ? 'text' : tag)
    const value = attribute(attributes, 'value') ?? ''
    if (type === 'radio' || tag === 'button') {
      const before = choices.get(name)
      if (before) before.push(value)
      else choices.set(name, [value])
      if (/\bchecked\b/.test(attributes)) choices.get(name)?.unshift(value)
    } else if (type === 'checkbox') {
      if (/\bchecked\b/.test(attributes)) fields.push({ name, value: value || 'on' })
    } else if (tag === 'select') fields.push({ name, value: SHARES_WITH.test(name) ? '' : chosenOption(inside, pick) })
    else if (tag === 'textarea') fields.push({ name, value: unescapeHtml(inside) || 'Dit is een toelichting.' })
    else if (type !== 'submit' && type !== 'file') fields.push({ name, value: value || (PART_OF.test(name) ? '' : plain(type, name, attributes)) })
  }
  for (const [name, values] of choices) fields.push({ name, value: pick(values) ?? '' })
  return fields
}

function untickedIn(html: string): Field[] {
  return [...html.matchAll(/<input\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const name = attribute(attributes, 'name')
    if (!name || attribute(attributes, 'type') !== 'checkbox' || /\b(?:checked|disabled)\b/.test(attributes)) return []
    return [{ name, value: attribute(attributes, 'value') || 'on' }]
  })
}

/** Answers for fields that take no plain word, by name. */
const ANSWERS: Readonly<Record<string, string>> = {
  vat: '',
  vatId: '',
  kvk: '90001234',
  iban: 'NL91ABNA0417164300',
  postCode: '1234 AB',
  peppol: '',
  country: 'NL',
  phone: '',
}

function plain(type: string, name: string, attributes: string): string {
  const known = ANSWERS[name]
  if (known !== undefined) return known
  if (type === 'date') return '2026-11-20'
  if (type === 'month') return '2026-11'
  if (type === 'email') return 'iemand@voorbeeld.example'
  if (type === 'number' || attribute(attributes, 'inputmode') !== null) return attribute(attributes, 'min') ?? '1'
  return 'Iets'
}

function chosenOption(html: string, pick: Pick): string {
  const options = [...html.matchAll(/<option\b([^>]*)>([^<]*)/g)].map(([, attributes = '', text = '']) => ({
    value: attribute(attributes, 'value') ?? unescapeHtml(text),
    selected: /\bselected\b/.test(attributes),
  }))
  const filled = options.filter(({ value }) => value).sort((a, b) => Number(b.selected) - Number(a.selected))
  return pick(filled.map(({ value }) => value)) ?? ''
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}(?:="([^"]*)")?(?=[\\s/]|$)`).exec(attributes)
  return found ? unescapeHtml(found[1] ?? '') : null
}

function unescapeHtml(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function pathOf(link: string, page: string): string {
  const url = new URL(link, `http://localhost${page}`)
  return url.origin === 'http://localhost' ? `${url.pathname}${url.search}` : ''
}

function kindOf(path: string, routes: readonly Route[]): string {
  const query = [...new URL(path, 'http://localhost').searchParams.keys()].sort().join('&')
  return `${routeOf(path, 'GET', routes)?.path ?? path} ${query}`
}

const patterns = new Map<string, RegExp>()

function patternOf(path: string): RegExp {
  const known = patterns.get(path)
  if (known) return known
  const made = new RegExp(`^${path.replace(/:\w+(?:\{([^}]+)\})?/g, (_, own?: string) => (own ? `(?:${own})` : '[^/]+'))}$`)
  patterns.set(path, made)
  return made
}
