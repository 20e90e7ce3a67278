import type { Tx } from '#kit/db.ts'
import type { Permit } from '#rooms/access'
import { type CooperationAgreement, cooperationAgreements, cooperationStanding, type TownShare, townShare } from '#rooms/agreements'
import { type ConsentCounts, consentCounts } from '#rooms/consent'
import { SAMPLE_NAMES, type Sample, sampleFigures, sharedWithMunicipality, type WhatIfLink } from '#rooms/settlement'
import { knowledgeWaiting } from '../homes.sql.ts'
import { knowledgeIn, type ToKeep } from '../keeping/keeping.rules.ts'

type Line = Pick<CooperationAgreement, 'id' | 'number' | 'cooperativeName' | 'from'>

export type PolicyAdviserHome = {
  /** Proposed to the municipality, neither signed nor answered by it, and not over yet. */
  readonly toSign: readonly Line[]
  /** Of which the municipality asked a change: the cooperative is next. */
  readonly asked: readonly Line[]
  readonly consents: ConsentCounts
  /** Of each agreement that is signed and runs: what it brings the municipality in invented years. */
  readonly brings: readonly (Line & { readonly years: readonly { readonly sample: Sample; readonly share: TownShare }[] })[]
  /** Outcomes that cooperatives share with the municipality, newest first. */
  readonly shared: readonly WhatIfLink[]
  /** Knowledge of the network that the adviser keeps or is asked to keep. */
  readonly kept: readonly ToKeep[]
}

/** Which agreements wait for the municipality, and how many consents run: counts, never who; what cooperatives share. Five queries. */
export async function policyAdviserHome(tx: Tx, permit: Permit<'home.policyAdviser'>): Promise<PolicyAdviserHome> {
  const agreements = await cooperationAgreements(tx, permit)
  const open = agreements.filter(
    (agreement) =>
      cooperationStanding(agreement) !== 'declined' &&
      !agreement.signatures.some(({ party }) => party === 'municipality') &&
      (agreement.until === null || agreement.until >= permit.today),
  )
  const isAsked = ({ answers, tenant, number }: CooperationAgreement) => answers.some(({ party }) => party === 'municipality') && !isReplaced(tenant, number)
  const isReplaced = (tenant: string, number: number) => agreements.some((later) => later.tenant === tenant && later.number > number)
  const isReplacedBy = ({ tenant, number }: CooperationAgreement) =>
    agreements.some((later) => later.tenant === tenant && later.number > number && cooperationStanding(later) === 'signed' && later.from <= permit.today)
  return {
    toSign: open.filter(({ answers }) => !answers.some(({ party }) => party === 'municipality')),
    asked: open.filter(isAsked),
    brings: agreements
      .filter(
        (each) =>
          cooperationStanding(each) === 'signed' && each.from <= permit.today && (each.until === null || each.until >= permit.today) && !isReplacedBy(each),
      )
      .map((each) => ({ ...each, years: SAMPLE_NAMES.map((sample) => ({ sample, share: townShare(each.bounds, sampleFigures(sample)) })) })),
    consents: await consentCounts(tx, permit),
    shared: await sharedWithMunicipality(tx, permit),
    kept: knowledgeIn(await knowledgeWaiting(tx, permit), permit.role),
  }
}
