import { type Selectable, sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import type { Sentence } from '#kit/refusal.ts'
import type { Language } from '#kit/text.ts'
import type { ZipEntry } from '#kit/zip.ts'
import type { DB } from '../../../../db/tables.ts'
import type { Role } from '../permissions.rules.ts'
import type { AnyPermit, OrganisationId, PersonId } from '../permit.ts'
import type { ErrandName } from './errands.nl.ts'
import type { Errand, ErrandFacts, ErrandId } from './errands.rules.ts'

type Key = { readonly organisation: OrganisationId; readonly id: string }

/** Two who ask for the same come one after the other. */
export async function lockAsking(tx: Tx, permit: AnyPermit, kind: ErrandName, about: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`errand ${permit.organisation} ${kind} ${about}`}, 61))`.execute(tx)
}

/** What is in hand of a kind about one thing, whoever asked. */
export async function inHand(tx: Tx, permit: AnyPermit, kind: ErrandName, about: string): Promise<Errand | null> {
  const row = await errands(tx, permit.organisation).where('kind', '=', kind).where('about', '=', about).where('ended_at', 'is', null).executeTakeFirst()
  return row ? errandFrom(row) : null
}

type NewErrand = Pick<Errand, 'id' | 'kind' | 'about' | 'label' | 'facts' | 'back' | 'steps'>

export async function insertErrand(tx: Tx, permit: AnyPermit & { readonly person: PersonId }, one: NewErrand): Promise<void> {
  const { facts, ...rest } = one
  const { organisation: tenant, person, role, language, now } = permit
  await tx
    .insertInto('access.errand')
    .values({
      tenant,
      ...rest,
      facts: json(facts),
      person,
      role,
      language,
      asked_at: now,
      state: 'waiting',
      step: 0,
      part: 0,
      parts: 1,
      kept: json({}),
      tries: 0,
    })
    .execute()
}

/** An errand of this person, or null. */
export async function ownErrand(tx: Tx, permit: AnyPermit, id: string): Promise<Errand | null> {
  const row = await errands(tx, permit.organisation).where('id', '=', id).where('person', '=', permit.person).executeTakeFirst()
  return row ? errandFrom(row) : null
}

/** The last errands of a kind of this person, newest first, and whether what they made is still there. */
export async function ownErrands(tx: Tx, permit: AnyPermit, kind: ErrandName, limit: number): Promise<(Errand & { readonly keeps: boolean })[]> {
  const rows = await errands(tx, permit.organisation)
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('access.errand_piece as p')
            .select('p.piece')
            .whereRef('p.tenant', '=', 'access.errand.tenant')
            .whereRef('p.errand', '=', 'access.errand.id'),
        )
        .as('keeps'),
    )
    .where('person', '=', permit.person)
    .where('kind', '=', kind)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...errandFrom(row), keeps: Boolean(row.keeps) }))
}

/** Marks that a step is begun once more; null when the errand has ended or is not there. */
export async function begin(tx: Tx, { organisation, id }: Key): Promise<Errand | null> {
  const row = await tx
    .updateTable('access.errand')
    .set((eb) => ({ state: 'running', tries: eb('tries', '+', 1) }))
    .where('tenant', '=', organisation)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row ? errandFrom(row) : null
}

/** The errand, held until this transaction ends: nobody else does the same step meanwhile. Null when it has ended. */
export async function hold(tx: Tx, { organisation, id }: Key): Promise<Errand | null> {
  const row = await errands(tx, organisation).where('id', '=', id).where('ended_at', 'is', null).forUpdate().executeTakeFirst()
  return row ? errandFrom(row) : null
}

/** How far it is now, and what the next step needs; written in the transaction of the effect. */
export async function keepStep(tx: Tx, { organisation, id }: Key, at: Pick<Errand, 'step' | 'part' | 'parts' | 'kept'>): Promise<void> {
  await tx
    .updateTable('access.errand')
    .set({ step: at.step, part: at.part, parts: at.parts, kept: json(at.kept), tries: 0 })
    .where('tenant', '=', organisation)
    .where('id', '=', id)
    .execute()
}

export type ErrandEnd = { readonly result: string } | { readonly refusal: Sentence } | 'failed'

/** Ends an errand; whether it had not ended before. */
export async function end(tx: Tx, { organisation, id }: Key, how: ErrandEnd, at: Instant): Promise<boolean> {
  const refusal = how !== 'failed' && 'refusal' in how ? how.refusal : null
  const result = how !== 'failed' && 'result' in how ? how.result : null
  const row = await tx
    .updateTable('access.errand')
    .set({
      state: how === 'failed' ? 'failed' : refusal ? 'refused' : 'done',
      ended_at: at,
      result,
      refused_what: refusal?.what ?? null,
      refused_next: refusal?.next ?? null,
    })
    .where('tenant', '=', organisation)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether who asked still has the role in which it was asked. */
export async function hasRole(tx: Tx, permit: AnyPermit): Promise<boolean> {
  const row = await tx
    .selectFrom('access.affiliation')
    .select('id')
    .where('organisation', '=', permit.organisation)
    .where('person', '=', permit.person)
    .where('role', '=', permit.role)
    .where('since', '<=', permit.today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', permit.today)]))
    .executeTakeFirst()
  return row !== undefined
}

type Piece = { readonly file: string; readonly size: number; readonly entries: readonly ZipEntry[] }

export async function insertPiece(tx: Tx, { organisation, id }: Key, { file, size, entries }: Piece): Promise<void> {
  const nr = (await piecesOf(tx, { organisation, id })).length
  await tx
    .insertInto('access.errand_piece')
    .values({ tenant: organisation, errand: id, piece: nr, file, size, contents: json(entries) })
    .execute()
}

/** The pieces of what an errand made, in their order. */
export async function piecesOf(tx: Tx, { organisation, id }: Key): Promise<Piece[]> {
  const rows = await tx.selectFrom('access.errand_piece').selectAll().where('tenant', '=', organisation).where('errand', '=', id).orderBy('piece').execute()
  return rows.map((row) => ({ file: row.file, size: row.size, entries: row.contents as ZipEntry[] }))
}

/** Takes the pieces of an errand away and gives the files they were in. */
export async function deletePieces(tx: Tx, { organisation, id }: Key): Promise<string[]> {
  const rows = await tx.deleteFrom('access.errand_piece').where('tenant', '=', organisation).where('errand', '=', id).returning('file').execute()
  return rows.map(({ file }) => file)
}

/** Errands that ended before a moment and still keep pieces of a file. */
export async function keepingSince(tx: Tx, permit: AnyPermit, before: Instant): Promise<string[]> {
  const rows = await tx
    .selectFrom('access.errand as e')
    .innerJoin('access.errand_piece as p', (join) => join.onRef('p.tenant', '=', 'e.tenant').onRef('p.errand', '=', 'e.id'))
    .select('e.id')
    .distinct()
    .where('e.tenant', '=', permit.organisation)
    .where('e.ended_at', '<', before)
    .execute()
  return rows.map(({ id }) => id)
}

/** Every errand of the house that did not end, in the role of sign-in. */
export async function unended(tx: Tx): Promise<{ readonly organisation: string; readonly id: string }[]> {
  return tx.selectFrom('access.errand').select(['tenant as organisation', 'id']).where('ended_at', 'is', null).execute()
}

/** Takes ended errands of before a moment away, in the role of sign-in. */
export async function deleteErrands(tx: Tx, before: Instant): Promise<void> {
  await tx.deleteFrom('access.errand').where('asked_at', '<', before).where('ended_at', 'is not', null).execute()
}

function errands(tx: Tx, organisation: OrganisationId) {
  return tx.selectFrom('access.errand').selectAll('access.errand').where('access.errand.tenant', '=', organisation)
}

function errandFrom(row: Selectable<DB['access.errand']>): Errand {
  return {
    organisation: row.tenant as OrganisationId,
    id: row.id as ErrandId,
    kind: row.kind as ErrandName,
    about: row.about,
    label: row.label,
    person: row.person as PersonId,
    role: row.role as Role,
    language: row.language as Language,
    facts: row.facts as ErrandFacts,
    back: row.back,
    state: row.state as Errand['state'],
    step: row.step,
    steps: row.steps,
    part: row.part,
    parts: row.parts,
    kept: row.kept as ErrandFacts,
    tries: row.tries,
    askedAt: row.asked_at,
    endedAt: row.ended_at,
    result: row.result,
    refusal: row.refused_what !== null && row.refused_next !== null ? { what: row.refused_what, next: row.refused_next } : null,
  }
}
