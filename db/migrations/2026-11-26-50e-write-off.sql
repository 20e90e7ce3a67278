-- A proposal to write off could not be refused or taken back, money that came after it could not be booked, and its VAT waited for nobody.
alter table invoicing.write_off_proposal add column certain boolean not null default false;
alter table invoicing.write_off_proposal alter column certain drop default;

-- A proposal that was refused by another or withdrawn by whoever made it.
create table invoicing.write_off_ended (
  tenant uuid not null,
  proposal uuid not null,
  outcome text not null check (outcome in ('refused', 'withdrawn')),
  reason text not null,
  ended_by uuid not null references access.person,
  ended_at timestamptz not null,
  primary key (tenant, proposal),
  foreign key (tenant, proposal) references invoicing.write_off_proposal (tenant, id)
);
comment on column invoicing.write_off_ended.ended_by is 'personal: who ended it; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.write_off_ended.reason is 'personal: why it was not written off; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.write_off_ended');

-- A payment from before can be undone after a write-off: then what is open again may be written off again.
alter table invoicing.write_off drop constraint write_off_pkey;
alter table invoicing.write_off add primary key (tenant, proposal);
create index on invoicing.write_off (tenant, invoice);

-- VAT on bad debt that came back from the tax office (Wet OB art. 29).
create table invoicing.vat_relief (
  tenant uuid not null,
  proposal uuid not null,
  invoice uuid not null,
  on_day date not null,
  cents bigint not null check (cents > 0),
  entry uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant, proposal),
  foreign key (tenant, proposal) references invoicing.write_off
);
create index on invoicing.vat_relief (tenant, invoice);
select access.wall_append_only('invoicing.vat_relief');

-- Money of a customer for what was written off: the bad debt is undone in proportion, and VAT that came back is owed again.
create table invoicing.recovered (
  tenant uuid not null,
  receipt uuid not null,
  invoice uuid not null,
  cents bigint not null check (cents > 0),
  vat_back bigint not null check (vat_back >= 0),
  entry uuid not null,
  primary key (tenant, receipt),
  foreign key (tenant, receipt) references invoicing.receipt,
  foreign key (tenant, invoice) references invoicing.invoice
);
create index on invoicing.recovered (tenant, invoice);
select access.wall_append_only('invoicing.recovered');

-- Write-offs of before took their VAT at once when the year had passed.
alter table invoicing.write_off no force row level security;
alter table invoicing.invoice no force row level security;
alter table invoicing.vat_relief no force row level security;
insert into invoicing.vat_relief (tenant, proposal, invoice, on_day, cents, entry, recorded_at)
select w.tenant, w.proposal, w.invoice, w.on_day, round(w.cents::numeric * i.vat / i.payable)::bigint, w.entry, w.agreed_at
from invoicing.write_off w join invoicing.invoice i on i.tenant = w.tenant and i.id = w.invoice
where i.due_on is not null and w.on_day >= i.due_on + interval '12 months' and i.payable > 0 and round(w.cents::numeric * i.vat / i.payable) > 0;
alter table invoicing.write_off force row level security;
alter table invoicing.invoice force row level security;
alter table invoicing.vat_relief force row level security;

create or replace view invoicing.standing with (security_invoker = true) as
select i.tenant, i.id as invoice, i.payable,
  coalesce(r.gross, 0)::bigint as received,
  coalesce(u.gross, 0)::bigint as undone,
  coalesce(c.payable, 0)::bigint as credited,
  coalesce(f.cents, 0)::bigint as refunded,
  coalesce(w.cents, 0)::bigint as written_off,
  (i.payable - coalesce(r.gross, 0) + coalesce(u.gross, 0) - coalesce(c.payable, 0) + coalesce(f.cents, 0) - coalesce(w.cents, 0))::bigint as open
from invoicing.invoice i
left join lateral (select sum(gross) as gross from invoicing.receipt x where x.tenant = i.tenant and x.invoice = i.id) r on true
left join lateral (select sum(gross) as gross from invoicing.receipt x join invoicing.receipt_undone y on y.tenant = x.tenant and y.receipt = x.id
  where x.tenant = i.tenant and x.invoice = i.id) u on true
left join lateral (select sum(payable) as payable from invoicing.invoice x where x.tenant = i.tenant and x.credits = i.id) c on true
left join lateral (select sum(cents) as cents from invoicing.refund x where x.tenant = i.tenant and x.invoice = i.id
  and not exists (select from invoicing.refund_undone y where y.tenant = x.tenant and y.refund = x.id)) f on true
left join lateral (select sum(x.cents) as cents from (
  select cents from invoicing.write_off x where x.tenant = i.tenant and x.invoice = i.id
  union all
  select -cents from invoicing.recovered x where x.tenant = i.tenant and x.invoice = i.id
    and not exists (select from invoicing.receipt_undone y where y.tenant = x.tenant and y.receipt = x.receipt)) x) w on true
where i.kind <> 'credit-note';
