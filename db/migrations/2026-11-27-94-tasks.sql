-- What comes back every month is said once and ticked per month; the rest of the tasks of a month is computed from the rooms.
create table homes.own_task (
  tenant uuid not null references access.organisation,
  id uuid not null,
  title text not null check (title <> ''),
  -- The day of the month by which; none: the last.
  on_day int check (on_day between 1 and 31),
  -- Every how many months, counted from the first.
  every_months int not null check (every_months in (1, 3, 12)),
  from_month text not null check (from_month ~ '^\d{4}-\d{2}$'),
  until_month text check (until_month ~ '^\d{4}-\d{2}$'),
  made_by uuid references access.person,
  made_at timestamptz not null,
  primary key (tenant, id)
);
create unique index one_own_task on homes.own_task (tenant, lower(title)) where until_month is null;
comment on column homes.own_task.made_by is 'personal: who made it a task of the month; kept: 7 years after the financial year (AWR 52)';
select access.wall('homes.own_task');

create table homes.task_tick (
  tenant uuid not null references access.organisation,
  -- An own task, or the word of a task that nothing in the house tells.
  task text not null check (task ~ '^[a-z]+$' or task ~ '^[0-9a-f-]{36}$'),
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  ticked_at timestamptz not null,
  ticked_by uuid references access.person,
  primary key (tenant, task, month)
);
comment on column homes.task_tick.ticked_by is 'personal: who said that it was done; kept: 7 years after the financial year (AWR 52)';
select access.wall('homes.task_tick');
