import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type MemberId, type Permit, personNames } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { agreementRefusals } from '../agreements.en.ts'
import {
  type Binding,
  bindingsOf,
  recipientsOf,
  type Signature,
  signaturesOf,
  type Version,
  type VersionId,
  versionById,
  versionsAll,
} from '../agreements.sql.ts'
import { type Standing, standing } from './signing.rules.ts'

/** Where one member stands with one version. */
export type Recipient = { readonly member: MemberId; readonly standing: Standing; readonly signedOn: Day | null; readonly bindsFrom: Day | null }

/** A version with everybody within reach to whom it was put. */
export type AgreementLine = { readonly version: Version; readonly boardSigned: Signature | null; readonly recipients: readonly Recipient[] }

export type AgreementFile = AgreementLine & { readonly names: ReadonlyMap<MemberId, string>; readonly boardName: string | null }

/** The versions a reader may see, newest first: a member the own ones, the board all of them and the drafts. */
export async function agreementLines(tx: Tx, permit: Permit<'agreement.read'>): Promise<AgreementLine[]> {
  const versions = await versionsAll(tx, permit)
  const around = await aroundOf(tx, permit, null)
  return versions.map((version) => lineOf(version, around, permit.today)).filter((line) => permit.reach === 'organisation' || line.recipients.length > 0)
}

/** One version with names. Refuses as missing what was not put to anybody within reach. */
export async function agreementFile(tx: Tx, permit: AnyPermit, id: VersionId): Promise<AgreementFile> {
  const version = (await versionById(tx, permit, id)) ?? refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
  const line = lineOf(version, version.proposedAt ? await aroundOf(tx, permit, id) : { recipients: [], signatures: [], bindings: [] }, permit.today)
  if (permit.reach !== 'organisation' && line.recipients.length === 0) refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
  // A member sees no other names, so needs none.
  const names = permit.role === 'member' ? new Map<MemberId, string>() : await memberNames(tx, permit)
  const board = line.boardSigned?.person
  return { ...line, names, boardName: board ? ((await personNames(tx, [board])).get(board) ?? null) : null }
}

/** One version that is within reach to read: the board's own drafts too, a member only what was put to that member. Refuses the others as missing. */
export async function versionToRead(tx: Tx, permit: AnyPermit, id: VersionId): Promise<Version> {
  const version = (await versionById(tx, permit, id)) ?? refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
  if (permit.reach === 'organisation') return version
  const put = version.proposedAt ? [...(await recipientsOf(tx, permit, id)), ...(await bindingsOf(tx, permit, null)).filter((each) => each.version === id)] : []
  return put.length > 0 ? version : refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
}

/** Versions that the board signed, newest first: what this cooperative agrees with its members. */
export async function signedVersions(tx: Tx, permit: AnyPermit): Promise<Version[]> {
  const signed = new Set((await signaturesOf(tx, permit, null)).flatMap(({ party, version }) => (party === 'cooperative' ? [version] : [])))
  return (await versionsAll(tx, permit)).filter(({ id }) => signed.has(id))
}

type Around = {
  readonly recipients: readonly { version: VersionId; member: MemberId }[]
  readonly signatures: readonly (Signature & { version: VersionId })[]
  readonly bindings: readonly Binding[]
}

async function aroundOf(tx: Tx, permit: AnyPermit, version: VersionId | null): Promise<Around> {
  return {
    recipients: await recipientsOf(tx, permit, version),
    signatures: await signaturesOf(tx, permit, version),
    bindings: await bindingsOf(tx, permit, null),
  }
}

function lineOf(version: Version, around: Around, on: Day): AgreementLine {
  const signatures = around.signatures.filter((signature) => signature.version === version.id)
  const boardSigned = signatures.find((signature) => signature.party === 'cooperative') ?? null
  const put = new Set(around.recipients.flatMap((recipient) => (recipient.version === version.id ? [recipient.member] : [])))
  const bound = around.bindings.filter((binding) => binding.version === version.id)
  const members = new Set([...put, ...bound.map((binding) => binding.member)])
  const recipients = [...members].flatMap((member): Recipient[] => {
    const own = around.bindings.filter((binding) => binding.member === member)
    const place = own.findIndex((binding) => binding.version === version.id)
    const bindsFrom = own[place]?.from ?? null
    const signedOn = signatures.find((signature) => signature.member === member)?.on ?? null
    const found = standing(
      {
        proposed: put.has(member),
        signedByMember: signedOn !== null,
        signedByCooperative: boardSigned !== null,
        bindsFrom,
        until: version.until,
        nextBindsFrom: place < 0 ? null : (own[place + 1]?.from ?? null),
      },
      on,
    )
    return found ? [{ member, standing: found, signedOn, bindsFrom }] : []
  })
  return { version, boardSigned, recipients }
}
