import type { Tx } from '#kit/db.ts'
import type { Permit } from '#rooms/access'
import { type Binding, bindingsOf, type Signature, signaturesOf, type Version, versionsAll } from '../agreements.sql.ts'
import { plainText } from '../articles/text.rules.ts'
import { type CooperationAgreement, cooperationAgreements } from '../cooperation/cooperation.sql.ts'
import { hashOf } from './fingerprint.ts'

/** Everything that was agreed, for whoever walks out: texts, articles that are the rules, signatures, and from when which version binds whom. */
export type AgreementsExport = {
  readonly memberAgreements: readonly (Version & { readonly signatures: readonly Signature[] })[]
  readonly bindings: readonly Binding[]
  readonly cooperationAgreements: readonly CooperationAgreement[]
}

/** All agreements of the cooperative, to write to a file. The articles are what `simulate` reads. */
export async function agreementsForExport(tx: Tx, permit: Permit<'export.make'>): Promise<AgreementsExport> {
  const [versions, signatures] = [await versionsAll(tx, permit), await signaturesOf(tx, permit, null)]
  return {
    memberAgreements: versions.map((version) => ({ ...version, signatures: signatures.filter((signature) => signature.version === version.id) })),
    bindings: await bindingsOf(tx, permit, null),
    cooperationAgreements: await cooperationAgreements(tx, permit),
  }
}

/** Proves that every proposed text is what its articles say and that every signature is of that text; gives what is wrong, in English. */
export async function verifyAgreements(tx: Tx, permit: Permit<'ledger.verify'>): Promise<readonly string[]> {
  const [versions, signatures, cooperations] = [await versionsAll(tx, permit), await signaturesOf(tx, permit, null), await cooperationAgreements(tx, permit)]
  const hashes = new Map(versions.map((version) => [version.id, version.hash]))
  return [
    ...versions.flatMap((version) => {
      if (version.text === null) return []
      const faults = hashOf(version.text) === version.hash ? [] : [`agreement ${version.number}: the text is not what its fingerprint is of`]
      return version.text.endsWith(`\n\n${plainText(version.articles)}\n`)
        ? faults
        : [...faults, `agreement ${version.number}: the articles do not say what the text says`]
    }),
    ...signatures.flatMap((signature) =>
      hashes.get(signature.version) === signature.hash ? [] : [`a signature of ${signature.on} is of another text than its agreement`],
    ),
    ...cooperations.flatMap((agreement) => {
      const sound = hashOf(agreement.text) === agreement.hash && agreement.signatures.every((signature) => signature.hash === agreement.hash)
      return sound ? [] : [`cooperation agreement ${agreement.number} with ${agreement.municipalityName}: text, fingerprint and signatures do not agree`]
    }),
  ]
}
