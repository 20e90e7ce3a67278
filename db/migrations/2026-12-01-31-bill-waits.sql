-- A bill for a thing waits for its money, as an invoice does: until now neither the member nor the treasurer was told that its last day came near.
create view spending.shared_bill with (security_invoker = true) as
select d.tenant, d.tenant as owner, d.member, 'billToPay' as what, d.id, d.booked_at as since, d.due_on as until, e.name as about,
  d.price - coalesce(p.cents, 0) as cents, 1 as number
from spending.disposal d
join spending.equipment e on e.tenant = d.tenant and e.id = d.equipment
left join lateral (select sum(y.cents)::bigint as cents from spending.bill_payment y where y.tenant = d.tenant and y.disposal = d.id) p on true
where d.paid_by = 'bill' and d.price > coalesce(p.cents, 0)
  and not exists (select from spending.disposal_undone u where u.tenant = d.tenant and u.disposal = d.id);
grant select on spending.shared_bill to opbloei_app;
