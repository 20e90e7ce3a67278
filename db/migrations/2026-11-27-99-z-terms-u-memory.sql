-- A request did not remember advice, a review, an objection that was taken back, an extension asked in time or a decision posted on paper; a reminder was lost when a day's work did not run.
alter table consent.town_rules alter column backdate_days drop not null;

alter table consent.event drop constraint event_kind_check;
alter table consent.event add constraint event_kind_check check (kind in ('sent', 'moreAsked', 'answered', 'granted', 'refused', 'leftUnprocessed',
  'requestWithdrawn', 'suspended', 'resumed', 'consentWithdrawn', 'changeCancelled', 'paperConfirmed', 'paperCorrected', 'delayTold', 'waitingAgreed',
  'defaultTold', 'objected', 'objectionHeard', 'objectionPutOff', 'objectionDecided', 'appealed', 'appealDecided', 'grantedInstead', 'refusedInstead',
  'adviceAsked', 'adviceGiven', 'reviewOpened', 'reviewClosed', 'objectionTakenBack', 'extensionAsked', 'extensionAnswered'));
alter table consent.event drop constraint event_against_check;
alter table consent.event add constraint event_against_check check ((against_kind is null) = (against_on is null) and (against_kind is not null
  or kind not in ('objected', 'objectionHeard', 'objectionPutOff', 'objectionDecided', 'objectionTakenBack', 'appealed', 'appealDecided')));
alter table consent.event add column adviser text not null default '';
alter table consent.event add column paper_reference text;
comment on column consent.event.adviser is 'personal: who was asked for advice (Awb 3:5); kept: 7 years after the consent ends';
comment on column consent.event.paper_reference is 'personal: reference of a decision that was posted on paper; kept: 7 years after the consent ends';
drop index consent.remedy_once;
create unique index remedy_once on consent.event (tenant, request, kind, against_kind, against_on)
  where kind in ('objected', 'objectionPutOff', 'objectionDecided', 'objectionTakenBack', 'appealed', 'appealDecided');

-- Who was told of which term and how long before its last day: a day without the job is made up for, and nobody is told twice.
create table consent.reminded (
  tenant uuid not null references access.organisation,
  request uuid not null,
  municipality uuid not null references access.organisation,
  side text not null check (side in ('municipality', 'applicant')),
  term text not null,
  about text not null,
  last_day date not null,
  days_before smallint not null,
  told_at timestamptz not null,
  primary key (tenant, request, side, term, about, last_day, days_before),
  foreign key (tenant, request) references consent.request (tenant, id)
);
select access.wall_append_only('consent.reminded', 'tenant = access.org() or municipality = access.org()');

-- Post goes by mail only to whoever said so (Awb 2:14); every choice stays with its day.
create table consent.posting_choice (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  municipality uuid not null references access.organisation,
  electronic boolean not null,
  chosen_at timestamptz not null,
  primary key (tenant, id)
);
create index on consent.posting_choice (tenant, member, municipality);
comment on column consent.posting_choice.member is 'personal: who chose how the municipality may write; kept: 7 years after the consent ends';
select access.wall_append_only('consent.posting_choice', 'tenant = access.org() or municipality = access.org()');
drop policy wall on consent.posting_choice;
create policy both_sides_read on consent.posting_choice for select using (tenant = access.org() or municipality = access.org());
create policy own_choice on consent.posting_choice for insert with check (tenant = access.org() and member = access.me());

-- A consent that goes on because its extension was asked in time ends when that is answered; open it counts as going on for a year.
create or replace view consent.shared_granted with (security_invoker = true) as
select r.tenant, r.id as request, r.member, r.municipality, c.from_day,
  case when x.kind = 'extensionAsked' and x.outcome = 'runsOn' then (c.until_day + interval '1 year')::date
    when x.kind = 'extensionAnswered' then greatest(c.until_day, x.from_day - 1) else c.until_day end as until_day,
  c.statement_rhythm, c.statement_day
from consent.request r
join lateral (select e.tenant, e.id from consent.event e where e.tenant = r.tenant and e.request = r.id and e.kind in ('granted', 'paperCorrected', 'grantedInstead')
  order by e.recorded_at desc, e.id desc limit 1) e on true
join consent.conditions c on c.tenant = e.tenant and c.event = e.id
left join lateral (select e.kind, e.outcome, e.from_day from consent.event e
  where e.tenant = r.tenant and e.request = r.id and e.kind in ('extensionAsked', 'extensionAnswered')
  order by e.recorded_at desc, e.id desc limit 1) x on true
where not exists (select from consent.event w where w.tenant = r.tenant and w.request = r.id and w.kind = 'consentWithdrawn'
  and not exists (select from consent.event x where x.tenant = w.tenant and x.request = w.request and x.kind = 'changeCancelled'
    and x.words = 'consentWithdrawn' and x.from_day = w.from_day and x.recorded_at > w.recorded_at));

-- Advice and an extension leave the request where it waits too.
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
  where e.tenant = r.tenant and e.request = r.id and e.kind not in ('delayTold', 'waitingAgreed', 'defaultTold', 'adviceAsked', 'adviceGiven')
  order by e.recorded_at desc, e.id desc limit 1) last on true
where last.kind in ('sent', 'answered', 'moreAsked')
union all
select g.tenant, g.tenant as owner, g.member, 'consentEnding'::text as what, g.request as id, null::timestamptz as since, g.until_day as until,
  null::text as about, null::bigint as cents, 1 as number
from consent.shared_granted g
where not exists (select from consent.request r where r.tenant = g.tenant and r.member = g.member and r.renews = g.request)
  and not exists (select from consent.shared_granted later where later.tenant = g.tenant and later.member = g.member and later.until_day > g.until_day);
