-- What a municipality asks about a statement, its receipts or its pay-out is one thread like every other question, with a term and evidence.
alter table threads.thread no force row level security;
alter table threads.answer no force row level security;
alter table settlement.statement_question no force row level security;
alter table settlement.statement_answer no force row level security;

-- Questions of before had no last day: two weeks, as the others have. An answer that is late is still an answer.
insert into threads.thread (tenant, municipality, id, kind, object, member, asker, asked_by, asked_at, words, last_day)
select tenant, municipality, id, 'statement', statement, member, municipality, asked_by, asked_at, words, (asked_at at time zone 'Europe/Amsterdam')::date + 14
from settlement.statement_question where municipality is not null;
insert into threads.answer (tenant, municipality, thread, answerer, answered_by, answered_at, words)
select a.tenant, q.municipality, a.question, a.tenant, a.answered_by, a.answered_at, a.words
from settlement.statement_answer a join settlement.statement_question q on q.tenant = a.tenant and q.id = a.question where q.municipality is not null;

-- They moved, word for word: what stays here are the questions inside a cooperative.
alter table settlement.statement_answer disable trigger only_added;
alter table settlement.statement_question disable trigger only_added;
delete from settlement.statement_answer a using settlement.statement_question q where q.tenant = a.tenant and q.id = a.question and q.municipality is not null;
delete from settlement.statement_question where municipality is not null;
alter table settlement.statement_answer enable trigger only_added;
alter table settlement.statement_question enable trigger only_added;

drop view settlement.shared_asked;
create or replace view settlement.shared_activity with (security_invoker = true) as
select s.tenant, s.member, max(s.released_at) as at from settlement.month_statement s group by s.tenant, s.member
union all
select q.tenant, q.member, max(q.asked_at) from settlement.statement_question q group by q.tenant, q.member;
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
select q.tenant, q.tenant, q.member, 'memberQuestion', q.id, q.asked_at, null, q.words, null, 1
from settlement.statement_question q
where not exists (select from settlement.statement_answer a where a.tenant = q.tenant and a.question = q.id);

drop policy wall on settlement.statement_question;
drop policy cooperative_reads on settlement.statement_question;
alter table settlement.statement_question drop constraint statement_question_check, drop column statement, drop column municipality;
create policy wall on settlement.statement_question using (tenant = access.org()) with check (tenant = access.org());
drop policy municipality_reads on settlement.statement_answer;
alter table settlement.statement_answer drop column municipality;

-- A question with its answer, for the room of the thing that it is about.
create view threads.shared_question with (security_invoker = true) as
select t.tenant, t.municipality, t.id, t.kind, t.object, t.member, t.words, t.asked_at, t.asked_by, t.last_day, a.words as answer, a.answered_at, a.evidence, c.closed_at
from threads.thread t
left join threads.answer a on a.tenant = t.tenant and a.thread = t.id
left join threads.closing c on c.tenant = t.tenant and c.thread = t.id;
grant select on threads.shared_question to opbloei_app;

create or replace view threads.shared_waiting with (security_invoker = true) as
select t.tenant, case when side.asks then t.asker when t.asker = t.tenant then t.municipality else t.tenant end as owner, t.member,
  case when t.kind = 'condition' then case when side.asks then 'conditionAsked' else 'conditionToAnswer' end
    when t.kind = 'drawnThing' then case when side.asks then 'questionAsked' else 'questionToAnswer' end
    else case when side.asks then 'statementAsked' else 'municipalityQuestion' end end as what,
  t.object as id, t.asked_at as since, t.last_day as until, t.words as about, null::bigint as cents, 1 as number
from threads.thread t cross join (values (true), (false)) side (asks)
where t.kind in ('drawnThing', 'condition', 'statement', 'receiptTotal', 'payOut')
  and not exists (select from threads.answer a where a.tenant = t.tenant and a.thread = t.id)
  and not exists (select from threads.closing c where c.tenant = t.tenant and c.thread = t.id);

alter table threads.thread force row level security;
alter table threads.answer force row level security;
alter table settlement.statement_question force row level security;
alter table settlement.statement_answer force row level security;
