import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { Craft, Listing, ListingFacts, Progress } from './listings.rules.ts'

/** The entries that whoever asks may see, by cooperative: the wall shows a visitor those that are shown. */
export async function listings(tx: Tx): Promise<(Omit<Listing, 'name'> & { readonly name: null })[]> {
  const rows = await tx.selectFrom('network.listing').selectAll().orderBy('tenant').execute()
  return rows.map((row) => ({
    cooperative: row.tenant,
    name: null,
    progress: row.progress as Progress,
    place: row.place,
    town: row.town,
    crafts: row.crafts as Craft[],
    about: row.about,
    email: row.email,
    phone: row.phone,
    website: row.website,
    shown: row.shown,
    shownSince: row.shown_since,
    checkedOn: row.checked_on as Day,
  }))
}

export async function saveListing(tx: Tx, permit: AnyPermit, facts: ListingFacts): Promise<void> {
  const row = {
    progress: facts.progress,
    place: facts.place,
    town: facts.town,
    crafts: [...facts.crafts],
    about: facts.about,
    email: facts.email,
    phone: facts.phone,
    website: facts.website,
    shown: facts.shown,
    checked_on: permit.today,
    kept_by: personOf(permit),
    kept_at: permit.now,
  }
  const since = facts.shown ? permit.now : null
  await tx
    .insertInto('network.listing')
    .values({ tenant: permit.organisation, ...row, shown_since: since })
    .onConflict((conflict) =>
      conflict.column('tenant').doUpdateSet((eb) => ({ ...row, shown_since: eb.fn.coalesce('network.listing.shown_since', eb.val(since)) })),
    )
    .execute()
}
