import type { Profile, Topic } from './profile.rules.ts'

/** What somebody narrows the list of others to: one kind, and who knows one topic; null for any. */
export type WantedPeers = { readonly soort: Profile['kind'] | null; readonly weet: Topic | null }

/** How many others stand on a page, each with reasons. */
export const PEERS_ON_A_PAGE = 8

/** Those of the kind that is wanted who know what is wanted, in the order they came. */
export function narrowed<T extends { readonly profile: Pick<Profile, 'kind' | 'knows'> }>(found: readonly T[], { soort, weet }: WantedPeers): T[] {
  return found.filter(({ profile }) => (soort === null || profile.kind === soort) && (weet === null || profile.knows[weet] !== undefined))
}
