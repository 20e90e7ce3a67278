-- Nobody could say how many people the cooperatives reach together. A cooperative agrees per figure and per year; only what was agreed to is counted,
-- and what is told protects small numbers and stays as it was told.

create table outcomes.figure_choice (
  tenant uuid not null references access.organisation,
  nr bigint not null generated always as identity,
  figure text not null check (figure in ('members', 'trials', 'turnover', 'departures')),
  year int not null check (year between 2000 and 2200),
  agreed boolean not null,
  chosen_by uuid not null references access.person,
  chosen_at timestamptz not null,
  primary key (tenant, nr)
);
comment on column outcomes.figure_choice.chosen_by is 'personal: who of the board chose; kept: as long as the organisation is here';
select access.wall_append_only('outcomes.figure_choice');

-- What the program of a cooperative counted of it for a figure it agreed to: counts, no person. Another count of a year is a new row.
create table outcomes.figure_count (
  tenant uuid not null references access.organisation,
  year int not null,
  figure text not null,
  nr int not null check (nr > 0),
  cells jsonb not null,
  counted_at timestamptz not null,
  primary key (tenant, year, figure, nr)
);
select access.wall_append_only('outcomes.figure_count');
-- The program of the network adds them up; nobody who works there reads them (access.me() is nobody for a program).
create policy network_adds_up on outcomes.figure_count for select using (access.is_network() and access.me() is null);

-- Which counts each told version holds. The cooperative sees its own; only the program of the network all.
create table outcomes.figure_taking (
  tenant uuid not null,
  year int not null,
  version int not null check (version > 0),
  figure text not null,
  nr int not null,
  primary key (tenant, year, version, figure),
  foreign key (tenant, year, figure, nr) references outcomes.figure_count
);
select access.wall_append_only('outcomes.figure_taking', 'access.is_network() and access.me() is null');
create policy own on outcomes.figure_taking for select using (tenant = access.org());

-- What was told, rounded, null where it is hidden: for everybody to read, so without a tenant. A later version is a new row.
create table outcomes.told_figure (
  year int not null,
  version int not null check (version > 0),
  figure text not null,
  -- how many cooperatives take part, rounded; null for fewer than five
  taking int check (taking >= 5),
  cells jsonb not null,
  told_at timestamptz not null,
  primary key (year, version, figure)
);
select access.wall_append_only('outcomes.told_figure', 'true');
drop policy wall on outcomes.told_figure;
create policy everybody_reads on outcomes.told_figure for select using (true);
create policy network_tells on outcomes.told_figure for insert with check (access.is_network() and access.me() is null);
