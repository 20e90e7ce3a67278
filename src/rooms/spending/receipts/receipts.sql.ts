import { type SqlBool, sql } from 'kysely'
import { type Day, firstDay, lastDay, type Month } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, type PersonId, personOf, withinReach } from '#rooms/access'
import type { CostShare } from '../sharing/sharing.rules.ts'
import { heldJudgement, type Kept, type PaidBy, receiptStanding } from '../spending.rules.ts'
import type { CostId, Judged, Receipt, ReceiptFacts } from '../spending.types.ts'

export async function insertReceipt(tx: Tx, permit: AnyPermit, facts: ReceiptFacts): Promise<CostId> {
  const id = newId<CostId>(permit.now.epochMilliseconds)
  await tx
    .insertInto('spending.receipt')
    .values({
      tenant: permit.organisation,
      id,
      member: facts.member,
      bought_on: facts.boughtOn,
      gross: facts.gross,
      vat: facts.vat,
      kind: facts.kind,
      paid_by: facts.paidBy,
      what: facts.what,
      unsure: [...facts.unsure],
      file: facts.file,
      sent_by: personOf(permit),
      sent_at: permit.now,
    })
    .execute()
  return id
}

type JudgedJson = {
  id: string
  revises: string | null
  by: PersonId
  outcome: Kept
  reason: string | null
  kind: string
  gross: number | null
  vat: number
  net: number
  deductible: number
  paidBy: PaidBy
  shares: { member: MemberId; net: number; vat: number }[]
  on: Day
  at: string
}

export type ReceiptFilter = { readonly member?: MemberId | undefined; readonly month?: Month | undefined; readonly standing?: 'open' | 'judged' | undefined }

const isJudged = sql<SqlBool>`exists (select from spending.judged j where j.tenant = r.tenant and j.receipt = r.id)`

/** Receipts within reach, newest first, each with what was judged and answered; in one query however many there are. */
export async function receiptRows(
  tx: Tx,
  permit: AnyPermit,
  only: ReceiptFilter & { ids?: readonly CostId[]; from?: Day; until?: Day; limit?: number } = {},
): Promise<Receipt[]> {
  const rows = await tx
    .selectFrom('spending.receipt as r')
    .selectAll('r')
    .select(
      sql<JudgedJson[] | null>`(select jsonb_agg(jsonb_build_object('id', j.id, 'revises', j.revises, 'by', j.person, 'outcome', j.outcome, 'reason', j.reason,
        'kind', j.kind, 'gross', coalesce(j.gross, r.gross), 'vat', coalesce(j.vat, r.vat), 'net', j.net, 'deductible', j.vat_deductible, 'paidBy', j.paid_by,
        'on', j.on_day, 'at', j.at, 'shares', (select coalesce(jsonb_agg(jsonb_build_object('member', h.member, 'net', h.net, 'vat', h.vat) order by h.nr), '[]')
          from spending.cost_share h where h.tenant = j.tenant and h.judgement = j.id)) order by j.at, j.id) from spending.judgement j where j.tenant = r.tenant and j.receipt = r.id)`.as(
        'judgements',
      ),
    )
    .select(
      sql<{ answer: string; at: string }[] | null>`(select jsonb_agg(jsonb_build_object('answer', a.answer, 'at', a.at) order by a.at)
        from spending.answer a where a.tenant = r.tenant and a.receipt = r.id)`.as('answers'),
    )
    .select(
      sql<boolean>`exists (select from spending.receipt o where o.tenant = r.tenant and o.member = r.member and o.id <> r.id
        and o.gross = r.gross and o.bought_on = r.bought_on)`.as('alike'),
    )
    .where('r.tenant', '=', permit.organisation)
    .where((eb) => (permit.reach === 'organisation' ? eb.lit(true) : eb.or([withinReach(permit, eb, 'r.member'), sharesIn([...permit.reach])])))
    .$if(only.ids !== undefined, (query) => query.where('r.id', 'in', [...(only.ids ?? [])]))
    .$if(only.member !== undefined, (query) => query.where('r.member', '=', only.member ?? ''))
    .$if(only.month !== undefined, (query) =>
      query.where('r.bought_on', '>=', firstDay(only.month as Month)).where('r.bought_on', '<=', lastDay(only.month as Month)),
    )
    .$if(only.from !== undefined, (query) => query.where('r.bought_on', '>=', only.from as Day))
    .$if(only.until !== undefined, (query) => query.where('r.bought_on', '<=', only.until as Day))
    .$if(only.standing !== undefined, (query) => query.where((eb) => (only.standing === 'judged' ? isJudged : eb.not(isJudged))))
    .orderBy('r.sent_at', 'desc')
    .orderBy('r.id')
    .limit(only.limit ?? 500)
    .execute()
  return rows.map((row) => {
    const judgements = (row.judgements ?? []).map(judgedFrom)
    const answers = (row.answers ?? []).map((each) => ({ answer: each.answer, at: Temporal.Instant.from(each.at) }))
    return {
      id: row.id as CostId,
      member: row.member as MemberId,
      boughtOn: row.bought_on,
      gross: row.gross as Cents | null,
      vat: row.vat as Cents,
      kind: row.kind,
      paidBy: row.paid_by as PaidBy,
      what: row.what,
      unsure: row.unsure,
      file: row.file,
      sentBy: row.sent_by as PersonId,
      sentAt: row.sent_at,
      standing: receiptStanding(judgements, answers),
      judgements,
      held: heldJudgement(judgements),
      answers,
      alike: row.alike,
    }
  })
}

/** Whether somebody within reach has a share in the receipt. */
function sharesIn(reach: readonly MemberId[]) {
  return sql<boolean>`exists (select from spending.cost_share h join spending.judgement j on j.tenant = h.tenant and j.id = h.judgement
    where j.tenant = r.tenant and j.receipt = r.id and h.member = any (${[...reach]}::uuid[]))`
}

function judgedFrom({ gross, vat, net, deductible, at, shares, ...each }: JudgedJson): Judged {
  return {
    ...each,
    shares: shares.map((share) => ({ member: share.member, net: cents(share.net), vat: cents(share.vat) })),
    gross: gross === null ? null : (BigInt(gross) as Cents),
    vat: BigInt(vat) as Cents,
    net: BigInt(net) as Cents,
    vatDeductible: BigInt(deductible) as Cents,
    at: Temporal.Instant.from(at),
  }
}

/** Holds a receipt so that two judges do not pass each other; false when it is not within reach. */
export async function lockReceipt(tx: Tx, permit: AnyPermit, id: CostId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${permit.organisation}::text || ${id}, 51))`.execute(tx)
}

/** Writes a judgement and gives its id; null when somebody judged or revised it meanwhile. */
export async function insertJudgement(
  tx: Tx,
  permit: AnyPermit,
  receipt: CostId,
  judgement: {
    revises: string | null
    outcome: Kept
    reason: string | null
    kind: string
    gross: Cents | null
    vat: Cents
    net: Cents
    vatDeductible: Cents
    paidBy: PaidBy
  },
): Promise<string | null> {
  const id = newId(permit.now.epochMilliseconds)
  try {
    await tx
      .insertInto('spending.judgement')
      .values({
        tenant: permit.organisation,
        id,
        receipt,
        revises: judgement.revises,
        outcome: judgement.outcome,
        reason: judgement.reason,
        kind: judgement.kind,
        gross: judgement.gross,
        vat: judgement.vat,
        net: judgement.net,
        vat_deductible: judgement.vatDeductible,
        paid_by: judgement.paidBy,
        on_day: permit.today,
        person: personOf(permit),
        at: permit.now,
      })
      .execute()
    return id
  } catch (error) {
    if (isDouble(error, 'judged_once') || isDouble(error, 'revised_once')) return null
    throw error
  }
}

export async function insertCostShares(tx: Tx, permit: AnyPermit, judgement: string, shares: readonly CostShare[]): Promise<void> {
  await tx
    .insertInto('spending.cost_share')
    .values(shares.map((share, nr) => ({ tenant: permit.organisation, judgement, nr, ...share })))
    .execute()
}

export async function insertAnswer(tx: Tx, permit: AnyPermit, receipt: CostId, answer: string): Promise<void> {
  await tx
    .insertInto('spending.answer')
    .values({ tenant: permit.organisation, id: newId(permit.now.epochMilliseconds), receipt, answer, person: personOf(permit), at: permit.now })
    .execute()
}
