import { firstDay, lastDay, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Permit } from '#rooms/access'
import { nl } from '../consent.nl.ts'
import { requests } from '../consent.sql.ts'
import type { Notified } from '../events/events.rules.ts'
import { lettersBetween, letterMonths as monthsOf } from './letters.sql.ts'
import { letterLogo, letterPdf } from './letters.ts'

/** A letter of a month as the archive of a municipality takes it: the paper, and what it is without opening it. */
export type ArchivedLetter = {
  readonly id: string
  readonly on: string
  /** What it is, in Dutch: "Toestemming gegeven" and the like. */
  readonly kind: string
  readonly title: string
  readonly member: string
  readonly cooperative: string
  readonly municipality: string
  readonly reference: string | null
  readonly template: string
  readonly madeAt: string
  /** How it was notified and on which day; null while it still has to be posted, or where that was not kept yet. */
  readonly notified: Notified | null
  readonly sha256: string
  readonly pdf: () => Promise<Uint8Array>
}

/** Letters of own cases dated in a month, the oldest first, `most` of them: who they are about, and each as paper with the logo it went out with. Three queries, one more per logo. */
export async function lettersForArchive(tx: Tx, permit: Permit<'statement.archive'>, month: Month, most: number) {
  const found = await lettersBetween(tx, permit, firstDay(month), lastDay(month), most)
  const asked = new Map((await requests(tx, permit, { ids: [...new Set(found.map(({ request }) => request))] })).map((each) => [each.id, each]))
  const letters: (ArchivedLetter & { readonly about: (typeof found)[number]['about'] })[] = []
  for (const { request, about, ...letter } of found) {
    const { reference = null, events = [] } = asked.get(request) ?? {}
    const told = events.find(({ kind, recordedAt }) => kind === letter.kind && Temporal.Instant.compare(recordedAt, letter.madeAt) === 0)
    const logo = await letterLogo(tx, letter)
    letters.push({
      id: letter.event,
      about,
      on: letter.on,
      kind: nl.events[letter.kind],
      title: letter.title,
      member: letter.member,
      cooperative: letter.cooperative,
      municipality: letter.municipality,
      reference,
      template: letter.template ?? '',
      madeAt: String(letter.madeAt),
      notified: told?.notified ?? null,
      sha256: letter.sha256 ?? '',
      pdf: () => letterPdf(letter, reference, logo),
    })
  }
  return letters
}

/** The months of which there are letters of own cases, the newest first; at most a year of them. */
export function letterMonths(tx: Tx, permit: Permit<'statement.list'>): Promise<Month[]> {
  return monthsOf(tx, permit)
}
