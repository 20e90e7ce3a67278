-- Letters that went on paper and have no day of posting stood only on the page of their own request: the desk lists them, with since when they lie there.
create view consent.shared_to_post with (security_invoker = true) as
select n.tenant, n.municipality as owner, r.member, n.request as id, n.kind, n.event_at, r.member_name as about, r.cooperative_name, n.recorded_at as since
from consent.notification n
join consent.request r on r.tenant = n.tenant and r.id = n.request
where n.way = 'post' and n.notified_on is null
  and not exists (select from consent.notification p where p.tenant = n.tenant and p.request = n.request and p.kind = n.kind and p.event_at = n.event_at
    and p.notified_on is not null);
grant select on consent.shared_to_post to opbloei_app;
