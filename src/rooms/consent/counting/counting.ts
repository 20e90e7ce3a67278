import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Permit } from '#rooms/access'
import { requestLines } from '../consent.ts'
import { type Cell, cells, told } from './counting.rules.ts'

export type ConsentCounts = {
  /** Residents with a consent that counts today, per cooperative by name. */
  readonly running: readonly Cell[]
  readonly total: number | null
  /** Whether any request awaits a decision, of how many residents (null: one to four), and the first last day to decide (Awb 4:13). */
  readonly waiting: { readonly any: boolean; readonly residents: number | null; readonly first: Day | null }
}

/** How many consents run at the permit's municipality and what waits for a decision: counts alone, of fewer than five never how many. */
export async function consentCounts(tx: Tx, permit: Permit<'home.policyAdviser'>): Promise<ConsentCounts> {
  const lines = await requestLines(tx, permit)
  const perCooperative = new Map<string, Set<string>>()
  for (const { request, effect } of lines)
    if (effect === 'inForce') perCooperative.set(request.cooperativeName, (perCooperative.get(request.cooperativeName) ?? new Set()).add(request.member))
  const running = cells(new Map([...perCooperative].toSorted(([a], [b]) => a.localeCompare(b, 'nl')).map(([name, members]) => [name, members.size])))
  const waiting = lines.filter(({ procedure }) => procedure === 'waiting')
  const [first = null] = waiting.flatMap(({ deadline }) => (deadline ? [deadline.last] : [])).toSorted()
  return {
    running: running.cells,
    total: running.total,
    waiting: { any: waiting.length > 0, residents: told(new Set(waiting.map(({ request }) => request.member)).size), first },
  }
}
