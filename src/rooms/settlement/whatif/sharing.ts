import { createHash, randomBytes } from 'node:crypto'
import { today } from '#kit/clock.ts'
import { addDays, type Day, type Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type OrganisationId, organisationName, type Permit, type World } from '#rooms/access'
import { cooperationAgreements, cooperationStanding, type VersionId, versionToRead } from '#rooms/agreements'
import { type Frozen, frozenOf, frozenText, mayBeShared, thawed } from './frozen.rules.ts'
import { deleteEnded, deleteShared, insertShared, type Shared, sharedBy, sharedOf, sharedWith } from './sharing.sql.ts'
import { whatIfTexts } from './whatif.en.ts'
import { type Asked, lookWhatIf } from './whatif.ts'

/** For how many days a link is open. */
export const DAYS = { usual: 30, most: 90 } as const

/** An outcome that is shared, with the end of its address. */
export type WhatIfLink = {
  readonly id: string
  readonly path: string
  readonly frozen: Frozen
  readonly hash: string
  readonly sharedAt: Instant
  readonly until: Day
}

/**
 * Freezes what a version would have done and gives a link to it that anybody can read who has it: figures without names. For `municipality`
 * it also stands on the page of its advisers. Gives the link's id. Refuses a version or months that there is nothing of, months in
 * which fewer than five members had money, and a municipality with which there is no agreement.
 */
export async function shareWhatIf(
  tx: Tx,
  permit: Permit<'whatIf.share'>,
  version: VersionId,
  asked: Asked,
  how: { readonly municipality: OrganisationId | null; readonly days: number },
): Promise<string> {
  const words = whatIfTexts[permit.language].refusals
  // Whoever opens the link reads Dutch, whatever the board reads.
  const found = await lookWhatIf(tx, permit, version, asked, 'nl')
  if (how.days < 1 || how.days > DAYS.most) refuse(words.days, { most: DAYS.most }, { field: 'days' })
  if (how.municipality && !(await municipalitiesOf(tx, permit)).has(how.municipality)) refuse(words.noMunicipality, {}, { field: 'municipality' })
  if (!found.outcome) refuse(words.nothing)
  if (!mayBeShared(found.outcome, found.asked.source)) refuse(words.tooFew)
  const cooperative = (await organisationName(tx, permit.organisation)) ?? ''
  const frozen = frozenOf(found.outcome, {
    cooperative,
    number: found.version.number,
    today: found.today?.number ?? null,
    source: found.asked.source,
    sharedOn: permit.today,
    changes: found.changes,
    otherBasis: found.otherBasis,
  })
  const content = frozenText(frozen)
  const id = newId(permit.now.epochMilliseconds)
  const token = randomBytes(32).toString('base64url')
  await insertShared(tx, permit, version, { id, token, content, hash: hashOf(content), municipality: how.municipality, until: addDays(permit.today, how.days) })
  await happened(tx, permit, 'whatIf.shared', { agreement: version, link: id })
  return id
}

/** Ends a link at once: what was shared is deleted. Refuses (missing) one that is not open. */
export async function endShared(tx: Tx, permit: Permit<'whatIf.share'>, version: VersionId, id: string): Promise<void> {
  await versionToRead(tx, permit, version)
  if (!(await deleteShared(tx, permit, version, id))) refuse(whatIfTexts[permit.language].refusals.noLink, {}, { kind: 'missing' })
  await happened(tx, permit, 'whatIf.unshared', { agreement: version, link: id })
}

/** What the holder of a link sees; acts for no organisation and no person. Refuses (missing) a link that is none or that ended. */
export async function whatIfByLink(world: World, token: string): Promise<WhatIfLink> {
  const row = await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, (tx) => sharedBy(tx, token, today(world.clock)))
  return row ? openedOf(row) : refuse(whatIfTexts.nl.refusals.noLink, {}, { kind: 'missing' })
}

/** The open links of a version, newest first. */
export async function sharedOfVersion(tx: Tx, permit: AnyPermit, version: VersionId): Promise<WhatIfLink[]> {
  return (await sharedOf(tx, permit, version)).map(openedOf)
}

/** What cooperatives share with the municipality one acts for, newest first. */
export async function sharedWithMunicipality(tx: Tx, permit: AnyPermit): Promise<WhatIfLink[]> {
  return (await sharedWith(tx, permit)).map(openedOf)
}

/** Municipalities with which the cooperative has an agreement that is not over or declined, by their name. */
export async function municipalitiesOf(tx: Tx, permit: AnyPermit): Promise<Map<OrganisationId, string>> {
  const running = (await cooperationAgreements(tx, permit)).filter(
    (agreement) => cooperationStanding(agreement) !== 'declined' && (agreement.until === null || agreement.until >= permit.today),
  )
  return new Map(running.map(({ municipality, municipalityName }) => [municipality, municipalityName]))
}

/** Deletes what was shared until a day that has passed; the same night twice does nothing more. */
export function forgetShared(tx: Tx, permit: Permit<'whatIf.share'>): Promise<void> {
  return deleteEnded(tx, permit)
}

export function digest(token: string): string {
  return hashOf(token)
}

function openedOf({ id, token, content, hash, sharedAt, until }: Shared): WhatIfLink {
  // What was shared is as it was: somebody may have decided on it.
  if (hashOf(content) !== hash) throw new Error(`the shared what-if ${id} is not what it was`)
  return { id, path: `/wat-als/${token}`, frozen: thawed(content), hash, sharedAt, until }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
