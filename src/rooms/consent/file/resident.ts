import type { Tx } from '#kit/db.ts'
import type { MemberId, Permit } from '#rooms/access'
import { type LegalBasis, legalBases } from '../consent.sql.ts'
import { requestLines } from '../consent.ts'
import type { RequestId, RequestLine } from '../consent.types.ts'
import { type KeptLetter, lettersTo } from '../letters/letters.sql.ts'

/** Everything of one resident that the municipality itself decided about, newest first. */
export type ResidentConsents = {
  readonly lines: readonly RequestLine[]
  readonly grounds: readonly LegalBasis[]
  readonly letters: readonly (KeptLetter & { readonly request: RequestId })[]
}

/** The requests of an own case with where they stand, the legal grounds in words, and the letters; nothing of somebody outside reach. Five queries. */
export async function residentConsents(tx: Tx, permit: Permit<'resident.read'>, member: MemberId): Promise<ResidentConsents> {
  return {
    lines: await requestLines(tx, permit, member),
    grounds: await legalBases(tx, permit.today),
    letters: await lettersTo(tx, permit, member),
  }
}
