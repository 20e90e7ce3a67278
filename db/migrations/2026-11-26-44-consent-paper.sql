-- A consent taken over from paper was believed as the cooperative wrote it down: now the municipality that gave it confirms it, or says what is right.
alter table consent.event drop constraint event_kind_check;
alter table consent.event add constraint event_kind_check check (kind in ('sent', 'moreAsked', 'answered', 'granted', 'refused', 'leftUnprocessed',
  'requestWithdrawn', 'suspended', 'resumed', 'consentWithdrawn', 'changeCancelled', 'paperConfirmed', 'paperCorrected'));
create unique index paper_answered_once on consent.event (tenant, request) where kind in ('paperConfirmed', 'paperCorrected');

-- What was taken over so far says so in its first event, like what comes from now on.
alter table consent.event no force row level security;
alter table consent.request no force row level security;
alter table consent.event disable trigger only_added;
update consent.event e set words = 'paper' from consent.request r
where r.tenant = e.tenant and r.id = e.request and e.kind = 'sent' and r.authorisation = 'Overgenomen uit een besluit op papier, van vóór Opbloei.';
alter table consent.event enable trigger only_added;
alter table consent.event force row level security;
alter table consent.request force row level security;

-- What the municipality corrected counts instead of what was taken over.
create or replace view consent.shared_granted with (security_invoker = true) as
select r.tenant, r.id as request, r.member, r.municipality, c.from_day, c.until_day, c.statement_rhythm, c.statement_day
from consent.request r
join lateral (select e.tenant, e.id from consent.event e where e.tenant = r.tenant and e.request = r.id and e.kind in ('granted', 'paperCorrected')
  order by e.recorded_at desc, e.id desc limit 1) e on true
join consent.conditions c on c.tenant = e.tenant and c.event = e.id
where not exists (select from consent.event w where w.tenant = r.tenant and w.request = r.id and w.kind = 'consentWithdrawn'
  and not exists (select from consent.event x where x.tenant = w.tenant and x.request = w.request and x.kind = 'changeCancelled'
    and x.words = 'consentWithdrawn' and x.from_day = w.from_day and x.recorded_at > w.recorded_at));

-- For the cooperative per invoice; for the municipality the same rows, without a way to the invoice. Once a consent counts on the day of the work the
-- money waits for its release and no more for a decision: that is at another desk.
create or replace view consent.shared_waiting_work with (security_invoker = true) as
select w.tenant, w.tenant as owner, w.member, case when exists (select from consent.shared_granted g
    where g.tenant = w.tenant and g.member = w.member and g.municipality = w.municipality and w.performed_on between g.from_day and g.until_day
      and not exists (select from consent.event s where s.tenant = g.tenant and s.request = g.request and s.kind = 'suspended'
        and s.from_day <= w.performed_on and (s.until_day is null or s.until_day >= w.performed_on)
        and not exists (select from consent.event x where x.tenant = s.tenant and x.request = s.request and x.recorded_at > s.recorded_at
          and ((x.kind = 'resumed' and x.from_day <= w.performed_on) or (x.kind = 'changeCancelled' and x.words = 'suspended' and x.from_day = s.from_day)))))
  then 'invoiceToRelease' else 'invoiceWaiting' end as what,
  w.invoice as id, w.waits_since as since, null::date as until, null::text as about, null::bigint as cents, 1 as number
from consent.waiting_work w
where w.over_at is null
union all
select w.tenant, w.municipality, w.member, 'workToDecide', null, min(w.waits_since), null, null, null, count(*)::int
from consent.waiting_work w
where w.over_at is null and w.municipality is not null
group by w.tenant, w.municipality, w.member;
