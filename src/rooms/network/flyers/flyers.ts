import type { Tx } from '#kit/db.ts'
import { organisationsAll, type Permit } from '#rooms/access'
import { allMunicipalities } from '#rooms/organisations'
import { toldYears } from '#rooms/outcomes'
import { shownListings } from '../listings/listings.ts'
import { shownOfferings } from '../offerings/offerings.ts'
import { type Flyer, type FlyerFigures, type Sender, takenOf } from './flyers.rules.ts'
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

/** What may be counted of it in public today: what stands in the list and in the catalogue, and what was told of the country. Asked without a permit. */
export async function flyerFigures(tx: Tx, sender: Sender): Promise<FlyerFigures> {
  const listed = (await shownListings(tx)).filter(({ progress }) => progress !== 'stopped')
  const offerings = sender.kind === 'cooperative' ? (await shownOfferings(tx)).filter(({ cooperative }) => cooperative === sender.id).length : 0
  const [newest] = await toldYears(tx)
  const { taking = null, cells } = newest?.now.figures.members ?? {}
  const members = cells?.members ?? null
  return {
    listed: listed.length,
    active: listed.filter(({ progress }) => progress === 'active').length,
    offerings,
    told: newest && taking !== null && members !== null ? { year: newest.now.year, cooperatives: taking, members } : null,
  }
}

/** Counts that a flyer was taken today, and keeps nothing of who took it. */
export function countDownload(tx: Tx, permit: Permit<'flyer.count'>, flyer: Flyer): Promise<void> {
  return addDownload(tx, permit, flyer)
}

/** How often each flyer was taken. */
export async function flyersTaken(tx: Tx, permit: Permit<'flyer.read'>) {
  return takenOf(await downloadRows(tx, permit), permit.today)
}
