import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'
import type { OutgoingAccount, OutgoingTransfer } from './journal.rules.ts'

type Row = Omit<OutgoingTransfer, 'debit' | 'credit'> & { readonly [K in keyof OutgoingAccount as `d_${K}` | `c_${K}`]: OutgoingAccount[K] }

/** Every transfer of the permit's cooperative in the order of the books. */
export async function allTransfers(tx: Tx, permit: AnyPermit): Promise<OutgoingTransfer[]> {
  const { rows } = await sql<Row>`
    select e.id as entry, e.on_day as "on", e.source_kind as "sourceKind", e.source_id as "sourceId", e.reverses, e.action, t.cents, t.article,
      dk.number as d_number, dk.name as d_name, dk.kind as d_kind, d.member as d_member,
      ck.number as c_number, ck.name as c_name, ck.kind as c_kind, c.member as c_member
    from ledger.entry e
    join ledger.transfer t on t.tenant = e.tenant and t.entry = e.id
    join ledger.account d on d.tenant = t.tenant and d.id = t.debit join ledger.chart dk on dk.code = d.code
    join ledger.account c on c.tenant = t.tenant and c.id = t.credit join ledger.chart ck on ck.code = c.code
    where e.tenant = ${permit.organisation} order by e.on_day, e.booked_at, e.id, t.line`.execute(tx)
  return rows.map((row) => ({
    entry: row.entry,
    on: row.on,
    sourceKind: row.sourceKind,
    sourceId: row.sourceId,
    reverses: row.reverses,
    action: row.action,
    cents: row.cents,
    article: row.article,
    debit: { number: row.d_number, name: row.d_name, kind: row.d_kind, member: row.d_member },
    credit: { number: row.c_number, name: row.c_name, kind: row.c_kind, member: row.c_member },
  }))
}
