import { addDays, type Day, firstDay, monthAfter, monthOf } from '#kit/day.ts'
import { type Article, articleOf } from '../articles/articles.rules.ts'

/** How a person had signed in when signing: part of the proof. */
export const SIGN_INS = ['mailCode', 'mailLink', 'paperCode', 'secondFactor', 'passkey', 'demo'] as const
export type SignIn = (typeof SIGN_INS)[number]

export const NOTICE_CHANNELS = ['mail', 'letter', 'inHand'] as const
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number]

/** Where a version stands for one member on a day. */
export type Standing = 'proposed' | 'signedByMember' | 'signedByCooperative' | 'binds' | 'willBind' | 'replaced' | 'ended'

export type VersionFacts = {
  readonly proposed: boolean
  readonly signedByMember: boolean
  readonly signedByCooperative: boolean
  readonly bindsFrom: Day | null
  readonly until: Day | null
  /** From when a later version binds the same member. */
  readonly nextBindsFrom: Day | null
}

/** Where a version stands for a member; null when it was never put to that member. */
export function standing(facts: VersionFacts, on: Day): Standing | null {
  const { bindsFrom } = facts
  if (bindsFrom !== null) {
    if (bindsFrom > on) return 'willBind'
    if (facts.nextBindsFrom !== null && facts.nextBindsFrom <= on) return 'replaced'
    return facts.until !== null && facts.until < on ? 'ended' : 'binds'
  }
  if (!facts.proposed) return null
  if (facts.signedByMember) return 'signedByMember'
  return facts.signedByCooperative ? 'signedByCooperative' : 'proposed'
}

/**
 * Whether `next` changes only what `current` clearly reserved for the meeting (BW2 art. 59 lid 1): the numbers named in its
 * article on change, never who receives, on which base, or that article itself.
 */
export function changesOnlyReserved(current: readonly Article[], next: readonly Article[]): boolean {
  const reserved = articleOf(current, 'change')?.reserved ?? []
  return reserved.length > 0 && same(masked(current, reserved)) === same(masked(next, reserved))
}

/** The first day on which a reserved change may bind after notice in writing: whole months only. */
export function bindsAfterNotice(current: readonly Article[], givenOn: Day, from: Day): Day {
  const earliest = addDays(givenOn, articleOf(current, 'change')?.noticeDays ?? 30)
  const first = firstDay(monthOf(earliest)) === earliest ? earliest : firstDay(monthAfter(monthOf(earliest)))
  return first > from ? first : from
}

type Reserved = Extract<Article, { kind: 'change' }>['reserved']

function masked(articles: readonly Article[], reserved: Reserved): readonly unknown[] {
  return articles.map((article) => {
    if (article.kind === 'weights' && reserved.includes('weights')) return { ...article, shares: article.shares.map((share) => ({ ...share, weight: 0n })) }
    if (article.kind === 'fixed' && reserved.includes('fixed')) return { ...article, cents: 0n }
    if (article.kind === 'cap' && reserved.includes('caps')) return { ...article, cents: 0n }
    if (article.kind === 'costs' && reserved.includes('costs')) return { kind: 'costs' }
    return article
  })
}

/** A text that is equal exactly when the articles are, whatever the order of their fields. */
function same(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return `${part}n`
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
