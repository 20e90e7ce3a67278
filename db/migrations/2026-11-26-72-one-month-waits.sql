-- A month that was divided in parts still waits for one statement, about the whole of it.
create or replace view settlement.shared_waiting with (security_invoker = true) as
select m.tenant, m.tenant as owner, m.member, 'statementToSend' as what, null::uuid as id, c.closed_at as since,
  (case g.statement_rhythm when 'quarterly' then date_trunc('quarter', (m.month || '-01')::date::timestamp) + interval '3 months'
    else (m.month || '-01')::date::timestamp + interval '1 month' end)::date + g.statement_day - 1 as until,
  m.month as about, m.result as cents, 1 as number
from (select tenant, month, member, sum(result)::bigint as result from settlement.member_month group by tenant, month, member) m
join settlement.closing c on c.tenant = m.tenant and c.month = m.month
join lateral (select g.statement_rhythm, g.statement_day from consent.shared_granted g
  where g.tenant = m.tenant and g.member = m.member and g.statement_rhythm <> 'none'
    and g.from_day < ((m.month || '-01')::date::timestamp + interval '1 month')::date and g.until_day >= (m.month || '-01')::date
  order by g.until_day desc limit 1) g on true
where not exists (select from settlement.month_statement s where s.tenant = m.tenant and s.member = m.member and s.month = m.month and not s.provisional)
union all
select s.tenant, s.municipality, s.member, 'statementToRead', s.id, s.released_at, null, s.month, null, 1
from settlement.month_statement s
where not exists (select from settlement.statement_receipt r where r.tenant = s.tenant and r.statement = s.id)
  and not exists (select from settlement.month_statement later
    where later.tenant = s.tenant and later.member = s.member and later.month = s.month and later.version > s.version)
union all
select q.tenant, q.tenant, q.member, case when q.municipality is null then 'memberQuestion' else 'municipalityQuestion' end, q.id, q.asked_at, null, q.words, null, 1
from settlement.statement_question q
where not exists (select from settlement.statement_answer a where a.tenant = q.tenant and a.question = q.id);
