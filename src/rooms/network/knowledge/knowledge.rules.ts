import { type Day, dayOf, daysBetween, type Instant } from '#kit/day.ts'

/** What an item is. */
export const KNOWLEDGE_KINDS = ['question', 'article', 'document', 'experience', 'law'] as const
export type KnowledgeKind = (typeof KNOWLEDGE_KINDS)[number]

/** For whom it was written. */
export const AUDIENCES = ['prospect', 'member', 'coach', 'treasurer', 'board', 'caseManager', 'policyAdviser'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What it is about. */
export const TOPICS = [
  'consent',
  'assistance',
  'split',
  'invoices',
  'vat',
  'cooperative',
  'joining',
  'coaching',
  'debts',
  'newcomers',
  'leaving',
  'privacy',
  'municipality',
  'starting',
  'results',
] as const
export type Topic = (typeof TOPICS)[number]

/** How many items are shown at once. */
export const SHOWN_AT_ONCE = 20
/** More hits than this are not ranked: who finds so much searches further. */
export const RANKED_AT_MOST = 500

/** What an item says. */
export type KnowledgeText = {
  readonly kind: KnowledgeKind
  readonly title: string
  /** The answer in short. */
  readonly intro: string
  readonly body: string
  readonly audiences: readonly Audience[]
  readonly topics: readonly Topic[]
  readonly source: string
  /** What is not certain about it. */
  readonly doubt: string | null
}

/** An item as a list shows it. */
export type KnowledgeLine = { readonly slug: string; readonly kind: KnowledgeKind; readonly title: string; readonly intro: string }

/** By what somebody narrows what is found; null for anything. */
export type Narrowed = { readonly kind: KnowledgeKind | null; readonly topic: Topic | null; readonly audience: Audience | null }

/** The other items that a body leads to. */
export function linksIn(body: string): string[] {
  return [...new Set([...body.matchAll(/\]\((?:\/en)?\/kennis\/([a-z0-9-]+)\)/g)].map(([, slug = '']) => slug))]
}

/** Whether an item must be looked at again: on its day it still counts. */
export function mustBeReviewed(reviewOn: Day, today: Day): boolean {
  return daysBetween(reviewOn, today) > 0
}

/** What search engines are told of an answer, in the words of schema.org: it stands in Dutch, also below /en. */
export function articleOf(
  item: { readonly title: string; readonly intro: string; readonly writtenAt: Instant },
  publisher: string | null,
  address: string,
): Readonly<Record<string, unknown>> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: item.title,
    description: item.intro,
    url: address,
    inLanguage: 'nl',
    dateModified: dayOf(item.writtenAt),
    ...(publisher ? { publisher: { '@type': 'Organization', name: publisher } } : {}),
  }
}
