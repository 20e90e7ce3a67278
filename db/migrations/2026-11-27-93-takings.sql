-- What came in by card on booked market days, so that the bank knows which days a payment of the provider may be.
create view invoicing.shared_takings with (security_invoker = true) as
select t.tenant, i.number, i.member, i.performed_on as on_day, t.by_card as cents
from invoicing.till t join invoicing.invoice i on i.tenant = t.tenant and i.id = t.sheet
where t.by_card > 0;
grant select on invoicing.shared_takings to opbloei_app;
