import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'

/** How answers that are read now are called, in the order in which they are named; what is not there falls away. */
export async function titlesOf(tx: Tx, slugs: readonly string[]): Promise<{ slug: string; title: string }[]> {
  if (slugs.length === 0) return []
  const rows = await tx
    .selectFrom('network.knowledge_shown')
    .select(['slug', 'title'])
    .where('slug', 'in', [...slugs])
    .execute()
  return rows.toSorted((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug))
}

/** Lessons that others may read and whose words may hold this address, with the step at which they stand and for whom they are; the newest first. */
export async function lessonsNaming(tx: Tx, slug: string): Promise<{ id: string; path: string; step: string; words: string; audience: string }[]> {
  const { rows } = await sql<{ id: string; path: string; step: string; words: string; audience: string }>`
    select lesson as id, path, step, words, audience from network.lesson_shown where position(${`/kennis/${slug}`} in words) > 0
    order by shown_at desc, lesson desc limit 100`.execute(tx)
  return rows
}
