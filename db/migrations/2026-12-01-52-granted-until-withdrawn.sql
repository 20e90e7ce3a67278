-- A withdrawal took a consent out of what was granted from the day it was written down on, and with it the statements of the months in which it counted: nobody
-- was told that they were to be sent. It ends on the day before the withdrawal now; that it ends asks for no new request, as before.
create or replace view consent.shared_granted with (security_invoker = true) as
select r.tenant, r.id as request, r.member, r.municipality, c.from_day,
  least(case when x.kind = 'extensionAsked' and x.outcome = 'runsOn' then (c.until_day + interval '1 year')::date
    when x.kind = 'extensionAnswered' then greatest(c.until_day, x.from_day - 1) else c.until_day end, w.from_day - 1) as until_day,
  c.statement_rhythm, c.statement_day,
  case when x.kind = 'extensionAnswered' then greatest(c.until_day, x.from_day - 1) else c.until_day end as granted_until,
  w.from_day is not null as withdrawn
from consent.request r
join lateral (select e.tenant, e.id from consent.event e where e.tenant = r.tenant and e.request = r.id and e.kind in ('granted', 'paperCorrected', 'grantedInstead')
  order by e.recorded_at desc, e.id desc limit 1) e on true
join consent.conditions c on c.tenant = e.tenant and c.event = e.id
left join lateral (select e.kind, e.outcome, e.from_day from consent.event e
  where e.tenant = r.tenant and e.request = r.id and e.kind in ('extensionAsked', 'extensionAnswered')
  order by e.recorded_at desc, e.id desc limit 1) x on true
left join lateral (select min(w.from_day) as from_day from consent.event w where w.tenant = r.tenant and w.request = r.id and w.kind = 'consentWithdrawn'
  and not exists (select from consent.event x where x.tenant = w.tenant and x.request = w.request and x.kind = 'changeCancelled'
    and x.words = 'consentWithdrawn' and x.from_day = w.from_day and x.recorded_at > w.recorded_at)) w on true
where w.from_day is null or w.from_day > c.from_day;

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
-- Of a consent of which a new one was asked for and not decided about, the request is what one looks at.
select g.tenant, g.tenant as owner, g.member, case when asked.id is null then 'consentEnding' else 'consentAsked' end as what,
  coalesce(asked.id, g.request) as id, null::timestamptz as since, g.granted_until as until, null::text as about, null::bigint as cents, 1 as number
from consent.shared_granted g
left join lateral (select r.id from consent.request r
  where r.tenant = g.tenant and r.member = g.member and r.municipality = g.municipality and r.id <> g.request
    and (r.renews = g.request or r.wanted_until > g.until_day)
    and not exists (select from consent.event e where e.tenant = r.tenant and e.request = r.id
      and e.kind in ('granted', 'refused', 'leftUnprocessed', 'requestWithdrawn'))
  order by r.id desc limit 1) asked on true
where not g.withdrawn and not exists (select from consent.shared_granted later where not later.withdrawn and later.tenant = g.tenant and later.member = g.member and later.until_day > g.until_day)
union all
-- Until it was sent, or the objection was decided or taken back.
select e.tenant, e.tenant as owner, e.member, 'objectionToMend' as what, e.request as id, e.recorded_at as since, e.answer_before as until, e.words as about,
  null::bigint as cents, 1 as number
from consent.event e
where e.kind = 'objectionMendAsked' and not exists (select from consent.event later
  where later.tenant = e.tenant and later.request = e.request and later.against_kind = e.against_kind and later.against_on = e.against_on
    and later.kind in ('objectionMended', 'objectionDecided', 'objectionTakenBack') and later.recorded_at > e.recorded_at);
