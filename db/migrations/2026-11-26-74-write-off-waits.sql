-- A proposal to write off waited on nobody's list; it waits for everybody but the one who made it.
create or replace view invoicing.shared_waiting with (security_invoker = true) as
select d.tenant, d.tenant as owner, d.member, case when d.returned_because is null then 'invoiceToSend' else 'invoiceReturned' end as what, d.id,
  d.asked_at as since, null::date as until, coalesce(d.returned_because, d.reference) as about, null::bigint as cents, 1 as number
from invoicing.draft d
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
  and not exists (select from invoicing.write_off w where w.tenant = p.tenant and w.proposal = p.id);
