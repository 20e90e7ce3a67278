import { nl } from '../banking.nl.ts'
import type { Certainty } from './matching.rules.ts'

/** A proposal on the scales: what it rests on, and which facts it would take. */
export type Weighable = {
  readonly key: string
  readonly certainty: Certainty
  readonly reasons: readonly string[]
  /** Invoices named, a fact that waits for money, a rule of the treasurer, a habit of the account, words on the line, or an amount of nothing. */
  readonly basis: 'invoices' | 'fact' | 'rule' | 'habit' | 'words' | 'zero'
  readonly facts: readonly string[]
}

export const RANK: Readonly<Record<Certainty, number>> = { certain: 0, likely: 1, possible: 2 }

/**
 * Holds the proposals of each line against each other, the surest first. Only invoices whose number is written stay certain beside something
 * else; a cost or a habit is never certain while another proposal stands. A fact that is certain for two lines is certain for neither.
 */
export function weigh<Id, P extends Weighable>(found: ReadonlyMap<Id, readonly P[]>): Map<Id, readonly P[]> {
  const weighed = new Map([...found].map(([line, proposals]) => [line, besideOthers(once(proposals))] as const))
  const claims = new Map<string, number>()
  for (const proposals of weighed.values())
    for (const { certainty, facts } of proposals) if (certainty === 'certain') for (const fact of facts) claims.set(fact, (claims.get(fact) ?? 0) + 1)
  const contested = (proposal: P) => proposal.certainty === 'certain' && proposal.facts.some((fact) => (claims.get(fact) ?? 0) > 1)
  return new Map(
    [...weighed].map(([line, proposals]) => [line, sorted(proposals.map((each) => (contested(each) ? doubted(each, nl.reasons.twoLines) : each)))]),
  )
}

/** The same booking proposed twice is one proposal, as sure as the surest. */
function once<P extends Weighable>(proposals: readonly P[]): readonly P[] {
  const seen = new Set<string>()
  return sorted(proposals).filter(({ key }) => !seen.has(key) && seen.add(key))
}

function besideOthers<P extends Weighable>(proposals: readonly P[]): readonly P[] {
  if (proposals.length < 2) return proposals
  const doubtful = ({ certainty, basis }: P) => certainty === 'certain' && basis !== 'invoices'
  return sorted(proposals.map((each) => (doubtful(each) ? doubted(each, nl.reasons.alsoOther) : each)))
}

function doubted<P extends Weighable>(proposal: P, because: string): P {
  return { ...proposal, certainty: 'likely', reasons: [...proposal.reasons, because] }
}

/** The surest first; what rests on a fact goes before what rests on a habit. */
function sorted<P extends Weighable>(proposals: readonly P[]): readonly P[] {
  return [...proposals].sort((a, b) => RANK[a.certainty] - RANK[b.certainty] || WEIGHT[a.basis] - WEIGHT[b.basis])
}

const WEIGHT: Readonly<Record<Weighable['basis'], number>> = { invoices: 0, zero: 0, fact: 0, rule: 1, habit: 2, words: 3 }
