-- Six drafts in a row read alike to a treasurer: each says what was done.
create or replace view invoicing.shared_waiting with (security_invoker = true) as
select d.tenant, d.tenant as owner, d.member, case when d.returned_because is null then 'invoiceToSend' else 'invoiceReturned' end as what, d.id,
  d.asked_at as since, null::date as until, coalesce(d.returned_because, l.description, d.reference) as about, null::bigint as cents, 1 as number
from invoicing.draft d
left join invoicing.draft_line l on l.tenant = d.tenant and l.draft = d.id and l.line = 1
union all
select i.tenant, i.tenant, i.member, 'invoiceOpen', i.id, null, i.due_on, i.number || ' · ' || i.customer_name, s.open, 1
from invoicing.standing s
join invoicing.invoice i on i.tenant = s.tenant and i.id = s.invoice
where s.open > 0 and i.due_on is not null
union all
select i.tenant, i.tenant, i.member, 'writeOffToJudge', i.id, p.proposed_at, null, i.number || ' · ' || i.customer_name, s.open, 1
from invoicing.write_off_proposal p
join invoicing.invoice i on i.tenant = p.tenant and i.id = p.invoice
join invoicing.standing s on s.tenant = p.tenant and s.invoice = p.invoice
where s.open > 0 and p.proposed_by is distinct from access.me()
  and not exists (select from invoicing.write_off_ended e where e.tenant = p.tenant and e.proposal = p.id)
  and not exists (select from invoicing.write_off w where w.tenant = p.tenant and w.proposal = p.id)
union all
select d.tenant, d.tenant, a.member, 'shareToAgree', d.id, d.asked_at, null, l.description, null, 1
from (select distinct tenant, draft, member from invoicing.draft_share where agreed_at is null and refused_because is null) a
join invoicing.draft d on d.tenant = a.tenant and d.id = a.draft
join invoicing.draft_line l on l.tenant = d.tenant and l.draft = d.id and l.line = 1
union all
select w.tenant, w.tenant, w.receiver, 'memberWorkToAnswer', w.id, w.recorded_at, null, w.what, w.net, 1
from invoicing.member_work w
where not exists (select from invoicing.member_work_step s where s.tenant = w.tenant and s.work = w.id);
