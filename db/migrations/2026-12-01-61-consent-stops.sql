-- A withdrawal for a day to come was told on the page of the request alone: home said nothing, and no last day any more.
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
    and later.kind in ('objectionMended', 'objectionDecided', 'objectionTakenBack') and later.recorded_at > e.recorded_at)
union all
-- A withdrawal that was written down: until which day the consent still counts. Not where another one goes on without a gap.
select g.tenant, g.tenant as owner, g.member, 'consentStops' as what, g.request as id, null::timestamptz as since, g.until_day as until, null::text as about,
  null::bigint as cents, 1 as number
from consent.shared_granted g
where g.withdrawn and not exists (select from consent.shared_granted other where not other.withdrawn and other.tenant = g.tenant and other.member = g.member
  and other.from_day <= g.until_day + 1 and other.until_day > g.until_day);
