-- Work that was sold without consent: what the municipality may know of it is copied here, so that member, coach and case manager see what waits.
-- No customer and no amount: the municipality sees those in the statement only, as totals.
create table consent.waiting_work (
  tenant uuid not null references access.organisation,
  invoice uuid not null,
  -- Who paid the benefit on that day; null when that is not known.
  municipality uuid references access.organisation,
  member uuid not null references access.person,
  performed_on date not null,
  waits_since timestamptz not null,
  over_at timestamptz,
  primary key (tenant, invoice)
);
create index on consent.waiting_work (tenant, member);
create index on consent.waiting_work (municipality, member);
comment on column consent.waiting_work.member is 'personal: whose work waits for a decision; kept: 7 years after the financial year (AWR 52)';
select access.wall('consent.waiting_work', 'tenant = access.org() or municipality = access.org()');

-- For the cooperative per invoice; for the municipality the same rows, without a way to the invoice.
create view consent.shared_waiting_work with (security_invoker = true) as
select w.tenant, w.tenant as owner, w.member, 'invoiceWaiting' as what, w.invoice as id, w.waits_since as since, null::date as until, null::text as about,
  null::bigint as cents, 1 as number
from consent.waiting_work w
where w.over_at is null
union all
select w.tenant, w.municipality, w.member, 'workToDecide', null, min(w.waits_since), null, null, null, count(*)::int
from consent.waiting_work w
where w.over_at is null and w.municipality is not null
group by w.tenant, w.municipality, w.member;
grant select on consent.shared_waiting_work to opbloei_app;
