import type { Context, Next } from 'hono'
import { getCookie } from 'hono/cookie'
import { today } from '#kit/clock.ts'
import { newId } from '#kit/ids.ts'
import { onlyReads, questionsOf, readingOf, type Sent, sameQuestions } from '#kit/kept/reads.ts'
import type { Env, World } from '#rooms/access'

/** A page shows no other moment than that of its reader: what was drawn longer ago is drawn anew. */
const SECONDS = 30
const MOST_PAGES = 200
/** Characters of one page, and of all together. */
const LONGEST = 200_000
const MOST_CHARACTERS = 16_000_000

/** A page between the places where every answer has something of its own. */
type Drawn = { readonly pieces: readonly string[]; readonly between: readonly (string | null)[]; readonly headers: readonly (readonly [string, string])[] }

type Kept = {
  readonly at: number
  readonly questions: readonly Sent[]
  readonly imprint: string | null
  /** Up to which change of the database the page is known to be right. */
  snapshot: string | null
  readonly drawn: Drawn | null
  readonly length: number
}

const kept = new WeakMap<World, Map<string, Kept>>()

/**
 * Sends a page again that was drawn a moment ago, when everything that was read for it reads the same now: decision 15. The database is asked in one
 * message instead of many, and nothing is drawn. For the same session, role, language, address and day only.
 */
export async function sendKept(c: Context<Env>, next: Next): Promise<Response | undefined> {
  if (c.req.method !== 'GET' || getCookie(c, 'gedaan') !== undefined) {
    await next()
    return undefined
  }
  const world = c.get('world')
  const pages = kept.get(world) ?? new Map<string, Kept>()
  kept.set(world, pages)
  const key = keyOf(c, world)
  const now = world.clock.now().epochMilliseconds
  const found = pages.get(key)
  const fresh = found && now >= found.at && now - found.at < SECONDS * 1000 ? found : null
  if (fresh?.drawn && (asksNothing(fresh) || (fresh.snapshot !== null && fresh.snapshot === (await world.database.snapshot()))))
    return answerWith(c, fresh.drawn)
  // Asked before the page is drawn: what changes in between makes the next imprint another one.
  const read = fresh ? await world.database.imprint(fresh.questions) : null
  if (fresh?.drawn && read !== null && read.imprint === fresh.imprint) {
    fresh.snapshot = read.snapshot
    return answerWith(c, fresh.drawn)
  }
  const reads = await readingOf(next)
  pages.delete(key)
  const html = c.get('drawn')
  if (c.res.status !== 200 || html === undefined || !onlyReads(reads)) return undefined
  const questions = questionsOf(reads)
  const isKnown = asksNothing({ questions }) || (read !== null && fresh && sameQuestions(fresh.questions, questions))
  const drawn = isKnown ? drawnOf(c, html) : null
  const known = drawn ? { imprint: read?.imprint ?? null, snapshot: read?.snapshot ?? null } : { imprint: null, snapshot: null }
  keep(pages, key, { at: now, questions, ...known, drawn, length: drawn ? html.length : 0 })
  return undefined
}

/** A page that read nothing is the same for as long as it is kept. */
const asksNothing = ({ questions }: { readonly questions: readonly Sent[] }) => questions.length === 0

function keyOf(c: Context<Env>, world: World): string {
  const cookies = getCookie(c)
  const own = Object.entries(cookies).flatMap(([name, value]) => (name === 'formulier' ? [] : [`${name}=${value}`]))
  return [c.req.url, today(world.clock), ...own.sort()].join('\n')
}

/** Cuts a page at the token of its forms and at their keys, which are no two times the same; null where it is not to be kept. */
function drawnOf(c: Context<Env>, html: string): Drawn | null {
  if (html.length > LONGEST) return null
  const pieces: string[] = []
  const between: (string | null)[] = []
  const token = c.get('csrf')
  const places = new RegExp([token, ...c.get('keys')].join('|'), 'g')
  let from = 0
  for (const place of html.matchAll(places)) {
    pieces.push(html.slice(from, place.index))
    between.push(place[0] === token ? null : place[0])
    from = place.index + place[0].length
  }
  pieces.push(html.slice(from))
  const headers = [...c.res.headers].filter(([name]) => name === 'content-type' || name === 'cache-control')
  return c.res.headers.getSetCookie().some((cookie) => !cookie.startsWith('formulier=')) ? null : { pieces, between, headers }
}

function answerWith(c: Context<Env>, { pieces, between, headers }: Drawn): Response {
  for (const [name, value] of headers) c.header(name, value)
  const keys = new Map<string, string>()
  const fresh = (key: string) => {
    const given = keys.get(key) ?? newId()
    keys.set(key, given)
    return given
  }
  const token = c.get('csrf')
  let html = pieces[0] ?? ''
  for (const [nr, key] of between.entries()) html += (key === null ? token : fresh(key)) + (pieces[nr + 1] ?? '')
  return c.body(html)
}

/** Puts a page in the place of those that were asked longest ago. */
function keep(pages: Map<string, Kept>, key: string, page: Kept): void {
  pages.set(key, page)
  let characters = [...pages.values()].reduce((sum, { length }) => sum + length, 0)
  for (const [oldest, { length }] of pages) {
    if (pages.size <= MOST_PAGES && characters <= MOST_CHARACTERS) return
    pages.delete(oldest)
    characters -= length
  }
}
