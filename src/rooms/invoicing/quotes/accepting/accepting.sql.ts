import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'
import type { QuoteId } from '../quoting.types.ts'

/** Instalments of accepted quotes whose day has come and that nobody asked for, the earliest first; one that was thrown away was asked for. */
export async function instalmentsDue(tx: Tx, permit: AnyPermit): Promise<{ quote: QuoteId; part: number }[]> {
  const { rows } = await sql<{ quote: QuoteId; part: number }>`
    select q.id as quote, (p.nr - 1)::int as part
    from invoicing.quote q
    join invoicing.quote_answer a on a.tenant = q.tenant and a.quote = q.id and a.version = q.version and a.outcome = 'accepted'
    join invoicing.quote_version v on v.tenant = q.tenant and v.quote = q.id and v.version = q.version
    cross join lateral jsonb_array_elements(v.document -> 'parts') with ordinality as p (part, nr)
    where q.tenant = ${permit.organisation}
      and p.part ->> 'kind' = 'instalment'
      and (p.part ->> 'on')::date <= ${permit.today}::date
      and not exists (select from invoicing.quote_part asked where asked.tenant = q.tenant and asked.quote = q.id and asked.part = p.nr - 1)
    order by (p.part ->> 'on')::date, q.id, p.nr`.execute(tx)
  return rows
}
