-- After the last day to look only the query kept a municipality from what was drawn: now row security does it, which hears the day from each unit of work.
create function access.on_day() returns date language sql stable as $$ select nullif(current_setting('app.day', true), '')::date $$;

-- Where nobody said which day it is, a closed sample is over.
alter policy municipality_reads on oversight.drawn using (municipality = access.org() and not exists (select from oversight.closing c
  where c.tenant = drawn.tenant and c.sample = drawn.sample and c.seen_until < coalesce(access.on_day(), 'infinity'::date)));

-- What was found is told in numbers as long as the sample is kept, also when the things themselves are no longer seen.
alter table oversight.closing add column found_right int;
alter table oversight.closing add column found_not_right int;
alter table oversight.closing no force row level security;
alter table oversight.drawn no force row level security;
alter table oversight.finding no force row level security;
alter table oversight.closing disable trigger only_added;
update oversight.closing c set
  found_right = (select count(*) from oversight.drawn d join oversight.finding f on f.tenant = d.tenant and f.drawn = d.id
    where d.tenant = c.tenant and d.sample = c.sample and f.outcome = 'right'),
  found_not_right = (select count(*) from oversight.drawn d join oversight.finding f on f.tenant = d.tenant and f.drawn = d.id
    where d.tenant = c.tenant and d.sample = c.sample and f.outcome = 'notRight');
alter table oversight.closing enable trigger only_added;
alter table oversight.closing force row level security;
alter table oversight.drawn force row level security;
alter table oversight.finding force row level security;
alter table oversight.closing alter column found_right set not null;
alter table oversight.closing alter column found_not_right set not null;

-- A finding that was wrong is answered by a new one with its reason; the old one stays.
create table oversight.correction (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  id uuid not null,
  drawn uuid not null,
  outcome text not null check (outcome in ('right', 'notRight')),
  words text,
  reason text not null check (reason <> ''),
  found_at timestamptz not null,
  found_by uuid not null references access.person,
  primary key (tenant, id),
  foreign key (tenant, drawn) references oversight.finding,
  check ((outcome = 'notRight') = (words is not null))
);
create index on oversight.correction (tenant, drawn, found_at);
comment on column oversight.correction.words is 'personal: what is not right and what follows; kept: 7 years after closing';
comment on column oversight.correction.reason is 'personal: why the finding before it was wrong; kept: 7 years after closing';
comment on column oversight.correction.found_by is 'personal: who of the municipality found it; kept: 7 years after closing';
select access.wall_append_only('oversight.correction', 'municipality = access.org()');
create policy cooperative_reads on oversight.correction for select using (tenant = access.org());
