-- What the members or the board decided stood in minutes that got lost: a register, numbered per year, in which nothing is changed, only replaced.
create schema assembly;
grant usage on schema assembly to opbloei_app;

create table assembly.resolution (
  tenant uuid not null references access.organisation,
  id uuid not null,
  year int not null,
  number int not null check (number > 0),
  replaces uuid,
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id),
  constraint one_number unique (tenant, year, number),
  constraint replaced_once unique (tenant, replaces),
  foreign key (tenant, replaces) references assembly.resolution,
  check (replaces <> id)
);
comment on column assembly.resolution.recorded_by is 'personal: who wrote it down; kept: as long as the cooperative exists, then 7 years (BW2 24)';
select access.wall_append_only('assembly.resolution');

-- How it reads: a mistake is mended on the day it was written down by a wording that comes after; the last one counts and the earlier ones stay.
create table assembly.wording (
  tenant uuid not null,
  resolution uuid not null,
  nr int not null check (nr > 0),
  decided_on date not null,
  organ text not null check (organ in ('assembly', 'board')),
  title text not null,
  text text not null,
  in_favour int check (in_favour >= 0),
  against int check (against >= 0),
  abstained int check (abstained >= 0),
  present text,
  file uuid,
  about text check (about in ('annualAccounts', 'accountsExtension')),
  about_year int,
  months int check (months between 1 and 4),
  written_at timestamptz not null,
  written_by uuid references access.person,
  primary key (tenant, resolution, nr),
  foreign key (tenant, resolution) references assembly.resolution,
  check ((about is null) = (about_year is null) and (about is not distinct from 'accountsExtension') = (months is not null))
);
comment on column assembly.wording.text is 'personal: may name who it is about; kept: as long as the cooperative exists, then 7 years (BW2 24)';
comment on column assembly.wording.present is 'personal: who was there; kept: as long as the cooperative exists, then 7 years (BW2 24)';
comment on column assembly.wording.written_by is 'personal: who wrote it down; kept: as long as the cooperative exists, then 7 years (BW2 24)';
select access.wall_append_only('assembly.wording');
