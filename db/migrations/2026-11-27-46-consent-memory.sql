-- A request ended with its decision: now delay, waiting by agreement, default, objection, appeal and a new decision in the place of the last are kept too.
alter table consent.event drop constraint event_kind_check;
alter table consent.event add constraint event_kind_check check (kind in ('sent', 'moreAsked', 'answered', 'granted', 'refused', 'leftUnprocessed',
  'requestWithdrawn', 'suspended', 'resumed', 'consentWithdrawn', 'changeCancelled', 'paperConfirmed', 'paperCorrected', 'delayTold', 'waitingAgreed',
  'defaultTold', 'objected', 'objectionHeard', 'objectionPutOff', 'objectionDecided', 'appealed', 'appealDecided', 'grantedInstead', 'refusedInstead'));
alter table consent.event add column against_kind text;
alter table consent.event add column against_on date;
alter table consent.event add column outcome text;
alter table consent.event add column weeks smallint check (weeks between 1 and 6);
alter table consent.event add column late_because text not null default '';
alter table consent.event add constraint event_against_check check ((against_kind is null) = (against_on is null)
  and (against_kind is not null or kind not in ('objected', 'objectionHeard', 'objectionPutOff', 'objectionDecided', 'appealed', 'appealDecided')));
comment on column consent.event.late_because is 'personal: why an objection came after its term (Awb 6:11); kept: 7 years after the consent ends';
create unique index delay_told_once on consent.event (tenant, request) where kind = 'delayTold';
create unique index default_told_once on consent.event (tenant, request) where kind = 'defaultTold';
create unique index remedy_once on consent.event (tenant, request, kind, against_kind, against_on)
  where kind in ('objected', 'objectionPutOff', 'objectionDecided', 'appealed', 'appealDecided');

-- A new decision that grants counts instead of the last.
create or replace view consent.shared_granted with (security_invoker = true) as
select r.tenant, r.id as request, r.member, r.municipality, c.from_day, c.until_day, c.statement_rhythm, c.statement_day
from consent.request r
join lateral (select e.tenant, e.id from consent.event e where e.tenant = r.tenant and e.request = r.id and e.kind in ('granted', 'paperCorrected', 'grantedInstead')
  order by e.recorded_at desc, e.id desc limit 1) e on true
join consent.conditions c on c.tenant = e.tenant and c.event = e.id
where not exists (select from consent.event w where w.tenant = r.tenant and w.request = r.id and w.kind = 'consentWithdrawn'
  and not exists (select from consent.event x where x.tenant = w.tenant and x.request = w.request and x.kind = 'changeCancelled'
    and x.words = 'consentWithdrawn' and x.from_day = w.from_day and x.recorded_at > w.recorded_at));

-- More time and a notice of default leave the request where it waits.
create or replace view consent.shared_waiting with (security_invoker = true) as
select d.tenant, d.tenant as owner, d.member, 'consentDraft'::text as what, d.id, d.prepared_at as since, null::date as until, d.work as about,
  null::bigint as cents, 1 as number
from consent.draft d
where d.dropped_at is null and not exists (select from consent.request r where r.tenant = d.tenant and r.id = d.id)
union all
select r.tenant, case last.kind when 'moreAsked' then r.tenant else r.municipality end as owner, r.member,
  case last.kind when 'moreAsked' then 'consentToAnswer' else 'consentToDecide' end as what, r.id, last.recorded_at as since, last.answer_before as until,
  last.words as about, null::bigint as cents, 1 as number
from consent.request r
join lateral (select e.kind, e.recorded_at, e.answer_before, e.words from consent.event e
  where e.tenant = r.tenant and e.request = r.id and e.kind not in ('delayTold', 'waitingAgreed', 'defaultTold')
  order by e.recorded_at desc, e.id desc limit 1) last on true
where last.kind in ('sent', 'answered', 'moreAsked')
union all
select g.tenant, g.tenant as owner, g.member, 'consentEnding'::text as what, g.request as id, null::timestamptz as since, g.until_day as until,
  null::text as about, null::bigint as cents, 1 as number
from consent.shared_granted g
where not exists (select from consent.request r where r.tenant = g.tenant and r.member = g.member and r.renews = g.request)
  and not exists (select from consent.shared_granted later where later.tenant = g.tenant and later.member = g.member and later.until_day > g.until_day);
