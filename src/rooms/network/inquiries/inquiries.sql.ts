import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Language } from '#kit/text.ts'
import { type AnyPermit, type OrganisationId, type PersonId, personOf } from '#rooms/access'
import type { InquiryKind, InquiryState, Presentation, PresentationForm } from './inquiries.rules.ts'

/** What somebody asks, as typed. */
export type InquiryFacts = {
  readonly kind: InquiryKind
  readonly name: string
  readonly organisation: string | null
  readonly email: string
  readonly words: string
  readonly brought: string | null
  readonly wished: readonly Day[]
  readonly form: PresentationForm | null
  readonly spoken: string | null
  readonly region: string | null
}

export type Inquiry = InquiryFacts &
  InquiryState & {
    readonly id: string
    readonly nr: string
    readonly language: Language
    readonly askedAt: Instant
    readonly holder: PersonId | null
    readonly since: Instant
    readonly presentation: Presentation | null
    /** When a day for it was set first. */
    readonly firstPlannedAt: Instant | null
    readonly evaluation: { readonly clear: number; readonly useful: number; readonly words: string | null } | null
  }

export type InquiryMessage = { readonly id: string; readonly writtenBy: PersonId | null; readonly words: string; readonly at: Instant }

type Only = { readonly id?: string; readonly hash?: string; readonly from?: Instant; readonly until?: Instant; readonly open?: boolean }

/** Inquiries of the acting organisation, the oldest first, each with where it stands; in one query. */
export async function inquiryRows(tx: Tx, tenant: OrganisationId, only: Only): Promise<Inquiry[]> {
  const rows = await tx
    .selectFrom('network.inquiry as i')
    .leftJoin('network.inquiry_closing as c', (join) => join.onRef('c.tenant', '=', 'i.tenant').onRef('c.inquiry', '=', 'i.id'))
    .leftJoin('network.evaluation as e', (join) => join.onRef('e.tenant', '=', 'i.tenant').onRef('e.inquiry', '=', 'i.id'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('network.inquiry_holder')
          .select(['holder', 'given_at'])
          .whereRef('tenant', '=', 'i.tenant')
          .whereRef('inquiry', '=', 'i.id')
          .orderBy('given_at', 'desc')
          .orderBy('id', 'desc')
          .limit(1)
          .as('h'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('network.presentation')
          .select(['on_day', 'starts', 'minutes', 'place', 'giver'])
          .whereRef('tenant', '=', 'i.tenant')
          .whereRef('inquiry', '=', 'i.id')
          .orderBy('planned_at', 'desc')
          .orderBy('id', 'desc')
          .limit(1)
          .as('p'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('network.inquiry_message')
          .select(sql<Instant | null>`min(written_at) filter (where written_by is not null)`.as('first_answer'))
          .select(sql<Instant | null>`max(written_at) filter (where written_by is null)`.as('last_asked'))
          .select(sql<Instant | null>`max(written_at) filter (where written_by is not null)`.as('last_answer'))
          .whereRef('tenant', '=', 'i.tenant')
          .whereRef('inquiry', '=', 'i.id')
          .as('m'),
      (join) => join.onTrue(),
    )
    .selectAll('i')
    .select(['c.closed_at', 'e.clear', 'e.useful', 'e.words as missed', 'h.holder', 'h.given_at', 'p.on_day', 'p.starts', 'p.minutes', 'p.place', 'p.giver'])
    .select(['m.first_answer', 'm.last_asked', 'm.last_answer'])
    .select((eb) =>
      eb
        .selectFrom('network.presentation as f')
        .select((of) => of.fn.min('f.planned_at').as('at'))
        .whereRef('f.tenant', '=', 'i.tenant')
        .whereRef('f.inquiry', '=', 'i.id')
        .as('first_planned'),
    )
    .where('i.tenant', '=', tenant)
    .$if(only.id !== undefined, (query) => query.where('i.id', '=', only.id ?? ''))
    .$if(only.hash !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('network.inquiry_link as l')
            .select('l.inquiry')
            .whereRef('l.tenant', '=', 'i.tenant')
            .whereRef('l.inquiry', '=', 'i.id')
            .where('l.token_hash', '=', only.hash ?? ''),
        ),
      ),
    )
    .$if(only.open === true, (query) => query.where('c.closed_at', 'is', null))
    .$if(only.from !== undefined, (query) => query.where('i.asked_at', '>=', only.from as Instant))
    .$if(only.until !== undefined, (query) => query.where('i.asked_at', '<', only.until as Instant))
    .orderBy('i.asked_at')
    .orderBy('i.id')
    .limit(2000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    nr: row.nr,
    kind: row.kind as InquiryKind,
    language: row.language as Language,
    name: row.name,
    organisation: row.organisation,
    email: row.email,
    words: row.words,
    brought: row.brought,
    wished: row.wished as Day[],
    form: row.form as PresentationForm | null,
    spoken: row.spoken,
    region: row.region,
    askedAt: row.asked_at,
    lastDay: row.last_day as Day,
    holder: row.holder as PersonId | null,
    since: row.given_at ?? row.asked_at,
    firstAnswerAt: row.first_answer ?? null,
    askerWaits: !row.last_answer || (row.last_asked !== null && Temporal.Instant.compare(row.last_asked as Instant, row.last_answer) > 0),
    presentationOn: row.on_day as Day | null,
    firstPlannedAt: row.first_planned,
    presentation: row.on_day
      ? { on: row.on_day as Day, starts: row.starts ?? '', minutes: row.minutes ?? 0, place: row.place ?? '', giver: row.giver ?? '' }
      : null,
    closedAt: row.closed_at,
    evaluation: row.clear !== null && row.useful !== null ? { clear: row.clear, useful: row.useful, words: row.missed } : null,
  }))
}

/** What was said, the oldest first. */
export async function messagesOf(tx: Tx, tenant: OrganisationId, inquiry: string): Promise<InquiryMessage[]> {
  const rows = await tx
    .selectFrom('network.inquiry_message')
    .select(['id', 'written_by', 'words', 'written_at'])
    .where('tenant', '=', tenant)
    .where('inquiry', '=', inquiry)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, writtenBy: row.written_by as PersonId | null, words: row.words, at: row.written_at }))
}

/** The next number of a year; the row stays locked until the transaction ends. */
export async function nextNumber(tx: Tx, tenant: OrganisationId, year: number): Promise<number> {
  const row = await tx
    .insertInto('network.inquiry_count')
    .values({ tenant, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['tenant', 'year']).doUpdateSet((eb) => ({ last: eb('network.inquiry_count.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

/** Whether it was not there yet. */
export async function insertInquiry(
  tx: Tx,
  permit: AnyPermit,
  { wished, ...facts }: InquiryFacts,
  row: { readonly id: string; readonly nr: string; readonly lastDay: Day },
): Promise<boolean> {
  const written = await tx
    .insertInto('network.inquiry')
    .values({
      ...facts,
      wished: [...wished],
      tenant: permit.organisation,
      id: row.id,
      nr: row.nr,
      last_day: row.lastDay,
      language: permit.language,
      asked_at: permit.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

/** Lets the holder of a secret address, known by its digest, read and write. */
export async function insertLink(tx: Tx, permit: AnyPermit, inquiry: string, hash: string): Promise<void> {
  await tx.insertInto('network.inquiry_link').values({ tenant: permit.organisation, token_hash: hash, inquiry, made_at: permit.now }).execute()
}

/** Whether this message was not there yet. */
export async function insertInquiryMessage(tx: Tx, permit: AnyPermit, inquiry: string, id: string, words: string): Promise<boolean> {
  const row = await tx
    .insertInto('network.inquiry_message')
    .values({ tenant: permit.organisation, inquiry, id, words, written_by: permit.person, written_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertHolder(tx: Tx, permit: AnyPermit, inquiry: string, id: string, holder: PersonId): Promise<void> {
  await tx
    .insertInto('network.inquiry_holder')
    .values({ tenant: permit.organisation, inquiry, id, holder, given_by: personOf(permit), given_at: permit.now })
    .execute()
}

export async function insertPresentation(tx: Tx, permit: AnyPermit, inquiry: string, id: string, { on, ...facts }: Presentation): Promise<void> {
  await tx
    .insertInto('network.presentation')
    .values({ ...facts, on_day: on, tenant: permit.organisation, inquiry, id, planned_by: personOf(permit), planned_at: permit.now })
    .execute()
}

/** Whether nobody closed it before. */
export async function insertInquiryClosing(tx: Tx, permit: AnyPermit, inquiry: string): Promise<boolean> {
  const row = await tx
    .insertInto('network.inquiry_closing')
    .values({ tenant: permit.organisation, inquiry, closed_by: personOf(permit), closed_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('inquiry')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertEvaluation(
  tx: Tx,
  permit: AnyPermit,
  inquiry: string,
  given: { readonly clear: number; readonly useful: number; readonly words: string | null },
): Promise<void> {
  await tx
    .insertInto('network.evaluation')
    .values({ ...given, tenant: permit.organisation, inquiry, given_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Throws away what was closed, or asked, before these moments; gives how many. */
export async function deleteInquiries(tx: Tx, tenant: OrganisationId, before: { readonly closed: Instant; readonly asked: Instant }): Promise<number> {
  const gone = await tx
    .deleteFrom('network.inquiry as i')
    .where('i.tenant', '=', tenant)
    .where((eb) =>
      eb.or([
        eb('i.asked_at', '<', before.asked),
        eb.exists(
          eb
            .selectFrom('network.inquiry_closing as c')
            .select('c.inquiry')
            .whereRef('c.tenant', '=', 'i.tenant')
            .whereRef('c.inquiry', '=', 'i.id')
            .where('c.closed_at', '<', before.closed),
        ),
      ]),
    )
    .returning('i.id')
    .execute()
  return gone.length
}

export type AnswerTemplate = { readonly id: string; readonly title: string; readonly words: string }

export function templateRows(tx: Tx, tenant: OrganisationId): Promise<AnswerTemplate[]> {
  return tx
    .selectFrom('network.answer_template')
    .select(['id', 'title', 'words'])
    .where('tenant', '=', tenant)
    .where('ended_at', 'is', null)
    .orderBy('title')
    .orderBy('id')
    .execute()
}

export async function insertTemplate(tx: Tx, permit: AnyPermit, id: string, facts: { readonly title: string; readonly words: string }): Promise<void> {
  await tx
    .insertInto('network.answer_template')
    .values({ ...facts, tenant: permit.organisation, id, kept_by: personOf(permit), kept_at: permit.now, ended_at: null })
    .execute()
}

export async function endTemplate(tx: Tx, permit: AnyPermit, id: string): Promise<void> {
  await tx
    .updateTable('network.answer_template')
    .set({ ended_at: permit.now })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}
