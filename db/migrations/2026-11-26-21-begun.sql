-- How far a cooperative is with beginning, told by each room in a view of its own, so that the page that leads through it asks one question.
-- step: what was done, in the order of the page; until: the last day it counts, where it ends.
create view organisations.shared_begun with (security_invoker = true) as
select c.tenant, 'organisation' as step, null::date as until from organisations.cooperative c;
grant select on organisations.shared_begun to opbloei_app;

create view access.shared_begun with (security_invoker = true) as
select a.organisation as tenant, a.role as step, max(coalesce(a.until, 'infinity'::date)) as until
from access.affiliation a where a.organisation = access.org() and a.role in ('coach', 'treasurer', 'board')
group by a.organisation, a.role;
grant select on access.shared_begun to opbloei_app;

create view members.shared_begun with (security_invoker = true) as
select o.id as tenant, 'members' as step, null::date as until from access.organisation o
where exists (select from members.journey_step s where s.tenant = o.id and s.stage in ('trial', 'member'));
grant select on members.shared_begun to opbloei_app;

create view agreements.shared_begun with (security_invoker = true) as
select o.id as tenant, 'agreements' as step, null::date as until from access.organisation o
where exists (select from agreements.signature s join agreements.version v on v.tenant = s.tenant and v.id = s.version
  where s.tenant = o.id and s.party = 'cooperative' and v.dropped_at is null);
grant select on agreements.shared_begun to opbloei_app;

create view ledger.shared_begun with (security_invoker = true) as
select o.id as tenant, 'opening' as step, null::date as until from access.organisation o
where exists (select from ledger.entry e where e.tenant = o.id);
grant select on ledger.shared_begun to opbloei_app;

create view invoicing.shared_begun with (security_invoker = true) as
select o.id as tenant, 'number' as step, null::date as until from access.organisation o
where exists (select from invoicing.series s where s.tenant = o.id);
grant select on invoicing.shared_begun to opbloei_app;
