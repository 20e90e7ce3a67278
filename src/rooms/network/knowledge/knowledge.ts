import type { Tx } from '#kit/db.ts'
import { type PageAt, pageAt } from '#kit/paging.ts'
import { shownAttachments } from './attaching/attaching.sql.ts'
import { type Narrowed, SHOWN_AT_ONCE } from './knowledge.rules.ts'
import { leadingTo, relatedItems, shownItem } from './knowledge.sql.ts'
import { meantBy, type Piece, piecesOf, questionOf, soughtIn, wordsTyped } from './search/search.rules.ts'
import { itemsFound, itemsNarrowed, wordsAlike } from './search/search.sql.ts'

/** What a search gave. */
export type FoundKnowledge = {
  readonly items: readonly { readonly slug: string; readonly kind: string; readonly title: readonly Piece[]; readonly lines: readonly Piece[] }[]
  readonly count: number
  /** Which part of the list stands here; a search gives its best alone. */
  readonly at: PageAt | null
  /** Words that occur nowhere, each with what was looked for in their place. */
  readonly corrected: readonly { readonly typed: string; readonly meant: readonly string[] }[]
  /** Whether nothing held all the words, so that what holds some of them is shown. */
  readonly some: boolean
}

/** Looks for what was typed, or lists a page of all where nothing was: asked without a permit, for anybody may. At most three queries. */
export async function findKnowledge(tx: Tx, typed: string, by: Narrowed, asked = 1): Promise<FoundKnowledge> {
  const words = wordsTyped(typed)
  if (words.length === 0) {
    const list = await itemsNarrowed(tx, by, asked)
    if (list.count === 0 && asked > 1) return findKnowledge(tx, typed, by)
    return { ...shown(list), at: pageAt(list.count, asked, SHOWN_AT_ONCE), corrected: [], some: false }
  }
  const alike = await wordsAlike(tx, words)
  const meant = new Map([...alike].map(([word, near]) => [word, meantBy(word, near)] as const).filter(([, instead]) => instead.length > 0))
  const sought = soughtIn(words, meant)
  const all = await itemsFound(tx, questionOf(sought, 'all'), by)
  const some = all.count === 0 && sought.length > 1
  const found = some ? await itemsFound(tx, questionOf(sought, 'any'), by) : all
  const corrected = [...meant].map(([word, instead]) => ({ typed: word, meant: instead }))
  return { ...shown(found), at: null, corrected, some: some && found.count > 0 }
}

/** One item as it is read now, with what is near to it and where it is used; null where there is none. Five queries. */
export async function readKnowledge(tx: Tx, slug: string) {
  const item = await shownItem(tx, slug)
  if (!item) return null
  return { item, attachments: await shownAttachments(tx, slug), related: await relatedItems(tx, item), usedIn: await leadingTo(tx, slug) }
}

function shown({ found, count }: Awaited<ReturnType<typeof itemsFound>>): Pick<FoundKnowledge, 'items' | 'count'> {
  return { items: found.map(({ slug, kind, title, lines }) => ({ slug, kind, title: piecesOf(title), lines: piecesOf(lines) })), count }
}
