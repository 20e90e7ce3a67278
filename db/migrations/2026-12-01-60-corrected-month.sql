-- A month that was corrected after its statement was sent stood in the list of statements and nowhere else: nobody was told at home that it is to be sent again.
-- Money of it went back after the last final statement; or it was sent about other days than those in which its town paid, for the move was told later.
create view settlement.changed_statement with (security_invoker = true) as
select r.tenant, r.member, d.month, s.municipality, t.towns > 1 as moved, c.closed_at as since
from settlement.reversal r
join settlement.divided_receipt d on d.tenant = r.tenant and d.receipt = r.receipt
join settlement.closing c on c.tenant = r.tenant and c.month = r.month
cross join lateral (select f.first, (f.first + interval '1 month')::date - 1 as last from (select (d.month || '-01')::date as first) f) m
cross join lateral (select least(greatest(d.on_day, m.first), m.last) as day) p
-- Days on which no town paid go with the town that came next, and otherwise with the one before.
cross join lateral (select count(distinct t.municipality) as towns, coalesce(
    (array_agg(t.municipality) filter (where t.from_day <= p.day and coalesce(t.until_day, 'infinity') >= p.day))[1],
    (array_agg(t.municipality order by t.from_day) filter (where t.from_day > p.day and t.municipality is not null))[1],
    (array_agg(t.municipality order by t.from_day desc) filter (where t.municipality is not null))[1]) as municipality
  from members.shared_town t where t.tenant = r.tenant and t.member = r.member and t.from_day <= m.last and coalesce(t.until_day, 'infinity') >= m.first) t
join lateral (select s.municipality, s.provisional, s.released_at from settlement.month_statement s
  where s.tenant = r.tenant and s.member = r.member and s.month = d.month and (t.towns < 2 or s.municipality = t.municipality)
  order by s.version desc, s.released_at desc limit 1) s on not s.provisional and s.released_at < c.closed_at
union all
select x.tenant, x.member, x.month, t.municipality, true, null
from (select distinct t.tenant, t.member, to_char(t.from_day, 'YYYY-MM') as month, date_trunc('month', t.from_day::timestamp)::date as first,
    (date_trunc('month', t.from_day::timestamp) + interval '1 month')::date - 1 as last
  from members.shared_town t where extract(day from t.from_day) > 1) x
join lateral (select t.municipality, min(greatest(t.from_day, x.first)) as from_day, max(least(coalesce(t.until_day, 'infinity'), x.last)) as until_day
  from members.shared_town t where t.tenant = x.tenant and t.member = x.member and t.from_day <= x.last and coalesce(t.until_day, 'infinity') >= x.first
  group by t.municipality) t on t.municipality is not null
join lateral (select s.provisional, s.content -> 'days' as days from settlement.month_statement s
  where s.tenant = x.tenant and s.member = x.member and s.month = x.month and s.municipality = t.municipality
  order by s.version desc limit 1) s on not s.provisional and (coalesce((s.days -> 0 ->> 'from')::date, x.first), coalesce((s.days -> -1 ->> 'until')::date, x.last))
    is distinct from (t.from_day, t.until_day)
-- In a month with days on which no town paid, whose they are is not a matter of days alone: there nothing is said.
where exists (select from members.shared_town t where t.tenant = x.tenant and t.member = x.member and t.from_day <= x.first)
  and not exists (select from members.shared_town t where t.tenant = x.tenant and t.member = x.member and t.municipality is null
    and t.from_day <= x.last and coalesce(t.until_day, 'infinity') >= x.first);
grant select on settlement.changed_statement to opbloei_app;

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
where not exists (select from settlement.statement_answer a where a.tenant = q.tenant and a.question = q.id)
union all
-- Its last day counts only where it had not passed before the month changed.
select ch.tenant, ch.tenant, ch.member, 'statementChanged', null, max(ch.since),
  max(due.on_day) filter (where due.on_day >= (ch.since at time zone 'Europe/Amsterdam')::date), ch.month, null, 1
from settlement.changed_statement ch
cross join lateral (select (ch.month || '-01')::date as first) m
join lateral (select g.statement_rhythm, g.statement_day from consent.shared_granted g
  where g.tenant = ch.tenant and g.member = ch.member and g.statement_rhythm <> 'none' and (not ch.moved or g.municipality = ch.municipality)
    and g.from_day < (m.first::timestamp + interval '1 month')::date and g.until_day >= m.first
  order by g.until_day desc limit 1) g on true
cross join lateral (select (case g.statement_rhythm when 'quarterly' then date_trunc('quarter', m.first::timestamp) + interval '3 months'
  else m.first::timestamp + interval '1 month' end)::date + g.statement_day - 1 as on_day) due
group by ch.tenant, ch.member, ch.month;
