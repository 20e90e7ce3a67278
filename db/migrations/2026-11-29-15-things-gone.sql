-- A thing that is sold, lost or given away leaves the books in one entry, and whoever buys it gets a bill that is no claim: what somebody owes for a thing is not money paid out without right.
insert into ledger.chart (code, number, rgs, name, kind, per_member) values
  ('equipmentWorn', '0250', 'BMvaBeiCae', 'Afschrijving gereedschap en inventaris', 'asset', false),
  ('owedForThing', '1310', 'BVorVlc', 'Te ontvangen van lid voor een spul', 'asset', true),
  ('owedElsewhere', '1320', 'BVorOvrOvk', 'Te ontvangen voor verkochte spullen', 'asset', false),
  ('fundPayable', '1640', 'BSchOvsOvs', 'Over te dragen aan fonds van andere coöperatie', 'liability', true),
  ('wear', '4600', 'WAfsAmvBei', 'Afschrijving', 'expense', false),
  ('thingResult', '4610', 'WAfsRvmBei', 'Boekresultaat spullen', 'expense', false);

-- Taking back that a thing is gone takes back the step before it too.
alter table spending.equipment_step drop constraint equipment_step_kind_check;
alter table spending.equipment_step add constraint equipment_step_kind_check check (kind in ('lent', 'returned', 'sold', 'lost', 'given', 'undone'));

-- How a thing left the books: what it cost, what of that was written off before, and what came for it.
create table spending.disposal (
  tenant uuid not null references access.organisation,
  id uuid not null,
  equipment uuid not null,
  kind text not null check (kind in ('sold', 'lost', 'given')),
  on_day date not null,
  -- Who bought or got it; a buyer who is no member stands in buyer.
  member uuid references access.person,
  buyer text,
  -- What the buyer pays, VAT included; nothing where it was lost or given.
  price bigint not null check (price >= 0),
  vat bigint not null check (vat >= 0),
  treatment text not null check (treatment in ('standard', 'kor', 'margin', 'exempt', 'none')),
  -- How it had been bought, where the books alone do not say which VAT holds.
  bought_how text check (bought_how in ('withVat', 'secondHand', 'exemptUse')),
  cost bigint not null check (cost >= 0),
  worn bigint not null check (worn >= 0 and worn <= cost),
  paid_by text check (paid_by in ('bill', 'cash')),
  number text,
  -- The bill as it was made, frozen.
  document jsonb,
  due_on date,
  entry uuid,
  booked_by uuid not null references access.person,
  booked_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, number),
  check ((kind = 'sold') = (number is not null) and (kind = 'sold') = (document is not null)),
  foreign key (tenant, equipment) references spending.equipment,
  foreign key (tenant, entry) references ledger.entry
);
create index on spending.disposal (tenant, equipment);
create index on spending.disposal (tenant, member);
comment on column spending.disposal.member is 'personal: who bought or got a thing; kept: 7 years after the financial year (AWR 52)';
comment on column spending.disposal.buyer is 'personal: name and address of a buyer who is no member, for the bill; kept: 7 years after the financial year (AWR 52)';
comment on column spending.disposal.document is 'personal: the bill as it was sent; kept: 7 years after the financial year (AWR 52)';
comment on column spending.disposal.booked_by is 'personal: who booked it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.disposal');

create table spending.disposal_undone (
  tenant uuid not null,
  disposal uuid not null,
  -- The number of the credit note, where there was a bill.
  number text,
  reason text not null,
  on_day date not null,
  undone_by uuid not null references access.person,
  undone_at timestamptz not null,
  primary key (tenant, disposal),
  unique (tenant, number),
  foreign key (tenant, disposal) references spending.disposal
);
comment on column spending.disposal_undone.reason is 'personal: why it was taken back; kept: 7 years after the financial year (AWR 52)';
comment on column spending.disposal_undone.undone_by is 'personal: who took it back; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.disposal_undone');

create view spending.gone with (security_invoker = true) as
select d.* from spending.disposal d
where not exists (select from spending.disposal_undone u where u.tenant = d.tenant and u.disposal = d.id);
grant select on spending.gone to opbloei_app;

-- Money for a bill, by the bank or set off against a pot; below zero where it was taken back.
create table spending.bill_payment (
  tenant uuid not null,
  id uuid not null,
  disposal uuid not null,
  cents bigint not null check (cents <> 0),
  how text not null check (how in ('bank', 'pot')),
  on_day date not null,
  source_kind text not null,
  source_id text not null,
  entry uuid not null,
  at timestamptz not null,
  primary key (tenant, id),
  constraint paid_once unique (tenant, disposal, source_kind, source_id),
  foreign key (tenant, disposal) references spending.disposal,
  foreign key (tenant, entry) references ledger.entry
);
create index on spending.bill_payment (tenant, source_kind, source_id);
select access.wall_append_only('spending.bill_payment');

-- The numbers of the bills for things: a series of its own without gaps, for each year (Wet OB art. 35a).
create table spending.bill_series (
  tenant uuid not null references access.organisation,
  year int not null,
  last int not null check (last >= 0),
  last_on date,
  primary key (tenant, year)
);
select access.wall('spending.bill_series');
revoke delete on spending.bill_series from opbloei_app;

-- Wear of things in the books, of all things together until a day; each thing has its own part.
create table spending.wear (
  tenant uuid not null references access.organisation,
  id uuid not null,
  until date not null,
  entry uuid not null,
  booked_by uuid not null references access.person,
  booked_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, entry) references ledger.entry
);
create index on spending.wear (tenant, until);
comment on column spending.wear.booked_by is 'personal: who booked it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.wear');

create table spending.wear_part (
  tenant uuid not null,
  wear uuid not null,
  equipment uuid not null,
  cents bigint not null check (cents <> 0),
  primary key (tenant, wear, equipment),
  foreign key (tenant, wear) references spending.wear,
  foreign key (tenant, equipment) references spending.equipment
);
create index on spending.wear_part (tenant, equipment);
select access.wall_append_only('spending.wear_part');

create table spending.wear_undone (
  tenant uuid not null,
  wear uuid not null,
  reason text not null,
  undone_by uuid not null references access.person,
  undone_at timestamptz not null,
  primary key (tenant, wear),
  foreign key (tenant, wear) references spending.wear
);
comment on column spending.wear_undone.undone_by is 'personal: who took it back; kept: 7 years after the financial year (AWR 52)';
comment on column spending.wear_undone.reason is 'personal: why it was taken back; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.wear_undone');

create view spending.worn with (security_invoker = true) as
select w.* from spending.wear w
where not exists (select from spending.wear_undone u where u.tenant = w.tenant and u.wear = w.id);
grant select on spending.worn to opbloei_app;

-- A payment of such a bill is a part of a bank line like any other.
alter table banking.booking_part drop constraint booking_part_what_check;
alter table banking.booking_part add constraint booking_part_what_check check (what in ('receipt', 'refund', 'cost', 'bill', 'entry', 'returned'));
