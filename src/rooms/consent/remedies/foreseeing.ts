import { proposal } from '../exceptions/proposal.ts'
import type { C } from '../file/opening.ts'
import type { Foreseen } from './foreseen.ts'
import type { ForeseenMeaning } from './pages/foreseen-cards.tsx'

/** What each way in which a step can end would mean, for the request in the address. */
export async function foreseenMeanings(c: C, all: readonly Foreseen[]): Promise<readonly ForeseenMeaning[]> {
  const meanings: ForeseenMeaning[] = []
  for (const { ending, events } of all) meanings.push({ ending, meaning: await proposal(c, () => events) })
  return meanings
}
