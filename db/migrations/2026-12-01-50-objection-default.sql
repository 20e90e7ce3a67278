-- That the decision on an objection is late is told too (Awb 7:14): once for the request, and once for each objection.
drop index consent.default_told_once;
create unique index default_told_once on consent.event (tenant, request, coalesce(against_kind, ''), coalesce(against_on, '-infinity'::date))
where kind = 'defaultTold';
