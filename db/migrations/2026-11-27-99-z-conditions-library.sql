-- What a municipality lays down again and again was typed anew each time: it keeps a list, each condition as it stands in the letter and, where it can be, as data that is watched.
-- tenant: the municipality. A change is a new version; the last version says whether it can still be chosen.
create table consent.library_condition (
  tenant uuid not null references access.organisation,
  id uuid not null,
  version int not null check (version > 0),
  words text not null,
  watch jsonb,
  ended boolean not null,
  written_at timestamptz not null,
  written_by uuid not null references access.person,
  primary key (tenant, id, version)
);
comment on column consent.library_condition.written_by is 'personal: who of the municipality wrote it; kept: 7 years after the last consent with it ends';
select access.wall_append_only('consent.library_condition');

-- Which kinds of costs a municipality accepts, from a day on: the decision form offers them first. tenant: the municipality.
create table consent.accepted_costs (
  tenant uuid not null references access.organisation,
  id uuid not null,
  from_day date not null,
  kinds text[] not null,
  written_at timestamptz not null,
  written_by uuid not null references access.person,
  primary key (tenant, id)
);
create index on consent.accepted_costs (tenant, from_day);
comment on column consent.accepted_costs.written_by is 'personal: who of the municipality wrote it; kept: 7 years after it stopped counting';
select access.wall_append_only('consent.accepted_costs');

-- When a bound comes near, and how long somebody has to answer: what a municipality starts from, with its source. A condition carries its own.
create table consent.watch_setting (
  from_day date primary key,
  percent int not null check (percent between 1 and 99),
  days int not null check (days between 1 and 366),
  statement_days int not null check (statement_days between 1 and 28),
  answer_days int not null check (answer_days between 1 and 366),
  source text not null
);
grant select on consent.watch_setting to opbloei_app;
insert into consent.watch_setting values
  ('2020-01-01', 80, 31, 7, 14, 'Uitgangspunt van Opbloei, geen regel uit de wet: vanaf 80 procent, een maand voor een dag of een week voor een opgave. Een gemeente kiest per voorwaarde zelf.');

-- What was chosen from the list, copied whole: a later version of the list changes no decision.
alter table consent.conditions add column watched jsonb not null default '[]';
comment on column consent.conditions.watched is 'personal: what the municipality laid down from its list; kept: 7 years after the consent ends';
