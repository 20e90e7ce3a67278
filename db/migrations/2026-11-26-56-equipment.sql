-- Things bought from a pot that stay: whose they are, where, since when and for how much; who has one on loan, and how it went.
create table spending.equipment (
  tenant uuid not null references access.organisation,
  id uuid not null,
  request uuid not null,
  member uuid not null references access.person,
  owner text not null check (owner in ('cooperative', 'member')),
  name text not null,
  place text,
  serial text,
  photo uuid,
  bought_on date not null,
  value bigint not null check (value > 0),
  years smallint not null check (years between 1 and 50),
  registered_by uuid not null references access.person,
  registered_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, request) references spending.request
);
create unique index thing_once on spending.equipment (tenant, request, name);
create index on spending.equipment (tenant, member);
comment on column spending.equipment.member is 'personal: from whose budget a thing was bought; kept: 7 years after the financial year (AWR 52)';
comment on column spending.equipment.name is 'personal: which thing a member uses; kept: 7 years after the financial year (AWR 52)';
comment on column spending.equipment.place is 'personal: where a thing is, which can be at a home; kept: until the thing is gone';
comment on column spending.equipment.photo is 'personal: what a thing looks like, perhaps at a home; kept: 7 years after the financial year (AWR 52)';
comment on column spending.equipment.registered_by is 'personal: who wrote it down; kept: 7 years after the financial year (AWR 52)';
select access.wall('spending.equipment');
revoke delete on spending.equipment from opbloei_app;

-- Where a thing stands follows from these rows: lent, brought back, or gone for good.
create table spending.equipment_step (
  tenant uuid not null,
  equipment uuid not null,
  nr smallint not null check (nr > 0),
  kind text not null check (kind in ('lent', 'returned', 'sold', 'lost', 'given')),
  member uuid references access.person,
  on_day date not null,
  note text,
  person uuid not null references access.person,
  at timestamptz not null,
  primary key (tenant, equipment, nr),
  foreign key (tenant, equipment) references spending.equipment,
  check (kind <> 'lent' or member is not null)
);
comment on column spending.equipment_step.member is 'personal: who has a thing, or got it; kept: 7 years after the financial year (AWR 52)';
comment on column spending.equipment_step.note is 'personal: how a thing went; kept: 7 years after the financial year (AWR 52)';
comment on column spending.equipment_step.person is 'personal: who wrote it down; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.equipment_step');
