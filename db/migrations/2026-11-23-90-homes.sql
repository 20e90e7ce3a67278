-- What waits for somebody, said by each room in a view of its own, so that a home asks one question instead of ten.
-- owner: the organisation that must act. until: the last day, where there is one. about: a month, a name or a reason. number: how many, where they are counted together.

create view consent.shared_granted with (security_invoker = true) as
select r.tenant, r.id as request, r.member, r.municipality, c.from_day, c.until_day, c.statement_rhythm, c.statement_day
from consent.request r
join consent.event e on e.tenant = r.tenant and e.request = r.id and e.kind = 'granted'
join consent.conditions c on c.tenant = e.tenant and c.event = e.id
where not exists (select from consent.event w where w.tenant = r.tenant and w.request = r.id and w.kind = 'consentWithdrawn');
grant select on consent.shared_granted to opbloei_app;

create view consent.shared_waiting with (security_invoker = true) as
select d.tenant, d.tenant as owner, d.member, 'consentDraft' as what, d.id, d.prepared_at as since, null::date as until, d.work as about, null::bigint as cents, 1 as number
from consent.draft d
where d.dropped_at is null and not exists (select from consent.request r where r.tenant = d.tenant and r.id = d.id)
union all
select r.tenant, case last.kind when 'moreAsked' then r.tenant else r.municipality end, r.member,
  case last.kind when 'moreAsked' then 'consentToAnswer' else 'consentToDecide' end, r.id, last.recorded_at, last.answer_before, last.words, null, 1
from consent.request r
join lateral (select e.kind, e.recorded_at, e.answer_before, e.words from consent.event e
  where e.tenant = r.tenant and e.request = r.id order by e.recorded_at desc, e.id desc limit 1) last on true
where last.kind in ('sent', 'answered', 'moreAsked')
union all
-- A consent that runs on; whoever looks decides how near its end is near. One that is being renewed needs no word.
select g.tenant, g.tenant, g.member, 'consentEnding', g.request, null, g.until_day, null, null, 1
from consent.shared_granted g
where not exists (select from consent.request r where r.tenant = g.tenant and r.member = g.member and r.renews = g.request)
  and not exists (select from consent.shared_granted later where later.tenant = g.tenant and later.member = g.member and later.until_day > g.until_day);
grant select on consent.shared_waiting to opbloei_app;

create view members.shared_waiting with (security_invoker = true) as
select a.tenant, a.tenant as owner, null::uuid as member, 'application' as what, a.id, a.sent_at as since, null::date as until, a.first_name as about, null::bigint as cents, 1 as number
from members.application a where a.sent_at is not null and a.taken_at is null
union all
select s.tenant, s.tenant, s.member, 'trialEnding', s.member, null, s.until_day, null, null, 1
from members.journey_step s
where s.stage = 'trial' and not exists (select from members.journey_step later where later.tenant = s.tenant and later.member = s.member and later.on_day > s.on_day);
grant select on members.shared_waiting to opbloei_app;

create view agreements.shared_waiting with (security_invoker = true) as
select o.tenant, o.tenant as owner, o.member, 'agreementToSign' as what, o.version as id, o.put_at as since, null::date as until, v.title as about, null::bigint as cents, 1 as number
from agreements.recipient o
join agreements.version v on v.tenant = o.tenant and v.id = o.version and v.dropped_at is null
where not exists (select from agreements.signature s where s.tenant = o.tenant and s.version = o.version and s.member = o.member)
  and not exists (select from agreements.notice n where n.tenant = o.tenant and n.version = o.version and n.member = o.member)
union all
select v.tenant, v.tenant, null, 'agreementToSignFor', v.id, v.proposed_at, null, v.title, null, 1
from agreements.version v
where v.proposed_at is not null and v.dropped_at is null
  and not exists (select from agreements.signature s where s.tenant = v.tenant and s.version = v.id and s.party = 'cooperative');
grant select on agreements.shared_waiting to opbloei_app;

create view invoicing.shared_waiting with (security_invoker = true) as
select d.tenant, d.tenant as owner, d.member, case when d.returned_because is null then 'invoiceToSend' else 'invoiceReturned' end as what, d.id,
  d.asked_at as since, null::date as until, coalesce(d.returned_because, d.reference) as about, null::bigint as cents, 1 as number
from invoicing.draft d
union all
select i.tenant, i.tenant, i.member, 'invoiceOpen', i.id, null, i.due_on, i.number || ' · ' || i.customer_name, s.open, 1
from invoicing.standing s
join invoicing.invoice i on i.tenant = s.tenant and i.id = s.invoice
where s.open > 0 and i.due_on is not null;
grant select on invoicing.shared_waiting to opbloei_app;

create view invoicing.shared_received with (security_invoker = true) as
select r.tenant, r.member, r.id as receipt, r.invoice, i.number, i.customer_name, r.on_day, r.gross, r.net, r.vat, r.recorded_at
from invoicing.receipt r
join invoicing.invoice i on i.tenant = r.tenant and i.id = r.invoice
where not exists (select from invoicing.receipt_undone u where u.tenant = r.tenant and u.receipt = r.id);
grant select on invoicing.shared_received to opbloei_app;

create view spending.shared_waiting with (security_invoker = true) as
select r.tenant, r.tenant as owner, r.member,
  case when j.asked > coalesce(a.answers, 0) then 'receiptToAnswer' else 'receiptToJudge' end as what,
  r.id, r.sent_at as since, null::date as until, r.what as about, r.gross as cents, 1 as number
from spending.receipt r
left join lateral (select count(*) filter (where outcome = 'askedBack') as asked, bool_or(outcome <> 'askedBack') as final
  from spending.judgement x where x.tenant = r.tenant and x.receipt = r.id) j on true
left join lateral (select count(*) as answers from spending.answer x where x.tenant = r.tenant and x.receipt = r.id) a on true
where not coalesce(j.final, false)
union all
select r.tenant, r.tenant, r.member, case when d.outcome is null then 'spendingToDecide' else 'spendingToBuy' end, r.id, coalesce(d.at, r.asked_at), null, r.what, r.cents, 1
from spending.request r
left join spending.request_decision d on d.tenant = r.tenant and d.request = r.id
left join spending.purchase p on p.tenant = r.tenant and p.request = r.id
where d.outcome is null or (d.outcome = 'approved' and p.request is null);
grant select on spending.shared_waiting to opbloei_app;

create view banking.shared_waiting with (security_invoker = true) as
select l.tenant, l.tenant as owner, null::uuid as member, 'bankLines' as what, null::uuid as id, null::timestamptz as since, null::date as until, null::text as about,
  sum(l.cents)::bigint as cents, count(*)::int as number
from banking.line_now l where l.booking is null
group by l.tenant;
grant select on banking.shared_waiting to opbloei_app;

create view settlement.shared_waiting with (security_invoker = true) as
select m.tenant, m.tenant as owner, m.member, 'statementToSend' as what, null::uuid as id, c.closed_at as since,
  (case g.statement_rhythm when 'quarterly' then date_trunc('quarter', (m.month || '-01')::date::timestamp) + interval '3 months'
    else (m.month || '-01')::date::timestamp + interval '1 month' end)::date + g.statement_day - 1 as until,
  m.month as about, m.result as cents, 1 as number
from settlement.member_month m
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
grant select on settlement.shared_waiting to opbloei_app;

create view settlement.shared_receipt_part with (security_invoker = true) as
select p.tenant, p.receipt, d.month, s.receiver, s.article, p.cents
from settlement.receipt_share p
join settlement.divided_receipt d on d.tenant = p.tenant and d.receipt = p.receipt
join settlement.share s on s.tenant = d.tenant and s.month = d.month and s.member = d.member and s.line = p.line;
grant select on settlement.shared_receipt_part to opbloei_app;
