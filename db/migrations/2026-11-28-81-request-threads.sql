-- A question about a request for consent, of either side, waits where the other questions wait.
create or replace view threads.shared_waiting with (security_invoker = true) as
select t.tenant, case when side.asks then t.asker when t.asker = t.tenant then t.municipality else t.tenant end as owner, t.member,
  case when t.kind = 'condition' then case when side.asks then 'conditionAsked' else 'conditionToAnswer' end
    when t.kind = 'drawnThing' then case when side.asks then 'questionAsked' else 'questionToAnswer' end
    when t.kind = 'request' then case when side.asks then 'requestAsked' else 'requestToAnswer' end
    else case when side.asks then 'statementAsked' else 'municipalityQuestion' end end as what,
  t.object as id, t.asked_at as since, t.last_day as until, t.words as about, null::bigint as cents, 1 as number
from threads.thread t cross join (values (true), (false)) side (asks)
where t.kind in ('drawnThing', 'condition', 'statement', 'receiptTotal', 'payOut', 'request')
  and not exists (select from threads.answer a where a.tenant = t.tenant and a.thread = t.id)
  and not exists (select from threads.closing c where c.tenant = t.tenant and c.thread = t.id);
