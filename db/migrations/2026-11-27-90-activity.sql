-- A coach sees of whom nothing came for three weeks: each room says when a member, or somebody for the member, last did something there.
-- Only work and paper count. When somebody signed in is nobody's business, and is not said.

create view consent.shared_activity with (security_invoker = true) as
select d.tenant, d.member, d.prepared_at as at from consent.draft d
union all
select r.tenant, r.member, max(e.recorded_at) from consent.request r
join consent.event e on e.tenant = r.tenant and e.request = r.id and e.kind in ('sent', 'answered')
group by r.tenant, r.member;
grant select on consent.shared_activity to opbloei_app;

create view invoicing.shared_activity with (security_invoker = true) as
select d.tenant, d.member, max(d.asked_at) as at from invoicing.draft d group by d.tenant, d.member
union all
select i.tenant, i.member, max(i.sent_at) from invoicing.invoice i where i.kind <> 'credit-note' group by i.tenant, i.member;
grant select on invoicing.shared_activity to opbloei_app;

create view spending.shared_activity with (security_invoker = true) as
select r.tenant, r.member, max(r.sent_at) as at from spending.receipt r group by r.tenant, r.member
union all
select r.tenant, r.member, max(r.asked_at) from spending.request r group by r.tenant, r.member;
grant select on spending.shared_activity to opbloei_app;

create view settlement.shared_activity with (security_invoker = true) as
select s.tenant, s.member, max(s.released_at) as at from settlement.month_statement s group by s.tenant, s.member
union all
select q.tenant, q.member, max(q.asked_at) from settlement.statement_question q where q.municipality is null group by q.tenant, q.member;
grant select on settlement.shared_activity to opbloei_app;
