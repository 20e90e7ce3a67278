import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { DepartureId } from '../departure.rules.ts'
import type { LaterAnswers, LaterMonths } from './later.rules.ts'

export async function insertWish(tx: Tx, permit: AnyPermit, departure: DepartureId, agrees: boolean): Promise<void> {
  const row = { id: newId(permit.now.epochMilliseconds), departure, agrees, said_at: permit.now }
  await tx
    .insertInto('departure.wish')
    .values({ tenant: permit.organisation, ...row })
    .execute()
}

/** Whether somebody agreed to be asked later, by the last that was said; null where nothing was. */
export async function wishOf(tx: Tx, permit: AnyPermit, departure: DepartureId): Promise<boolean | null> {
  const row = await tx
    .selectFrom('departure.wish')
    .select('agrees')
    .where('tenant', '=', permit.organisation)
    .where('departure', '=', departure)
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.agrees ?? null
}

/** Who left for good and agrees to be asked, with what was sent. */
export type ToAsk = { readonly departure: DepartureId; readonly member: MemberId; readonly lastDay: Day; readonly sent: readonly LaterMonths[] }

export async function peopleToAsk(tx: Tx, permit: AnyPermit): Promise<ToAsk[]> {
  const { rows } = await sql<ToAsk>`
    select d.id as departure, d.member, (select s.answer->>'on' from departure.step_answer s
        where s.tenant = d.tenant and s.departure = d.id and s.step = 'lastDay' order by s.answered_at desc, s.id desc limit 1) as "lastDay",
      array(select i.months from departure.invitation i where i.tenant = d.tenant and i.departure = d.id) as sent
    from departure.departure d join departure.moment m on m.tenant = d.tenant and m.departure = d.id and m.kind = 'confirmed'
    where d.tenant = ${permit.organisation}
      and (select w.agrees from departure.wish w where w.tenant = d.tenant and w.departure = d.id order by w.said_at desc, w.id desc limit 1)`.execute(tx)
  return rows
}

/** An invitation as it was sent, with the last word on being asked. */
export type Invitation = {
  readonly id: string
  readonly departure: DepartureId
  readonly member: MemberId
  readonly months: LaterMonths
  readonly sentAt: Instant
  readonly expiresOn: Day
  readonly reminded: boolean
  readonly answered: boolean
  readonly agrees: boolean
}

export async function invitationRows(tx: Tx, permit: AnyPermit, tokenHash: string | null): Promise<Invitation[]> {
  const rows = await tx
    .selectFrom('departure.invitation as i')
    .innerJoin('departure.departure as d', (join) => join.onRef('d.tenant', '=', 'i.tenant').onRef('d.id', '=', 'i.departure'))
    .select(['i.id', 'i.departure', 'd.member', 'i.months', 'i.sent_at as sentAt', 'i.expires_on as expiresOn'])
    .select((eb) => [
      sql<boolean>`exists (select from departure.reminder r where r.tenant = ${eb.ref('i.tenant')} and r.invitation = ${eb.ref('i.id')})`.as('reminded'),
      sql<boolean>`exists (select from departure.later_answer a where a.tenant = ${eb.ref('i.tenant')} and a.invitation = ${eb.ref('i.id')})`.as('answered'),
      sql<boolean>`coalesce((select w.agrees from departure.wish w where w.tenant = ${eb.ref('i.tenant')} and w.departure = ${eb.ref('i.departure')}
        order by w.said_at desc, w.id desc limit 1), false)`.as('agrees'),
    ])
    .where('i.tenant', '=', permit.organisation)
    .$if(tokenHash !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('i.token_hash', '=', tokenHash ?? ''),
          eb(
            'i.id',
            'in',
            eb
              .selectFrom('departure.reminder as r')
              .select('r.invitation')
              .where('r.tenant', '=', permit.organisation)
              .where('r.token_hash', '=', tokenHash ?? ''),
          ),
        ]),
      ),
    )
    .orderBy('i.sent_at')
    .execute()
  return rows as unknown as Invitation[]
}

/** Whether it was the first of its kind for this departure. */
export async function insertInvitation(
  tx: Tx,
  permit: AnyPermit,
  row: { readonly id: string; readonly departure: DepartureId; readonly months: LaterMonths; readonly tokenHash: string; readonly expiresOn: Day },
): Promise<boolean> {
  const found = await tx
    .insertInto('departure.invitation')
    .values({
      tenant: permit.organisation,
      id: row.id,
      departure: row.departure,
      months: row.months,
      token_hash: row.tokenHash,
      sent_at: permit.now,
      expires_on: row.expiresOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return found !== undefined
}

/** Whether no reminder went before. */
export async function insertReminder(tx: Tx, permit: AnyPermit, invitation: string, tokenHash: string): Promise<boolean> {
  const found = await tx
    .insertInto('departure.reminder')
    .values({ tenant: permit.organisation, invitation, token_hash: tokenHash, sent_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('invitation')
    .executeTakeFirst()
  return found !== undefined
}

/** Whether it was the first answer. */
export async function insertLaterAnswer(tx: Tx, permit: AnyPermit, invitation: string, answers: LaterAnswers): Promise<boolean> {
  const found = await tx
    .insertInto('departure.later_answer')
    .values({ tenant: permit.organisation, invitation, ...answers, answered_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('invitation')
    .executeTakeFirst()
  return found !== undefined
}

/** Deletes the answers that were given before a moment; gives how many. */
export async function deleteAnswersBefore(tx: Tx, permit: AnyPermit, before: Instant): Promise<number> {
  const gone = await tx.deleteFrom('departure.later_answer').where('tenant', '=', permit.organisation).where('answered_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** How often each answer was given at each of the three times: counts only. */
export async function laterCounts(tx: Tx, permit: AnyPermit): Promise<{ months: LaterMonths; work: LaterAnswers['work']; count: number }[]> {
  const rows = await tx
    .selectFrom('departure.later_answer as a')
    .innerJoin('departure.invitation as i', (join) => join.onRef('i.tenant', '=', 'a.tenant').onRef('i.id', '=', 'a.invitation'))
    .select(['i.months', 'a.work'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('a.tenant', '=', permit.organisation)
    .groupBy(['i.months', 'a.work'])
    .execute()
  return rows.map((row) => ({ months: row.months as LaterMonths, work: row.work as LaterAnswers['work'], count: Number(row.count) }))
}
