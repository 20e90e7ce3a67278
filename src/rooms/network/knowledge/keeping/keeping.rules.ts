import type { Day } from '#kit/day.ts'
import { mustBeReviewed } from '../knowledge.rules.ts'

/** How many days back it is counted whether an answer was of use. */
export const COUNTED_DAYS = 90

/** An item as its keeper sees it in a list. */
export type KeptItem = {
  readonly slug: string
  readonly title: string
  readonly owner: string | null
  readonly reviewOn: Day
  readonly yes: number
  readonly no: number
}

/** What must be looked at again first, the longest overdue on top; then what was of no use most often. */
export function inOrder(items: readonly KeptItem[], today: Day): KeptItem[] {
  const stale = (item: KeptItem) => mustBeReviewed(item.reviewOn, today)
  return items.toSorted((a, b) => {
    if (stale(a) !== stale(b)) return stale(a) ? -1 : 1
    if (stale(a) && a.reviewOn !== b.reviewOn) return a.reviewOn < b.reviewOn ? -1 : 1
    return b.no - a.no || (a.title < b.title ? -1 : 1)
  })
}
