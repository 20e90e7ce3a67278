import { OPEN } from '#app/open.ts'
import { newId } from '#kit/ids.ts'
import type { Form } from '../crawl.ts'
import type { Visitor } from '../peopled.ts'
import type { TestWorld } from '../world.ts'
import { type Answers, fieldsOf } from './answers.ts'
import { type Contents, contents, differences } from './contents.ts'

/** What came of sending a form: refused in these words, or done, with what was wrong about it and how many rows each table got. */
export type Sent =
  | { readonly refused: string }
  | { readonly refused: null; readonly wrong: readonly string[]; readonly rows: ReadonlyMap<string, number>; readonly location: string | null }

type Sending = {
  readonly world: TestWorld
  readonly visitor: Visitor
  readonly form: Form
  readonly route: string
  readonly fields: Answers
}

/** A form as its page would send it, with the answers that a careful person gives on this route. */
export function sendingOf(world: TestWorld, visitor: Visitor, form: Form, route: string): Sending {
  return { world, visitor, form, route, fields: fieldsOf(form, route) }
}

/** Sends a form as its page would. */
export async function sendOnce(sending: Sending): Promise<Sent> {
  const { world, visitor, form, fields, route } = sending
  const before = await contents(world)
  const answer = await visitor.browser.post(form.path, fields)
  if (answer.status >= 500) return { refused: null, wrong: [`${route} by ${visitor.name}: ${answer.status}`], rows: new Map(), location: null }
  if (answer.status === 200) return shownAgain(sending, before)
  if (answer.status !== 303) return { refused: await wordsOf(answer) }
  return { refused: null, wrong: [], rows: rowsAdded(before, await contents(world)), location: answer.headers.get('location') }
}

/** Where one thing rightly gets many more rows than another of its kind, though never sixteen times as many. */
const BY_WHAT_IT_IS: Readonly<Record<string, string>> = {
  'POST /leden/:member/verhuizing/afblazen kit.happened':
    'a move that was told is called off at both towns, and the benefit goes back; one that was not told is gone',
  'POST /afspraken/:version/voorlegging agreements.recipient': 'one agreement is of three members, another of all',
}

/**
 * Sends one form sixteen times at once under one key: one effect, one answer. Then once more under that key, and another
 * body under it: nothing changes. `single` says how many rows one sending adds, where that was seen before.
 */
export async function sendSixteen(sending: Sending, single: ReadonlyMap<string, number> | null): Promise<Sent> {
  const { world, visitor, form, fields, route } = sending
  const said = (words: string) => `${route} by ${visitor.name}: ${words}`
  const before = await contents(world)
  const key = newId()
  const answers = await Promise.all(Array.from({ length: 16 }, () => visitor.browser.post(form.path, fields, key)))
  const fault = answers.find(({ status }) => status >= 500)
  if (fault) return { refused: null, wrong: [said(`${fault.status} when sixteen are sent at once`)], rows: new Map(), location: null }
  const [first] = answers
  if (answers.every(({ status }) => status === 200)) return shownAgain(sending, before)
  if (first && answers.every(({ status }) => status !== 303)) return { refused: await wordsOf(first) }
  const kinds = new Set(answers.map((answer) => `${answer.status} ${answer.headers.get('location') ?? ''}`))
  const wrong = kinds.size > 1 ? [said(`sixteen at once answer ${[...kinds].join(' and ')}`)] : []
  const once = await contents(world)
  const rows = rowsAdded(before, once)
  for (const [table, added] of rows) {
    const one = single?.get(table) ?? added
    // How many rows a form adds follows from what is in it; sixteen effects would add sixteen times as many.
    const most = Object.hasOwn(BY_WHAT_IT_IS, `${route} ${table}`) ? 16 * one - 1 : Math.max(3, 3 * one)
    if (added > most) wrong.push(said(`sixteen at once add ${added} rows to ${table}, one adds ${one}`))
  }
  const location = first?.headers.get('location') ?? null
  return { refused: null, wrong: [...wrong, ...(await sendAgain(sending, key, location, once))], rows, location }
}

/** A form that only computes answers with its page: an example beside an agreement. It may change nothing. */
async function shownAgain({ world, visitor, route }: Sending, before: Contents): Promise<Sent> {
  const changed = differences(before, await contents(world))
  const wrong = changed.length > 0 ? [`${route} by ${visitor.name}: shows a page and changes ${changed.join(', ')}`] : []
  return { refused: null, wrong, rows: new Map(), location: null }
}

/** What is wrong with the answers to the same form under a key that was used, and to another form under it. */
async function sendAgain({ world, visitor, form, fields, route }: Sending, key: string, location: string | null, once: Contents): Promise<string[]> {
  const said = (words: string) => `${route} by ${visitor.name}: ${words}`
  const wrong: string[] = []
  const again = await visitor.browser.post(form.path, fields, key)
  if (again.status !== 303 || again.headers.get('location') !== location) wrong.push(said(`sent again it answers ${again.status}`))
  const other = await visitor.browser.post(form.path, { ...fields, anders: 'ja' }, key)
  // Without an account a key is only a page's own: the same answer comes back, and nothing of the other form is kept.
  const outside = visitor.role === null || Object.hasOwn(OPEN, route)
  if (outside ? other.headers.get('location') !== location : other.status !== 409) wrong.push(said(`another form under the same key answers ${other.status}`))
  // Outside, the same answer may be written over itself: then the number of rows tells.
  const after = await contents(world)
  const changed = outside ? [...rowsAdded(once, after)].flatMap(([table, added]) => (added === 0 ? [] : [table])) : differences(once, after)
  return changed.length > 0 ? [...wrong, said(`sent again it changes ${changed.join(', ')}`)] : wrong
}

function rowsAdded(before: Contents, after: Contents): Map<string, number> {
  return new Map([...after].map(([table, { count }]) => [table, count - (before.get(table)?.count ?? 0)]))
}

/** The sentence of a refusal, so that whoever reads a failure knows what the walk must learn to answer. */
async function wordsOf(answer: Response): Promise<string> {
  const html = await answer.text()
  const alert = /role="alert"[^>]*>([\s\S]*?)<\/(?:div|section)>/.exec(html)?.[1] ?? /<main[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? ''
  return `${answer.status} ${alert
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 160)}`
}
