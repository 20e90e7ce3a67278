import { type Action, scopeOf } from '#rooms/access'
import { type Form, missingPath, withoutKeys } from '../crawl.ts'
import type { PeopledWorld, Visitor } from '../peopled.ts'
import type { KnownRoute } from '../routes.ts'
import { fieldsOf } from './answers.ts'

/** Something of a route that somebody was shown: a page, or a form on one. */
export type Shown = { readonly path: string; readonly form: Form | null }

/** What somebody may open although no list shows it to them any more; for another organisation it stays missing. */
const UNLISTED: Readonly<Record<string, string>> = {
  'GET /facturen/boeking/:entry': 'the way from an entry of the books to the invoice of an own member',
  'GET /afspraken/:version': 'every version that was ever put before a member',
  'POST /opgaven/vragen/:question/antwoord': 'one’s own question, which somebody else must answer',
}

/** What is wrong with one cell of the matrix, or null. */
export async function cell(
  peopled: PeopledWorld,
  route: KnownRoute,
  { path, form }: Shown,
  visitor: Visitor,
  reach: ReadonlyMap<Visitor, ReadonlySet<string>>,
): Promise<string | null> {
  const ask = (target: string) => (form ? visitor.browser.post(target, fieldsOf(form, `${route.method} ${route.path}`)) : visitor.browser.get(target))
  if (visitor.role === null) {
    const answer = await ask(path)
    if (answer.status === 403) return null
    return !form && answer.status === 303 && answer.headers.get('location')?.startsWith('/inloggen') ? null : `nobody got ${answer.status}`
  }
  const role = visitor.role
  const scopes = route.actions.map((action: Action) => scopeOf(action, role))
  if (scopes.length > 0 && scopes.every((scope) => scope === null)) {
    const answer = await ask(path)
    return answer.status === 403 ? null : `a role without the right got ${answer.status}`
  }
  const ids = idsIn(path)
  const within = (who: Visitor) => ids.every((id) => reach.get(who)?.has(id))
  if (ids.length === 0 || within(visitor)) return null
  const colleagues = peopled.visitors.filter((who) => who.organisation === visitor.organisation)
  const foreign = ![
    ...colleagues,
    ...colleagues.flatMap(({ person }) => peopled.visitors.filter((each) => each.person && person && peopled.relatedTo(person).has(each.person))),
  ].some(within)
  // A coach and a case manager reach what their people reach, also where no list leads there any more.
  const own = peopled.visitors.filter(({ person }) => person && visitor.person && peopled.relatedTo(visitor.person).has(person))
  const beyondReach = scopes.every((scope) => scope !== 'organisation') && !(scopes.includes('related') && own.some(within))
  if (!foreign && (!beyondReach || Object.hasOwn(UNLISTED, `${route.method} ${route.path}`))) return null
  const answer = await ask(path)
  const missing = await missingFor(visitor, `${form ? 'POST' : 'GET'} ${missingPath(path)}`, () => ask(missingPath(path)))
  if (answer.status !== missing.status) return `${foreign ? 'a foreign' : 'somebody else’s'} thing answers ${answer.status}, a missing one ${missing.status}`
  const same = neutral(await answer.text()) === missing.words
  return same ? null : `${foreign ? 'a foreign' : 'somebody else’s'} thing answers other words than a missing one`
}

/** What a thing that never was answers to somebody: the same every time, so it is asked once. */
type Missing = { readonly status: number; readonly words: string }
const missingAnswers = new WeakMap<Visitor, Map<string, Missing>>()

async function missingFor(visitor: Visitor, key: string, ask: () => Promise<Response>): Promise<Missing> {
  const own = missingAnswers.get(visitor) ?? new Map<string, Missing>()
  missingAnswers.set(visitor, own)
  const known = own.get(key)
  if (known) return known
  const answer = await ask()
  const found = { status: answer.status, words: neutral(await answer.text()) }
  own.set(key, found)
  return found
}

export function idsIn(path: string): string[] {
  return path.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []
}

function neutral(html: string): string {
  return missingPath(withoutKeys(html))
}
