-- Whoever had asked for a new consent was still told to ask for one, unless it was written down as following on; and whoever took that back was told nothing any more.
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
  coalesce(asked.id, g.request) as id, null::timestamptz as since, g.until_day as until, null::text as about, null::bigint as cents, 1 as number
from consent.shared_granted g
left join lateral (select r.id from consent.request r
  where r.tenant = g.tenant and r.member = g.member and r.municipality = g.municipality and r.id <> g.request
    and (r.renews = g.request or r.wanted_until > g.until_day)
    and not exists (select from consent.event e where e.tenant = r.tenant and e.request = r.id
      and e.kind in ('granted', 'refused', 'leftUnprocessed', 'requestWithdrawn'))
  order by r.id desc limit 1) asked on true
where not exists (select from consent.shared_granted later where later.tenant = g.tenant and later.member = g.member and later.until_day > g.until_day);

-- Somebody who moves was told once what it means, and found nothing at home to do: the new town must consent, and nobody asked it.
create or replace view consent.shared_relocation with (security_invoker = true) as
select r.tenant, r.tenant as owner, r.member, 'relocationToTell' as what, r.id, r.prepared_at as since, r.on_day as until, null::text as about,
  null::bigint as cents, 1 as number
from consent.relocation r
where not exists (select from consent.relocation_step s where s.tenant = r.tenant and s.relocation = r.id)
union all
select n.tenant, n.municipality, n.member, case n.side when 'from' then 'residentLeaves' else 'residentComes' end, n.id, n.told_at, n.on_day, n.member_name,
  null::bigint, 1
from consent.relocation_notice n
where not exists (select from consent.relocation_end e where e.tenant = n.tenant and e.notice = n.id)
  and (n.side = 'from' or not exists (select from consent.request q where q.tenant = n.tenant and q.member = n.member and q.municipality = n.municipality
    and q.sent_at > n.told_at))
union all
select r.tenant, r.tenant, r.member, 'consentElsewhere', r.id, t.recorded_at, r.on_day - 1, null::text, null::bigint, 1
from consent.relocation r
join consent.relocation_step t on t.tenant = r.tenant and t.relocation = r.id and t.what = 'told'
where r.benefit <> 'ends' and r.to_municipality is not null
  and not exists (select from consent.relocation_step c where c.tenant = r.tenant and c.relocation = r.id and c.what = 'calledOff')
  and exists (select from consent.shared_granted g where g.tenant = r.tenant and g.member = r.member and g.municipality = r.from_municipality
    and g.from_day < r.on_day and g.until_day >= r.on_day)
  and not exists (select from consent.request q where q.tenant = r.tenant and q.member = r.member and q.municipality = r.to_municipality
    and q.wanted_until >= r.on_day and not exists (select from consent.event e where e.tenant = q.tenant and e.request = q.id
      and e.kind in ('refused', 'leftUnprocessed', 'requestWithdrawn')));
