-- An approved request can be paid in instalments: each is a request of its own with a day, so that it is held, booked, undone and paid like any other.
alter table spending.request add column part_of uuid;
alter table spending.request add column place smallint check (place > 0);
alter table spending.request add column due_on date;
-- In how many months somebody would like to pay; nothing is held for that before it is decided.
alter table spending.request add column parts smallint check (parts between 2 and 60);
alter table spending.request add check ((part_of is null) = (due_on is null) and (part_of is null) = (place is null));
alter table spending.request add foreign key (tenant, part_of) references spending.request;
create unique index instalment_once on spending.request (tenant, part_of, place) where part_of is not null;

-- Since when somebody is outside: what was promised for later ends there.
create view members.shared_left with (security_invoker = true) as
select tenant, member, on_day from members.journey_step where stage = 'former';
grant select on members.shared_left to opbloei_app;

-- Instalments that fall on or after the day on which the member left, promised before that day.
create view spending.lapsed with (security_invoker = true) as
select r.tenant, r.id as request, min(l.on_day) as on_day
from spending.request r
join spending.request_decision d on d.tenant = r.tenant and d.request = r.id
join members.shared_left l on l.tenant = r.tenant and l.member = r.member and l.on_day <= r.due_on and l.on_day > (d.at at time zone 'Europe/Amsterdam')::date
where r.part_of is not null
group by r.tenant, r.id;
grant select on spending.lapsed to opbloei_app;

-- What is held in a pot: asked or approved with pot and amount known, not ended, not lapsed and not bought; of a promise its instalments, each from its day.
create or replace view spending.held with (security_invoker = true) as
select r.tenant, r.id as request, r.member, coalesce(r.pot, d.pot) as pot, coalesce(r.cents, d.cents) as cents, r.due_on
from spending.request r left join spending.request_decision d on d.tenant = r.tenant and d.request = r.id
where ((d.outcome is null and r.parts is null) or d.outcome = 'approved') and coalesce(r.pot, d.pot) is not null and coalesce(r.cents, d.cents) is not null
  and not exists (select from spending.request i where i.tenant = r.tenant and i.part_of = r.id)
  and not exists (select from spending.bought p where p.tenant = r.tenant and p.request = r.id)
  and not exists (select from spending.request_end e where e.tenant = r.tenant and e.request = r.id)
  and not exists (select from spending.lapsed l where l.tenant = r.tenant and l.request = r.id);

-- An approved request waits to be bought until it is bought or ended; an instalment waits from its day.
create or replace view spending.shared_waiting with (security_invoker = true) as
select r.tenant, r.tenant as owner, r.member,
  case when j.asked > coalesce(a.answers, 0) then 'receiptToAnswer' else 'receiptToJudge' end as what,
  r.id, r.sent_at as since, null::date as until, r.what as about, r.gross as cents, 1 as number
from spending.receipt r
left join lateral (select count(*) filter (where outcome = 'askedBack') as asked, bool_or(outcome <> 'askedBack') as final
  from spending.judgement x where x.tenant = r.tenant and x.receipt = r.id) j on true
left join lateral (select count(*) as answers from spending.answer x where x.tenant = r.tenant and x.receipt = r.id) a on true
where not coalesce(j.final, false)
union all
select r.tenant, r.tenant, r.member,
  case when d.outcome is null then 'spendingToDecide' when r.part_of is null then 'spendingToBuy' else 'instalmentDue' end,
  r.id, coalesce(d.at, r.asked_at), r.due_on, r.what, coalesce(r.cents, d.cents), 1
from spending.request r
left join spending.request_decision d on d.tenant = r.tenant and d.request = r.id
where d.outcome is null or (d.outcome = 'approved' and exists (select from spending.held h where h.tenant = r.tenant and h.request = r.id));
