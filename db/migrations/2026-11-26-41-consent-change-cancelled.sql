-- A suspension or a withdrawal that has not begun yet can be cancelled: an event of its own, that names the change in words and its first day.
alter table consent.event drop constraint event_kind_check;
alter table consent.event add constraint event_kind_check check (kind in ('sent', 'moreAsked', 'answered', 'granted', 'refused', 'leftUnprocessed',
  'requestWithdrawn', 'suspended', 'resumed', 'consentWithdrawn', 'changeCancelled'));

create or replace view consent.shared_granted with (security_invoker = true) as
select r.tenant, r.id as request, r.member, r.municipality, c.from_day, c.until_day, c.statement_rhythm, c.statement_day
from consent.request r
join consent.event e on e.tenant = r.tenant and e.request = r.id and e.kind = 'granted'
join consent.conditions c on c.tenant = e.tenant and c.event = e.id
where not exists (select from consent.event w where w.tenant = r.tenant and w.request = r.id and w.kind = 'consentWithdrawn'
  and not exists (select from consent.event x where x.tenant = w.tenant and x.request = w.request and x.kind = 'changeCancelled'
    and x.words = 'consentWithdrawn' and x.from_day = w.from_day and x.recorded_at > w.recorded_at));
