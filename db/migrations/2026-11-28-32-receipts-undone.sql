-- One tick too many and a statement was read for ever: for ten minutes "geen vragen" can be taken back. Both stay written down.
alter table settlement.statement_receipt no force row level security;
alter table settlement.statement_receipt add column nr int;
alter table settlement.statement_receipt disable trigger only_added;
update settlement.statement_receipt set nr = 1;
alter table settlement.statement_receipt enable trigger only_added;
alter table settlement.statement_receipt alter column nr set not null;
alter table settlement.statement_receipt drop constraint statement_receipt_pkey, add primary key (tenant, statement, nr);
alter table settlement.statement_receipt force row level security;

create table settlement.receipt_undone (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  statement uuid not null,
  nr int not null,
  undone_at timestamptz not null,
  undone_by uuid not null references access.person,
  primary key (tenant, statement, nr),
  foreign key (tenant, statement, nr) references settlement.statement_receipt
);
comment on column settlement.receipt_undone.undone_by is 'personal: who of the municipality took it back; kept: 7 years';
select access.wall_append_only('settlement.receipt_undone', 'municipality = access.org()');
create policy cooperative_reads on settlement.receipt_undone for select using (tenant = access.org());

-- The reaction that counts: the one that was not taken back.
create view settlement.standing_receipt with (security_invoker = true) as
select r.tenant, r.municipality, r.statement, r.nr, r.outcome, r.at, r.by_person
from settlement.statement_receipt r
where not exists (select from settlement.receipt_undone u where u.tenant = r.tenant and u.statement = r.statement and u.nr = r.nr);
grant select on settlement.standing_receipt to opbloei_app;

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
where not exists (select from settlement.standing_receipt r where r.tenant = s.tenant and r.statement = s.id)
  and not exists (select from settlement.month_statement later
    where later.tenant = s.tenant and later.member = s.member and later.month = s.month and later.version > s.version)
union all
select q.tenant, q.tenant, q.member, 'memberQuestion', q.id, q.asked_at, null, q.words, null, 1
from settlement.statement_question q
where not exists (select from settlement.statement_answer a where a.tenant = q.tenant and a.question = q.id);
