import { sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'

/** A question that the organisation asked everybody who takes part, with what was answered: by role and the id of the organisation, never by name. */
export type OwnQuestion = {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly topics: readonly string[]
  readonly role: string
  readonly askedAt: Instant
  readonly takenBack: boolean
  readonly item: string | null
  readonly answers: readonly { readonly role: string; readonly organisation: string; readonly words: string; readonly at: string }[]
}

/** What a lender of an agreement was told. */
export type OwnRemark = { readonly slug: string; readonly words: string; readonly teller: string | null; readonly toldAt: Instant }

/** What was borrowed from the library of agreements. */
export type OwnBorrowing = { readonly slug: string; readonly title: string; readonly nr: number; readonly version: string; readonly borrowedAt: Instant }

/** The own questions, the oldest first. What was meant for the network alone is of whoever asked and not of the organisation. */
export async function ownQuestions(tx: Tx, permit: AnyPermit): Promise<OwnQuestion[]> {
  const { rows } = await sql<OwnQuestion>`
    select q.id, q.title, q.words, q.topics, q.role, q.asked_at as "askedAt", q.hidden_at is not null as "takenBack", i.slug as item,
      coalesce((
        select jsonb_agg(jsonb_build_object('role', a.role, 'organisation', a.organisation, 'words', a.words, 'at', a.answered_at) order by a.answered_at, a.id)
        from network.knowledge_answer a where a.tenant = q.tenant and a.question = q.id
      ), '[]') as answers
    from network.knowledge_question q left join network.knowledge_item i on i.id = q.item
    where q.tenant = ${permit.organisation} and q.shown_to = 'everybody' order by q.asked_at, q.id`.execute(tx)
  return rows
}

/** What the own organisation borrowed, the oldest first. */
export async function ownBorrowings(tx: Tx, permit: AnyPermit): Promise<OwnBorrowing[]> {
  const { rows } = await sql<OwnBorrowing>`
    select i.slug, e.title, e.nr, b.version, b.borrowed_at as "borrowedAt"
    from network.lending_borrowing b join network.lending_item i on i.id = b.item join network.lending_edition e on e.id = b.edition
    where b.tenant = ${permit.organisation} order by b.borrowed_at, b.id`.execute(tx)
  return rows
}

/** What the own organisation told lenders of agreements, the oldest first. */
export async function ownRemarks(tx: Tx, permit: AnyPermit): Promise<OwnRemark[]> {
  const { rows } = await sql<OwnRemark>`
    select i.slug, r.words, r.teller, r.told_at as "toldAt" from network.lending_remark r join network.lending_item i on i.id = r.item
    where r.tenant = ${permit.organisation} order by r.told_at, r.id`.execute(tx)
  return rows
}

/** The addresses of what the own organisation keeps of the knowledge. */
export async function keptSlugs(tx: Tx, permit: AnyPermit): Promise<string[]> {
  const rows = await tx.selectFrom('network.knowledge_item').select('slug').where('owner', '=', permit.organisation).orderBy('slug').execute()
  return rows.map(({ slug }) => slug)
}
