import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type OrganisationId, type Permit, worldKind } from '#rooms/access'
import { cooperationAgreements } from '#rooms/agreements'
import { municipalities } from '#rooms/organisations'
import { cooperativeNames, placesOfListings } from '../listings/listings.ts'
import { kilometres } from '../map/map.rules.ts'
import { MAP, placesIn } from '../map/map.ts'
import { nl } from './links.nl.ts'
import { type Match, match, ranked, soughtBy } from './matching.rules.ts'
import type { Profile } from './profile.rules.ts'
import { type KeptProfile, profiles, saveProfile } from './profile.sql.ts'

/** Another organisation that tells what it knows, and how well that fits; `match` is null where it does not want to help. */
export type Peer = { readonly organisation: OrganisationId; readonly name: string; readonly profile: Profile; readonly match: Match | null }

/** Everything about the own side of meeting others. */
export type Peers = { readonly own: KeptProfile | null; readonly peers: readonly Peer[] }

/** What the own organisation told of its experience; null before it told anything. */
export async function ownProfile(tx: Tx, permit: Permit<'experience.keep'>): Promise<KeptProfile | null> {
  return (await profiles(tx)).find(({ organisation }) => organisation === permit.organisation) ?? null
}

/** What an organisation tells; of which kind it is, follows from who tells it. */
export type ExperienceFacts = Omit<Profile, 'kind'>

/** Keeps what the organisation tells. Refuses words with a BSN, a beginning after today, and a beginning missing where it has begun. */
export async function keepProfile(tx: Tx, permit: Permit<'experience.keep'>, facts: ExperienceFacts): Promise<void> {
  const kind = permit.role === 'policyAdviser' ? 'municipality' : 'cooperative'
  if (facts.since && facts.since > permit.today.slice(0, 7)) refuse(nl.refusals.future, {}, { field: 'since' })
  if (!facts.since && facts.phase !== 'idea') refuse(nl.refusals.began, {}, { field: 'since' })
  await saveProfile(tx, permit, { ...facts, kind, wentWrong: withoutBsn(facts.wentWrong, 'wentWrong', permit.language) })
  await happened(tx, permit, 'experience.kept', { shownTo: facts.shownTo })
}

/**
 * Whom the own organisation can learn from, the best first, with the reasons: who speaks for it sees municipalities and cooperatives, another function its like
 * alone. Who has an agreement with the own organisation is left out: they know each other. Empty until the own profile is shown to others as well: who looks,
 * is seen. Eight queries.
 */
export async function peersOf(tx: Tx, permit: Permit<'experience.match' | 'introduction.ask'>): Promise<Peers> {
  const all = await profiles(tx)
  const own = all.find(({ organisation }) => organisation === permit.organisation) ?? null
  if (own?.shownTo !== 'peers') return { own, peers: [] }
  const [names, spots] = [await namesOfAll(tx, permit), await spotsOf(tx, permit)]
  const here = spots.get(own.organisation)
  const across = permit.role === 'board' || permit.role === 'policyAdviser'
  const partners = across ? await partnersOf(tx, permit) : new Set<OrganisationId>()
  const sought = soughtBy(own, permit.role)
  const peers = all
    .filter(({ organisation, shownTo }) => organisation !== own.organisation && shownTo === 'peers' && !partners.has(organisation))
    .filter(({ kind }) => across || kind === own.kind)
    .map((profile) => {
      const there = spots.get(profile.organisation)
      const km = here && there ? kilometres(MAP, here, there) : null
      return { organisation: profile.organisation, name: names.get(profile.organisation) ?? '', profile, match: match(sought, profile, km) }
    })
  const helping = peers.flatMap((peer) => (peer.match ? [{ ...peer, match: peer.match }] : []))
  return { own, peers: [...ranked(helping), ...peers.filter((peer) => peer.match === null)] }
}

/** Every profile that the network may read, by name. */
export async function profilesToOversee(tx: Tx, permit: Permit<'introduction.oversee' | 'introduction.propose'>): Promise<readonly Omit<Peer, 'match'>[]> {
  const names = await namesOfAll(tx, permit)
  return (await profiles(tx))
    .map((profile) => ({ organisation: profile.organisation, name: names.get(profile.organisation) ?? '', profile }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
}

/** How every cooperative and municipality is called. Three queries. */
export async function namesOfAll(tx: Tx, permit: AnyPermit): Promise<Map<OrganisationId, string>> {
  const towns = (await municipalities(tx, permit)).map(({ id, name }) => [id, name] as const)
  return new Map([...(await cooperativeNames(tx)), ...towns])
}

/** With whom the own organisation made an agreement already. */
async function partnersOf(tx: Tx, permit: AnyPermit): Promise<ReadonlySet<OrganisationId>> {
  const agreements = await cooperationAgreements(tx, permit)
  return new Set(agreements.flatMap(({ tenant, municipality }) => [tenant, municipality]))
}

/** Where each is on the map: a cooperative by its entry in the public list, a municipality by its code. */
async function spotsOf(tx: Tx, permit: AnyPermit) {
  const places = new Map(placesIn((await worldKind(tx)) ?? 'real').map(({ code, spot }) => [code, spot]))
  const codes = [...(await placesOfListings(tx)), ...(await municipalities(tx, permit)).map(({ id, code }) => [id, code] as const)]
  return new Map(
    codes.flatMap(([id, code]) => {
      const spot = places.get(code)
      return spot ? [[id, spot] as const] : []
    }),
  )
}
