import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, cents, sum } from '#kit/money.ts'
import type { AnyPermit, MemberId, PersonId } from '#rooms/access'
import type { InvoiceId } from '../invoicing.types.ts'
import type { LinePart } from './by-line.rules.ts'
import type { AskedShare, MemberPart, ShareStand } from './shares.rules.ts'

export async function replaceDraftShares(
  tx: Tx,
  permit: AnyPermit,
  draft: InvoiceId,
  shares: readonly (AskedShare & { readonly agreedBy: PersonId | null })[],
): Promise<void> {
  await tx.deleteFrom('invoicing.draft_share').where('tenant', '=', permit.organisation).where('draft', '=', draft).execute()
  if (shares.length === 0) return
  await tx
    .insertInto('invoicing.draft_share')
    .values(
      shares.map(({ member, line, percent, cents, agreedBy }, index) => ({
        tenant: permit.organisation,
        draft,
        nr: index + 1,
        member,
        line,
        percent,
        cents,
        agreed_at: agreedBy ? permit.now : null,
        agreed_by: agreedBy,
        refused_because: null,
      })),
    )
    .execute()
}

/** Writes down what a member answers; false where nothing was asked, or it was answered already. */
export async function answerShare(tx: Tx, permit: AnyPermit, draft: InvoiceId, member: MemberId, because: string | null): Promise<boolean> {
  const rows = await tx
    .updateTable('invoicing.draft_share')
    .set(because === null ? { agreed_at: permit.now, agreed_by: permit.person } : { refused_because: because })
    .where('tenant', '=', permit.organisation)
    .where('draft', '=', draft)
    .where('member', '=', member)
    .where('agreed_at', 'is', null)
    .where('refused_because', 'is', null)
    .returning('nr')
    .execute()
  return rows.length > 0
}

/** The drafts in which somebody within reach is named for a share. */
export async function draftsNaming(tx: Tx, permit: AnyPermit, only: InvoiceId | null = null): Promise<InvoiceId[]> {
  if (permit.reach === 'organisation' || permit.reach.length === 0) return []
  let query = tx
    .selectFrom('invoicing.draft_share')
    .select('draft')
    .distinct()
    .where('tenant', '=', permit.organisation)
    .where('member', 'in', [...permit.reach])
    .orderBy('draft')
  if (only) query = query.where('draft', '=', only)
  return (await query.execute()).map((row) => row.draft as InvoiceId)
}

export async function insertShares(
  tx: Tx,
  permit: AnyPermit,
  invoice: InvoiceId,
  parts: readonly (MemberPart & { readonly waits?: boolean })[],
): Promise<void> {
  await tx
    .insertInto('invoicing.share')
    .values(
      parts.map(({ member, net, vat, rounding, payable, waits }, index) => ({
        tenant: permit.organisation,
        invoice,
        nr: index + 1,
        id: newId(permit.now.epochMilliseconds),
        member,
        net,
        vat,
        rounding,
        payable,
        waits: waits ?? false,
      })),
    )
    .execute()
}

/** Writes down who did which line of an invoice, or of which line a credit note takes what. */
export async function insertLineParts(tx: Tx, permit: AnyPermit, invoice: InvoiceId, parts: readonly LinePart[]): Promise<void> {
  const rows = parts.filter((part) => part.net !== 0n).map((part) => ({ ...part, tenant: permit.organisation, invoice }))
  if (rows.length > 0) await tx.insertInto('invoicing.share_line').values(rows).execute()
}

/** Who did which line of an invoice, and what its credit notes took of it; nothing of what was sent before that was written down. */
export async function linePartsOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<{ invoice: LinePart[]; notes: LinePart[] }> {
  const rows = await tx
    .selectFrom('invoicing.share_line as l')
    .innerJoin('invoicing.invoice as i', (join) => join.onRef('i.tenant', '=', 'l.tenant').onRef('i.id', '=', 'l.invoice'))
    .select(['l.line', 'l.member', 'l.net', 'i.credits'])
    .where('l.tenant', '=', permit.organisation)
    .where((eb) => eb.or([eb('i.id', '=', invoice), eb('i.credits', '=', invoice)]))
    .execute()
  const of = (notes: boolean) =>
    rows.flatMap(({ line, member, net, credits }) => ((credits !== null) === notes ? [{ line, member: member as MemberId, net: net as Cents }] : []))
  return { invoice: of(false), notes: of(true) }
}

export type ShareMove = 'sent' | 'paid' | 'undone' | 'credited' | 'refunded' | 'refundUndone' | 'writtenOff' | 'recovered' | 'badAgain'

/** Writes down what an event does to what is open of each share; cents below zero lower it. */
export async function insertMoves(
  tx: Tx,
  permit: AnyPermit,
  invoice: InvoiceId,
  what: ShareMove,
  moves: readonly { readonly member: MemberId; readonly cause: string; readonly cents: Cents }[],
): Promise<void> {
  await tx
    .insertInto('invoicing.share_move')
    .values(moves.map(({ member, cause, cents }) => ({ tenant: permit.organisation, invoice, member, what, cause, cents })))
    .execute()
}

/** Answers the moves of a cause with their mirrors. */
export async function mirrorMoves(tx: Tx, permit: AnyPermit, cause: string, of: ShareMove, as: ShareMove): Promise<void> {
  await sql`insert into invoicing.share_move (tenant, invoice, member, what, cause, cents)
    select tenant, invoice, member, ${as}, cause, -cents from invoicing.share_move
    where tenant = ${permit.organisation} and cause = ${cause} and what = ${of}`.execute(tx)
}

export type StoredShare = ShareStand & { readonly waits: boolean; readonly released: boolean }

/** How each share of a shared invoice stands, whoever asks: of a credit note what it took. None for an invoice that is not shared. */
export async function sharesOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<StoredShare[]> {
  const rows = await tx
    .selectFrom('invoicing.share as s')
    .select(['s.member', 's.net', 's.vat', 's.rounding', 's.payable', 's.waits'])
    .select(
      sql<
        { what: ShareMove; cents: number }[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('what', m.what, 'cents', m.cents)), '[]') from invoicing.share_move m
        where m.tenant = s.tenant and m.invoice = s.invoice and m.member = s.member)`.as('moves'),
    )
    .select(
      sql<Record<'net' | 'vat' | 'rounding' | 'payable', number>>`(select jsonb_build_object('net', coalesce(sum(n.net), 0), 'vat', coalesce(sum(n.vat), 0),
        'rounding', coalesce(sum(n.rounding), 0), 'payable', coalesce(sum(n.payable), 0))
        from invoicing.share n join invoicing.invoice c on c.tenant = n.tenant and c.id = n.invoice
        where c.tenant = s.tenant and c.credits = s.invoice and n.member = s.member)`.as('credited'),
    )
    .select(sql<boolean>`exists (select from invoicing.released l where l.tenant = s.tenant and l.invoice = s.invoice and l.member = s.member)`.as('released'))
    .where('s.tenant', '=', permit.organisation)
    .where('s.invoice', '=', invoice)
    .orderBy('s.nr')
    .execute()
  return rows.map(({ member, net, vat, rounding, payable, moves, credited, waits, released }) => {
    const total = (which: readonly ShareMove[]) => sum(moves.filter((move) => which.includes(move.what)).map((move) => cents(move.cents)))
    return {
      member: member as MemberId,
      share: { net: net as Cents, vat: vat as Cents, rounding: rounding as Cents, payable: payable as Cents },
      credited: { net: cents(credited.net), vat: cents(credited.vat), rounding: cents(credited.rounding), payable: cents(credited.payable) },
      open: sum(moves.map((move) => cents(move.cents))),
      writtenOff: cents(-total(['writtenOff', 'recovered', 'badAgain'])),
      waits,
      released,
    }
  })
}
