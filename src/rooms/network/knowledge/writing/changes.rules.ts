import type { KnowledgeText } from '../knowledge.rules.ts'

/** What of an item can differ between two versions. */
export const CHANGED_PARTS = ['title', 'intro', 'body', 'source', 'doubt', 'kind', 'topics', 'audiences'] as const
export type ChangedPart = (typeof CHANGED_PARTS)[number]

/** What went and what came in one part, line by line, in the order of the text. */
export type Change = { readonly part: ChangedPart | 'attachments'; readonly removed: readonly string[]; readonly added: readonly string[] }

/** What changed from one version to the next; a line that stayed is not told. Nothing for the first version. */
export function changesBetween(before: KnowledgeText | null, after: KnowledgeText): Change[] {
  if (!before) return []
  return CHANGED_PARTS.map((part) => ({ part, ...linesChanged(linesOf(before, part), linesOf(after, part)) })).filter(
    ({ removed, added }) => removed.length > 0 || added.length > 0,
  )
}

/** Which files went and which came; nothing where they are the same. */
export function attachmentChange(before: readonly Named[], after: readonly Named[]): Change[] {
  const only = (some: readonly Named[], others: readonly Named[]) => some.filter(({ id }) => !others.some((each) => each.id === id)).map(({ name }) => name)
  const [removed, added] = [only(before, after), only(after, before)]
  return removed.length > 0 || added.length > 0 ? [{ part: 'attachments', removed, added }] : []
}

type Named = { readonly id: string; readonly name: string }

/** The lines that only one of two texts has, by their longest common row. */
export function linesChanged(before: readonly string[], after: readonly string[]): { readonly removed: string[]; readonly added: string[] } {
  const length = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  const at = (i: number, j: number) => length[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = length[i]
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const [removed, added]: [string[], string[]] = [[], []]
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      i++
      j++
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) removed.push(before[i++] ?? '')
    else added.push(after[j++] ?? '')
  }
  return { removed, added }
}

function linesOf(text: KnowledgeText, part: ChangedPart): string[] {
  const value = text[part]
  if (Array.isArray(value)) return [...(value as string[])].toSorted()
  return String(value ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
