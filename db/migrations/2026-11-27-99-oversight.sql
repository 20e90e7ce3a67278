-- A municipality may look at receipts only through a sample that everybody can do again: what was drawn is copied, and nothing else is seen.
create schema oversight;

-- What the municipality asks, before anything is drawn. tenant: the cooperative. size or percent; seen_days: how long it sees what was drawn after closing.
create table oversight.sample (
  tenant uuid not null references access.organisation,
  municipality uuid not null references access.organisation,
  id uuid not null,
  kind text not null check (kind in ('receipt', 'statement')),
  from_day date not null,
  until_day date not null,
  size int check (size > 0),
  percent int check (percent between 1 and 100),
  reason text not null,
  seen_days int not null check (seen_days between 0 and 366),
  cooperative_name text not null,
  municipality_name text not null,
  asked_at timestamptz not null,
  asked_by uuid not null references access.person,
  primary key (tenant, id),
  check ((size is null) <> (percent is null)),
  check (from_day <= until_day)
);
create index on oversight.sample (municipality, asked_at);
comment on column oversight.sample.reason is 'personal: why the municipality looks, in its own words; kept: 7 years after closing';
comment on column oversight.sample.asked_by is 'personal: who asked for the sample; kept: 7 years after closing';
select access.wall_append_only('oversight.sample', 'municipality = access.org()');
create policy cooperative_reads on oversight.sample for select using (tenant = access.org());

-- Among whose things is drawn: the own residents of whoever asks.
create table oversight.resident (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  sample uuid not null,
  member uuid not null references access.person,
  primary key (tenant, sample, member),
  foreign key (tenant, sample) references oversight.sample
);
create index on oversight.resident (municipality, member);
create index on oversight.resident (tenant, member);
comment on column oversight.resident.member is 'personal: among whose things is drawn; kept: 7 years after closing';
select access.wall_append_only('oversight.resident', 'municipality = access.org()');
create policy cooperative_reads on oversight.resident for select using (tenant = access.org());

-- How it was drawn: the number that nobody could choose, the seed that follows, and the check value of everything that could have been drawn.
create table oversight.draw (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  sample uuid not null,
  number text not null,
  seed text not null,
  checks text[] not null,
  drawn_at timestamptz not null,
  primary key (tenant, sample),
  foreign key (tenant, sample) references oversight.sample
);
select access.wall_append_only('oversight.draw');
create policy municipality_reads on oversight.draw for select using (municipality = access.org());

-- The ids of everything that could have been drawn stay with the cooperative, to do the draw again.
create table oversight.pool (
  tenant uuid not null,
  sample uuid not null,
  things uuid[] not null,
  primary key (tenant, sample),
  foreign key (tenant, sample) references oversight.draw
);
select access.wall_append_only('oversight.pool');

-- A drawn thing, copied whole at the moment of drawing; the municipality reads it here and only here.
create table oversight.drawn (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  id uuid not null,
  sample uuid not null,
  place int not null check (place > 0),
  member uuid not null references access.person,
  thing uuid not null,
  checked text not null,
  content jsonb not null,
  file uuid,
  primary key (tenant, id),
  unique (tenant, sample, thing),
  unique (tenant, sample, place),
  foreign key (tenant, sample) references oversight.draw
);
create index on oversight.drawn (municipality, member);
create index on oversight.drawn (tenant, member);
create index on oversight.drawn (tenant, thing);
comment on column oversight.drawn.member is 'personal: whose thing was drawn; kept: 7 years after closing';
comment on column oversight.drawn.content is 'personal: a copy of the receipt or statement that was drawn; kept: 7 years after closing';
select access.wall_append_only('oversight.drawn');
create policy municipality_reads on oversight.drawn for select using (municipality = access.org());

-- What the municipality found of a drawn thing. words: what follows, where it is not right; nothing follows by itself.
create table oversight.finding (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  drawn uuid not null,
  outcome text not null check (outcome in ('right', 'notRight')),
  words text,
  found_at timestamptz not null,
  found_by uuid not null references access.person,
  primary key (tenant, drawn),
  foreign key (tenant, drawn) references oversight.drawn,
  check ((outcome = 'notRight') = (words is not null))
);
comment on column oversight.finding.words is 'personal: what is not right and what follows; kept: 7 years after closing';
comment on column oversight.finding.found_by is 'personal: who of the municipality found it; kept: 7 years after closing';
select access.wall_append_only('oversight.finding', 'municipality = access.org()');
create policy cooperative_reads on oversight.finding for select using (tenant = access.org());

-- The end of a sample, with its result in words, and the last day on which the municipality sees what was drawn.
create table oversight.closing (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  sample uuid not null,
  words text not null,
  seen_until date not null,
  closed_at timestamptz not null,
  closed_by uuid not null references access.person,
  primary key (tenant, sample),
  foreign key (tenant, sample) references oversight.sample
);
comment on column oversight.closing.words is 'personal: the result in words; kept: 7 years after closing';
comment on column oversight.closing.closed_by is 'personal: who closed the sample; kept: 7 years after closing';
select access.wall_append_only('oversight.closing', 'municipality = access.org()');
create policy cooperative_reads on oversight.closing for select using (tenant = access.org());
