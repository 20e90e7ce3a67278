import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Language } from '#kit/text.ts'
import type { Role } from '../permissions.rules.ts'
import type { AnyPermit, OrganisationId, PersonId } from '../permit.ts'
import { type MailChoice, type MailRhythm, MESSAGE_KINDS, type MessageKind, USUAL } from './messages.rules.ts'

export type Message = {
  readonly id: string
  readonly organisation: OrganisationId
  readonly kind: MessageKind
  readonly link: string
  readonly role: Role
  readonly at: Instant
  readonly readAt: Instant | null
}

const URGENT = Object.entries(MESSAGE_KINDS).flatMap(([kind, urgent]) => (urgent ? [kind] : []))

export async function insertMessage(
  tx: Tx,
  permit: AnyPermit,
  message: { id: string; person: PersonId; kind: MessageKind; link: string; role: Role },
): Promise<void> {
  const { id, person, kind, link, role } = message
  await tx.insertInto('access.message').values({ organisation: permit.organisation, id, person, kind, link, role, at: permit.now }).execute()
}

/** What there is for a person: unread first, then the newest. */
export async function messagesOf(tx: Tx, person: PersonId, limit: number): Promise<Message[]> {
  const rows = await tx
    .selectFrom('access.message')
    .select(['id', 'organisation', 'kind', 'link', 'role', 'at', 'read_at as readAt'])
    .where('person', '=', person)
    .orderBy((eb) => eb('read_at', 'is not', null))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows as Message[]
}

/** Marks one message of a person as read, or all of them; gives the one. */
export async function markRead(tx: Tx, person: PersonId, id: string | null, at: Instant): Promise<Message | null> {
  const rows = await tx
    .updateTable('access.message')
    .set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(at)) }))
    .where('person', '=', person)
    .$if(id !== null, (query) => query.where('id', '=', id))
    .$if(id === null, (query) => query.where('read_at', 'is', null))
    .returning(['id', 'organisation', 'kind', 'link', 'role', 'at', 'read_at as readAt'])
    .execute()
  return id === null ? null : ((rows[0] as Message | undefined) ?? null)
}

/** How many messages of the person `p` are unread, as a column of a question that is asked anyway. */
// biome-ignore lint/suspicious/noExplicitAny: the builder's table types differ per query; only the alias of the person matters here
export function unreadOf(eb: ExpressionBuilder<any, any>) {
  return eb
    .selectFrom('access.message as m')
    .select(sql<string>`count(*)`.as('many'))
    .where('m.read_at', 'is', null)
    .whereRef('m.person', '=', 'p.id')
    .as('unread')
}

/** What somebody chose, or the usual way. */
export async function mailChoiceOf(tx: Tx, person: PersonId): Promise<MailChoice> {
  const row = await tx
    .selectFrom('access.mail_choice')
    .select(['rhythm', 'quiet_from as quietFrom', 'quiet_until as quietUntil', 'on_sunday as onSunday'])
    .where('person', '=', person)
    .executeTakeFirst()
  return row ? { ...row, rhythm: row.rhythm as MailRhythm } : USUAL
}

export async function saveMailChoice(tx: Tx, person: PersonId, choice: MailChoice, at: Instant): Promise<void> {
  const chosen = { rhythm: choice.rhythm, quiet_from: choice.quietFrom, quiet_until: choice.quietUntil, on_sunday: choice.onSunday, chosen_at: at }
  await tx
    .insertInto('access.mail_choice')
    .values({ person, ...chosen })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(chosen))
    .execute()
}

/** Everybody with an address for whom mail may have to go; asked in the role of sign-in. */
export async function peopleWithMail(tx: Tx): Promise<PersonId[]> {
  const rows = await tx
    .selectFrom('access.message as m')
    .innerJoin('access.person as p', 'p.id', 'm.person')
    .leftJoin('access.mail_choice as c', 'c.person', 'm.person')
    .select('m.person')
    .distinct()
    .where(waiting)
    .where('p.email', 'is not', null)
    .where((eb) => eb.or([eb('c.rhythm', 'is', null), eb('c.rhythm', '!=', 'never'), eb('m.kind', 'in', URGENT)]))
    .execute()
  return rows.map(({ person }) => person as PersonId)
}

/** What of a person was neither read nor mailed, held until the end of this transaction; with where and how to write. Null without an address. */
export async function mailWaiting(
  tx: Tx,
  person: PersonId,
): Promise<{ email: string; language: Language; choice: MailChoice; waiting: { id: string; at: Instant; urgent: boolean }[] } | null> {
  const reader = await tx.selectFrom('access.person').select(['email', 'language']).where('id', '=', person).executeTakeFirst()
  if (!reader?.email) return null
  const rows = await tx
    .selectFrom('access.message as m')
    .select(['m.id', 'm.kind', 'm.at'])
    .where('m.person', '=', person)
    .where(waiting)
    .orderBy('m.id')
    .forUpdate()
    .execute()
  return {
    email: reader.email,
    language: reader.language === 'en' ? 'en' : 'nl',
    choice: await mailChoiceOf(tx, person),
    waiting: rows.map(({ id, kind, at }) => ({ id, at, urgent: MESSAGE_KINDS[kind as MessageKind] })),
  }
}

export async function markMailed(tx: Tx, person: PersonId, ids: readonly string[], at: Instant): Promise<void> {
  await tx.updateTable('access.message').set({ mailed_at: at }).where('person', '=', person).where('id', 'in', ids).execute()
}

/** Clears away what was read ninety days ago, and what nobody read for a year. */
export async function forgetMessages(tx: Tx, now: Instant): Promise<void> {
  await tx
    .deleteFrom('access.message')
    .where((eb) =>
      eb.or([eb('read_at', '<', now.subtract({ hours: 90 * 24 })), eb.and([eb('read_at', 'is', null), eb('at', '<', now.subtract({ hours: 365 * 24 }))])]),
    )
    .execute()
}

function waiting(): Expression<SqlBool> {
  return sql<boolean>`m.read_at is null and m.mailed_at is null`
}
