-- A question that waits for an answer stood only on its own page: whoever must answer and whoever asked now see it where they begin.
create view threads.shared_waiting with (security_invoker = true) as
select t.tenant, case when side.asks then t.asker when t.asker = t.tenant then t.municipality else t.tenant end as owner, t.member,
  case when side.asks then 'questionAsked' else 'questionToAnswer' end as what, t.object as id, t.asked_at as since, t.last_day as until, t.words as about,
  null::bigint as cents, 1 as number
from threads.thread t cross join (values (true), (false)) side (asks)
where t.kind = 'drawnThing'
  and not exists (select from threads.answer a where a.tenant = t.tenant and a.thread = t.id)
  and not exists (select from threads.closing c where c.tenant = t.tenant and c.thread = t.id);
grant select on threads.shared_waiting to opbloei_app;

-- What the municipality asked about a statement, for the municipality.
create view settlement.shared_asked with (security_invoker = true) as
select q.tenant, q.municipality as owner, q.member, 'statementAsked' as what, q.statement as id, q.asked_at as since, null::date as until, q.words as about,
  null::bigint as cents, 1 as number
from settlement.statement_question q
where q.municipality is not null and not exists (select from settlement.statement_answer a where a.tenant = q.tenant and a.question = q.id);
grant select on settlement.shared_asked to opbloei_app;
