import type { PersonId } from '#rooms/access'
import { isCostKind } from '#rules/organisations'
import { isInConsent, mayJudge } from '../spending.rules.ts'
import type { Receipt } from '../spending.types.ts'

/** Why a receipt cannot be approved with many at once, the gravest first. */
export const LOOKS = ['own', 'unknown', 'question', 'double', 'consent', 'photo'] as const
export type Look = (typeof LOOKS)[number]

/** What of a receipt decides whether somebody must look at it. */
export type Lookable = Pick<Receipt, 'member' | 'sentBy' | 'gross' | 'kind' | 'paidBy' | 'unsure' | 'file' | 'standing' | 'alike'>

/**
 * Why somebody must look at a receipt by itself; nothing: it may be approved with many at once. It is the own one, something is not known, a question
 * was asked, another has the same day and amount, its kind stands not in the consent (`costKinds`; null: no consent is needed), or there is no photo.
 */
export function looksOf(receipt: Lookable, judge: PersonId, costKinds: readonly string[] | null): Look[] {
  const { gross, kind, paidBy, unsure, file, standing } = receipt
  const is: Readonly<Record<Look, boolean>> = {
    own: !mayJudge(judge, receipt.member, receipt.sentBy),
    unknown: gross === null || unsure.length > 0 || !isCostKind(kind) || paidBy === 'unknown',
    question: standing !== 'waiting',
    double: receipt.alike,
    consent: isCostKind(kind) && !isInConsent(kind, costKinds),
    photo: file === null,
  }
  return LOOKS.filter((look) => is[look])
}
