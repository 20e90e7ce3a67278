-- A review that a member asked for waits at the desk of the case manager, until it is answered.
create view consent.shared_review with (security_invoker = true) as
select e.tenant, e.municipality as owner, e.member, e.request as id, r.member_name as about, e.on_day as asked_on, e.recorded_at as since,
  -- The term goes by the own rules of the day on which the request came in (Awb 4:13).
  (select t.own_weeks from consent.town_rules t where t.municipality = e.municipality and t.from_day <= e.on_day
    order by t.from_day desc, t.set_at desc, t.id desc limit 1) as weeks
from consent.event e
join consent.request r on r.tenant = e.tenant and r.id = e.request
where e.kind = 'reviewOpened' and e.recorded_role = 'member'
  and not exists (select from consent.event n where n.tenant = e.tenant and n.request = e.request
    and n.kind in ('reviewClosed', 'grantedInstead', 'refusedInstead', 'suspended', 'consentWithdrawn') and (n.recorded_at, n.id) > (e.recorded_at, e.id));
grant select on consent.shared_review to opbloei_app;
