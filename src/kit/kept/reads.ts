import { AsyncLocalStorage } from 'node:async_hooks'

/** One statement that was sent for a page: in a role of its own, or within the unit whose beginning came before it. */
export type Sent = { readonly role: string | null; readonly text: string; readonly values: readonly unknown[] }

/** What was sent for one page, in order. `mixed` once something was asked that cannot be asked again in its place. */
export type Reads = { readonly sent: Sent[]; mixed: boolean }

const reading = new AsyncLocalStorage<Reads>()

/** Runs `work` and writes down every statement that it sends. */
export async function readingOf(work: () => Promise<void>): Promise<Reads> {
  const reads: Reads = { sent: [], mixed: false }
  await reading.run(reads, work)
  return reads
}

/** Tells whoever listens that a statement is sent. */
export function tellSent(role: string | null, text: string, values: readonly unknown[]): void {
  reading.getStore()?.sent.push({ role, text, values })
}

/** Tells whoever listens that something was asked of which the statements are not told. */
export function tellMixed(): void {
  const reads = reading.getStore()
  if (reads) reads.mixed = true
}

/** How a unit of work begins and ends; see db.ts. */
const BEGINS = /^begin; select set_config/
const ENDS = /^(?:commit|rollback)$/i
const READS = /^\s*(?:select|with)\b/i
/** Words that make of a reading something else. A column or a text with such a word costs a page its keeping, no more. */
const CHANGES =
  /\b(?:insert|update|delete|merge|truncate|nextval|setval|set_config|pg_notify|pg_advisory\w*|random|gen_random_uuid|clock_timestamp)\b|\bfor\s+(?:no\s+key\s+|key\s+)?(?:update|share)\b/i

/** Whether a page changed nothing and read only what can be read again, in the order in which it was. */
export function onlyReads({ sent, mixed }: Reads): boolean {
  return !mixed && sent.every(({ text }) => BEGINS.test(text) || ENDS.test(text) || changesNothing(text))
}

/** A statement of a page comes back a thousand times; of a beginning, which holds whose unit it is, nothing is kept. */
const MOST_JUDGED = 1000
const judged = new Map<string, boolean>()

function changesNothing(text: string): boolean {
  const known = judged.get(text)
  if (known !== undefined) return known
  if (judged.size >= MOST_JUDGED) judged.clear()
  const verdict = READS.test(text) && !CHANGES.test(text)
  judged.set(text, verdict)
  return verdict
}

/** The statements without the ends of units. */
export function questionsOf({ sent }: Reads): readonly Sent[] {
  return sent.filter(({ text }) => !ENDS.test(text))
}

/** Whether a statement is the beginning of a unit: whose it is, and of which day. */
export function beginsUnit({ text }: Sent): boolean {
  return BEGINS.test(text)
}

/** Whether two pages asked the same. A moment may differ: it is the time at which was asked. */
export function sameQuestions(a: readonly Sent[], b: readonly Sent[]): boolean {
  return a.length === b.length && a.every((each, nr) => each.role === b[nr]?.role && each.text === b[nr]?.text && sameValues(each.values, b[nr]?.values ?? []))
}

function sameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, nr) => written(each) === written(b[nr]))
}

function written(value: unknown): string {
  if (value instanceof Temporal.Instant) return 'a moment'
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part)) ?? 'nothing'
}
