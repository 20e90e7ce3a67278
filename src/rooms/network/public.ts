import { createHmac } from 'node:crypto'
import type { Context } from 'hono'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type PageAt, pageAddress } from '#kit/paging.ts'
import type { Language } from '#kit/text.ts'
import { chooseLanguage, chosenLanguage, type Env } from '#rooms/access'
import { assetUrl } from '#ui/assets.ts'
import type { PageMeta } from '#ui/page-meta.tsx'
import { wordsOf } from '#ui/words.ts'
import { texts as listing } from './listings/listings.en.ts'
import { texts } from './network.en.ts'

type C = Context<Env>

/** Reads on behalf of nobody: row security shows what anybody may see. */
export function publicly<T>(c: C, run: (tx: Tx) => Promise<T>): Promise<T> {
  return c.var.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, run)
}

/** The language in which an address is read: English stands below /en. */
export function languageIn(path: string): Language {
  return /^\/en(?:\/|$)/.test(path) ? 'en' : 'nl'
}

/** The same page in the other language. */
export function twinOf(path: string): string {
  return languageIn(path) === 'en' ? path.slice(3) || '/' : path === '/' ? '/en' : `/en${path}`
}

/**
 * Settles the language of a public page by its address. A visitor who reads English goes on in English, also where a page has one address only; one who
 * chose English before is led from a Dutch address to its twin. Gives where to, or null to go on.
 */
export function inLanguage(c: C): Response | null {
  const { path } = c.req
  const language = languageIn(path)
  const chosen = chosenLanguage(c)
  if (language === 'en' && chosen !== 'en' && !c.var.person) chooseLanguage(c, 'en')
  if (language === 'nl' && chosen === 'en' && !c.var.person) return c.redirect(`${twinOf(path)}${new URL(c.req.url).search}`, 303)
  c.set('language', language)
  return null
}

/** What machines are told of a public page. */
export function metaOf(c: C, description: string, more: Pick<PageMeta, 'image' | 'picture' | 'structured'> = {}): PageMeta {
  const { path } = c.req
  const home = houseOf(c)
  const other = twinOf(path)
  return {
    description,
    address: `${home}${path}`,
    other: { language: languageIn(other), path: other, address: `${home}${other}` },
    image: `${home}${assetUrl('kaart.png')}`,
    feed: { title: texts(c.var.language).feed, path: '/nieuw.atom' },
    ...more,
  }
}

/**
 * The same of one page of a list. A search is no page of its own: machines are told of the list without it. The page before and after, and the same page in
 * the other language, keep what was looked for.
 */
export function metaOfPage(c: C, description: string, list: ListPage, more: Pick<PageMeta, 'structured'> = {}): PageMeta {
  const { path } = c.req
  const { wanted, at } = list
  const meta = metaOf(c, description, more)
  const searched = Object.values(wanted).some((each) => each !== null && each !== '')
  const shown = searched ? 1 : at.page
  const near = (page: number) => (page >= 1 && page <= at.pages ? `${houseOf(c)}${pageAddress(path, wanted, page)}` : null)
  return {
    ...meta,
    address: pageAddress(meta.address, {}, shown),
    other: { ...meta.other, path: pageAddress(meta.other.path, wanted, at.page), address: pageAddress(meta.other.address, {}, shown) },
    around: { before: near(at.page - 1), after: near(at.page + 1) },
  }
}

/** The title of one page of a list: the first is called as the list, the others say which they are. */
export function titleOfPage(c: C, title: string, { page, pages }: PageAt): string {
  return page === 1 ? title : `${title}: ${wordsOf(c.var.language).pages.at(page, pages).toLowerCase()}`
}

/** One page of a list: what was looked for in it, as it stands in the address, and where it is cut. */
export type ListPage = { readonly wanted: Readonly<Record<string, string | null>>; readonly at: PageAt }

/** A town as machines are told of it: of an invented world it says that it is invented. */
export function townFor(c: C, town: string): string {
  return c.var.kind === 'demo' ? `${town} (${listing(c.var.language).inventedShort})` : town
}

/** Where this house stands on the net. */
export function houseOf(c: C): string {
  return new URL(c.var.settings.baseUrl ?? c.req.url).origin
}

/** When an open form was first shown, with a seal so that nobody makes it up. */
export function sealedNow(c: C): string {
  const moment = String(c.var.world.clock.now().epochMilliseconds)
  return `${moment}.${sealOf(c, moment)}`
}

/** The moment in such a seal, or null where it was made up. */
export function sealedMoment(c: C, shown: string): Instant | null {
  const [moment = '', seal = ''] = shown.split('.')
  return /^\d{1,15}$/.test(moment) && seal === sealOf(c, moment) ? Temporal.Instant.fromEpochMilliseconds(Number(moment)) : null
}

function sealOf(c: C, moment: string): string {
  return createHmac('sha256', c.var.settings.secret).update(`shown ${moment}`).digest('base64url').slice(0, 32)
}
