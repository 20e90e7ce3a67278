import type { Tx } from '#kit/db.ts'
import { organisationsAll, type Permit } from '#rooms/access'
import { allMunicipalities } from '#rooms/organisations'
import { shownListings } from '../listings/listings.ts'
import { type Flyer, type Sender, takenOf } from './flyers.rules.ts'
import { addDownload, downloadRows } from './flyers.sql.ts'

/** Whose flyers there are, asked without a permit: the network first, then each cooperative that shows itself and goes on, then each municipality. Four queries. */
export async function flyerSenders(tx: Tx): Promise<Sender[]> {
  const nothing = { town: null, email: null, phone: null, website: null, crafts: [] }
  const network = (await organisationsAll(tx)).find(({ kind }) => kind === 'network')
  const listings = (await shownListings(tx)).filter(({ progress }) => progress !== 'stopped').toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
  const municipalities = await allMunicipalities(tx)
  return [
    { ...nothing, kind: 'network', id: network?.id ?? '', name: network?.name ?? 'Opbloei' },
    ...listings.map(
      ({ cooperative, name, town, email, phone, website, crafts }): Sender => ({
        kind: 'cooperative',
        id: cooperative,
        name,
        town,
        email,
        phone,
        website,
        crafts,
      }),
    ),
    ...municipalities.map(({ id, name, city, email }): Sender => ({ ...nothing, kind: 'municipality', id, name, town: city, email })),
  ]
}

/** Counts that a flyer was taken today, and keeps nothing of who took it. */
export function countDownload(tx: Tx, permit: Permit<'flyer.count'>, flyer: Flyer): Promise<void> {
  return addDownload(tx, permit, flyer)
}

/** How often each flyer was taken. */
export async function flyersTaken(tx: Tx, permit: Permit<'flyer.read'>) {
  return takenOf(await downloadRows(tx, permit), permit.today)
}
