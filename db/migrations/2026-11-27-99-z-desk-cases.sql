-- The desk read every file of a municipality to show fifty: now it asks which cases are whose, and reads only what a tab shows.
-- Whose role ended has no cases: the days are those of both.
create view access.shared_case with (security_invoker = true) as
select r.organisation, r.subject, r.professional, greatest(r.since, a.since) as since, least(r.until, a.until) as until
from access.relation r
join access.affiliation a on a.organisation = r.organisation and a.person = r.professional and a.role = 'caseManager'
where r.kind = 'caseManager';
grant select on access.shared_case to opbloei_app;
create index waits_by_member on consent.waiting_work (municipality, tenant, member) where over_at is null;
