-- The calendar of the year is computed; only that somebody did a duty, where nothing else in the house tells it, is written down here.
create schema homes;
grant usage on schema homes to opbloei_app;

create table homes.duty_done (
  tenant uuid not null references access.organisation,
  duty text not null check (duty ~ '^[a-z]+-[0-9a-z-]+$'),
  done_at timestamptz not null,
  done_by uuid references access.person,
  primary key (tenant, duty)
);
comment on column homes.duty_done.done_by is 'personal: who said that it was done; kept: 7 years after the financial year (AWR 52)';
select access.wall('homes.duty_done');
