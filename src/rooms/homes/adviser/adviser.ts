import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type OrganisationKind, organisationsAll, type Permit } from '#rooms/access'
import { type CooperationAgreement, cooperationAgreements } from '#rooms/agreements'
import { type ConsentCounts, consentCounts } from '#rooms/consent'

export type PolicyAdviserHome = {
  /** Proposed to the municipality, not signed by it, and not over yet. */
  readonly toSign: readonly Pick<CooperationAgreement, 'id' | 'number' | 'cooperativeName' | 'from'>[]
  readonly consents: ConsentCounts
}

/** Which agreements wait for the municipality, and how many consents run: counts, never who. Three queries. */
export async function policyAdviserHome(tx: Tx, permit: Permit<'home.policyAdviser'>): Promise<PolicyAdviserHome> {
  const agreements = await cooperationAgreements(tx, permit)
  return {
    toSign: agreements.filter(
      ({ signatures, until }) => !signatures.some(({ party }) => party === 'municipality') && (until === null || until >= permit.today),
    ),
    consents: await consentCounts(tx, permit),
  }
}

export type TakingPart = { readonly id: string; readonly kind: OrganisationKind; readonly name: string; readonly since: Instant }

/** The organisations that take part and since when: nothing of their members or money (domain 2.12). One query. */
export function organisationsTakingPart(tx: Tx, _permit: Permit<'home.network'>): Promise<readonly TakingPart[]> {
  return organisationsAll(tx)
}
