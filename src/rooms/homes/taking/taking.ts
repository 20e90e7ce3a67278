import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened, happenedLately } from '#kit/happened.ts'
import { archiveOf, askErrand, type Errand, type ErrandId, lastErrands, looked, type Permit, type PersonId, personNames } from '#rooms/access'
import { memberNames } from '#rooms/members'

/** How many files and exports are listed. */
const LISTED = 10

export type Taking = {
  readonly mine: readonly (Errand & { readonly keeps: boolean })[]
  /** Who made an export and when, newest first; no name where the terminal did. */
  readonly made: readonly { readonly at: Instant; readonly name: string | null }[]
}

/** The own exports, and who made one. Three queries. */
export async function takingOf(tx: Tx, permit: Permit<'export.make'>): Promise<Taking> {
  const mine = await lastErrands(tx, permit, 'export.make', LISTED)
  const made = await happenedLately(tx, permit.organisation, 'export.made', LISTED)
  const names = await personNames(tx, [...new Set(made.flatMap(({ person }) => (person ? [person as PersonId] : [])))])
  return { mine, made: made.map(({ at, person }) => ({ at, name: person ? (names.get(person as PersonId) ?? null) : null })) }
}

/** Asks for an export in the background; gives the errand. Asked again while one is made it is the same, each person for themselves. */
export function askExport(tx: Tx, permit: Permit<'export.make'>): Promise<ErrandId> {
  return askErrand(tx, permit, { kind: 'export.make', about: permit.person ?? '', label: '', back: '/alles-meenemen', facts: async () => ({}) })
}

/** The archive of an own export. Every member sees that it was taken along, and the log has it. Refuses (missing) what is not there, or of somebody else. */
export async function takeArchive(tx: Tx, permit: Permit<'export.make'>, errand: string): Promise<Buffer> {
  const bytes = await archiveOf(tx, permit, errand)
  await looked(tx, permit, [...(await memberNames(tx, permit)).keys()])
  await happened(tx, permit, 'export.taken', { errand })
  return bytes
}
