-- A month in which a member moved has a statement for each town, and each has versions of its own.
alter table settlement.month_statement drop constraint one_statement_per_version;
alter table settlement.month_statement add constraint one_statement_per_version unique (tenant, member, month, municipality, version);

-- The town that pays a benefit, from a day up to and including another; of one day what was written down last.
create view members.shared_town with (security_invoker = true) as
select b.tenant, b.member, b.municipality, b.from_day, lead(b.from_day) over (partition by b.tenant, b.member order by b.from_day) - 1 as until_day
from (select distinct on (tenant, member, from_day) tenant, member, from_day, municipality from members.benefit
  order by tenant, member, from_day, recorded_at desc, id desc) b;
grant select on members.shared_town to opbloei_app;

-- A month that waits for its member does so until every town of it has its statement; one that was replaced is no longer to be read.
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
select x.tenant, x.tenant, x.member, 'statementToSend', null, c.closed_at,
  (case g.statement_rhythm when 'quarterly' then date_trunc('quarter', x.first::timestamp) + interval '3 months'
    else x.first::timestamp + interval '1 month' end)::date + g.statement_day - 1,
  x.month, m.result, 1
from (select distinct t.tenant, t.member, to_char(t.from_day, 'YYYY-MM') as month, date_trunc('month', t.from_day::timestamp)::date as first
  from members.shared_town t where t.municipality is not null and extract(day from t.from_day) > 1) x
join settlement.closing c on c.tenant = x.tenant and c.month = x.month
join (select tenant, month, member, sum(result)::bigint as result from settlement.member_month group by tenant, month, member) m
  on m.tenant = x.tenant and m.month = x.month and m.member = x.member
join lateral (select g.statement_rhythm, g.statement_day from consent.shared_granted g
  where g.tenant = x.tenant and g.member = x.member and g.statement_rhythm <> 'none'
    and g.from_day < (x.first::timestamp + interval '1 month')::date and g.until_day >= x.first
    and exists (select from members.shared_town t where t.tenant = x.tenant and t.member = x.member and t.municipality = g.municipality
      and t.from_day < (x.first::timestamp + interval '1 month')::date and coalesce(t.until_day, 'infinity') >= x.first)
    and not exists (select from settlement.month_statement s where s.tenant = x.tenant and s.member = x.member and s.month = x.month
      and s.municipality = g.municipality and not s.provisional)
  order by g.until_day desc limit 1) g on true
where exists (select from settlement.month_statement s where s.tenant = x.tenant and s.member = x.member and s.month = x.month and not s.provisional)
  and (select count(distinct t.municipality) from members.shared_town t where t.tenant = x.tenant and t.member = x.member
    and t.from_day < (x.first::timestamp + interval '1 month')::date and coalesce(t.until_day, 'infinity') >= x.first) > 1
union all
select s.tenant, s.municipality, s.member, 'statementToRead', s.id, s.released_at, null, s.month, null, 1
from settlement.month_statement s
where not exists (select from settlement.standing_receipt r where r.tenant = s.tenant and r.statement = s.id)
  and not exists (select from settlement.month_statement later where later.tenant = s.tenant and later.member = s.member and later.month = s.month
    and later.municipality = s.municipality and later.version > s.version)
union all
select q.tenant, q.tenant, q.member, 'memberQuestion', q.id, q.asked_at, null, q.words, null, 1
from settlement.statement_question q
where not exists (select from settlement.statement_answer a where a.tenant = q.tenant and a.question = q.id);
