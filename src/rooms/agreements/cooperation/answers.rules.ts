import type { CooperationAgreement, CooperationParty } from './cooperation.sql.ts'

type Said = Pick<CooperationAgreement, 'signatures' | 'answers'>

/** Where an agreement stands: signed by both, declined by one, a change asked for that nobody signed since, or waiting for a signature. */
export type CooperationStanding = 'signed' | 'declined' | 'changeAsked' | 'waiting'

/** Where an agreement stands by its signatures and answers; one that was declined stays so. */
export function cooperationStanding({ signatures, answers }: Said): CooperationStanding {
  if (new Set(signatures.map(({ party }) => party)).size === 2) return 'signed'
  if (answers.some(({ kind }) => kind === 'declined')) return 'declined'
  const asked = answers.some((answer) => answer.kind === 'changeAsked' && !signatures.some(({ party }) => party === answer.party))
  return asked ? 'changeAsked' : 'waiting'
}

/** Why a party cannot sign, ask or decline any more; null while it can. What was declined is over: another version takes its place. */
export function answerStop(said: Said, party: CooperationParty): 'signedBefore' | 'declinedBefore' | null {
  if (said.answers.some(({ kind }) => kind === 'declined')) return 'declinedBefore'
  return said.signatures.some((signature) => signature.party === party) ? 'signedBefore' : null
}
