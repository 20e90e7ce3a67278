-- An approval of many receipts can be taken back while nothing rests on it: the undoing is a judgement that names it, and the receipt waits again.
alter table spending.judgement drop constraint judgement_outcome_check;
alter table spending.judgement add constraint judgement_outcome_check check (outcome in ('accepted', 'onDevelopment', 'rejected', 'askedBack', 'undone'));
alter table spending.judgement add constraint undone_names_what check (outcome <> 'undone' or revises is not null);

-- The judgement of a receipt that holds: no question, not revised, and not the undoing of one.
create or replace view spending.judged with (security_invoker = true) as
select j.* from spending.judgement j
where j.outcome not in ('askedBack', 'undone') and not exists (select from spending.judgement n where n.tenant = j.tenant and n.revises = j.id);

-- A receipt waits until a judgement holds; the rest is as it was.
create or replace view spending.shared_waiting with (security_invoker = true) as
select r.tenant, r.tenant as owner, r.member,
  case when j.asked > coalesce(a.answers, 0) then 'receiptToAnswer' else 'receiptToJudge' end as what,
  r.id, r.sent_at as since, null::date as until, r.what as about, r.gross as cents, 1 as number
from spending.receipt r
left join lateral (select count(*) filter (where outcome = 'askedBack') as asked
  from spending.judgement x where x.tenant = r.tenant and x.receipt = r.id) j on true
left join lateral (select count(*) as answers from spending.answer x where x.tenant = r.tenant and x.receipt = r.id) a on true
where not exists (select from spending.judged d where d.tenant = r.tenant and d.receipt = r.id)
union all
select r.tenant, r.tenant, r.member,
  case when d.outcome is null then 'spendingToDecide' when r.part_of is null then 'spendingToBuy' else 'instalmentDue' end,
  r.id, coalesce(d.at, r.asked_at), r.due_on, r.what, coalesce(r.cents, d.cents), 1
from spending.request r
left join spending.request_decision d on d.tenant = r.tenant and d.request = r.id
where d.outcome is null or (d.outcome = 'approved' and exists (select from spending.held h where h.tenant = r.tenant and h.request = r.id));
