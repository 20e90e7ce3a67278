-- Who is who, for which organisation, and who looked: the floor that every other room stands on.
create schema access;
create schema if not exists kit;

do $$ begin
  if not exists (select from pg_roles where rolname = 'opbloei_app') then create role opbloei_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'opbloei_signin') then create role opbloei_signin nologin; end if;
exception when duplicate_object or unique_violation then null; -- another database of the same server made them meanwhile
end $$;

grant usage on schema access, kit to opbloei_app, opbloei_signin;

-- The organisation, or the person, on whose behalf this transaction reads. After a commit the setting is '', not null.
create function access.org() returns uuid language sql stable as $$ select nullif(current_setting('app.org', true), '')::uuid $$;
create function access.me() returns uuid language sql stable as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- The second wall: a table of tenants shows and takes rows of the acting organisation only.
create function access.wall(target regclass, check_sql text default 'tenant = access.org()') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy wall on %s using (%s) with check (%s)', target, check_sql, check_sql);
  execute format('grant select, insert, update, delete on %s to opbloei_app', target);
  execute format('grant usage on schema %I to opbloei_app', (select nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target));
end $$;

create function access.no_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = '55000';
end $$;

-- The same wall for a table that is only ever added to: the right is missing and the trigger says no to an owner too.
create function access.wall_append_only(target regclass, check_sql text default 'tenant = access.org()') returns void language plpgsql as $$
begin
  perform access.wall(target, check_sql);
  execute format('revoke update, delete on %s from opbloei_app', target);
  execute format('create trigger only_added before update or delete on %s for each row execute function access.no_change()', target);
  execute format('create trigger never_emptied before truncate on %s for each statement execute function access.no_change()', target);
end $$;

create table access.organisation (
  id uuid primary key,
  kind text not null check (kind in ('cooperative', 'municipality', 'network', 'partner')),
  name text not null,
  since timestamptz not null
);
grant select, insert, update on access.organisation to opbloei_app;
grant select on access.organisation to opbloei_signin;

create table access.person (
  id uuid primary key,
  name text not null,
  email text unique,
  language text not null,
  added_at timestamptz not null
);
comment on column access.person.name is 'personal: to address the person and to name who acted; kept: as long as an affiliation or membership lasts, then 7 years where it stands in the books';
comment on column access.person.email is 'personal: to sign in; kept: until the last affiliation ends';
comment on column access.person.language is 'personal: to show pages in; kept: until the last affiliation ends';

create table access.affiliation (
  organisation uuid not null references access.organisation,
  id uuid not null,
  person uuid not null references access.person,
  role text not null check (role in ('member', 'coach', 'treasurer', 'board', 'administrator', 'caseManager', 'policyAdviser', 'network')),
  since date not null,
  until date,
  primary key (organisation, id)
);
create index on access.affiliation (person);
comment on column access.affiliation.person is 'personal: which role somebody has at an organisation; kept: 2 years after it ends';
select access.wall('access.affiliation', 'organisation = access.org() or person = access.me()');
grant select on access.affiliation to opbloei_signin;
create policy sign_in on access.affiliation for select to opbloei_signin using (true);

-- A professional's own members (coach) or own cases (case manager).
create table access.relation (
  organisation uuid not null references access.organisation,
  id uuid not null,
  kind text not null check (kind in ('coach', 'caseManager')),
  subject uuid not null references access.person,
  professional uuid not null references access.person,
  since date not null,
  until date,
  primary key (organisation, id)
);
create index on access.relation (organisation, professional);
create index on access.relation (organisation, subject);
comment on column access.relation.subject is 'personal: who is supported by whom; kept: 2 years after it ends';
comment on column access.relation.professional is 'personal: who supports whom; kept: 2 years after it ends';
select access.wall('access.relation', 'organisation = access.org() or subject = access.me()');

-- A person is seen by oneself and by organisations one has to do with.
alter table access.person enable row level security;
alter table access.person force row level security;
create policy known on access.person for select to opbloei_app using (
  id = access.me()
  or exists (select from access.affiliation a where a.person = person.id and a.organisation = access.org())
  or exists (select from access.relation r where r.organisation = access.org() and person.id in (r.subject, r.professional)));
create policy added on access.person for insert to opbloei_app with check (true);
create policy kept_up on access.person for update to opbloei_app using (
  id = access.me() or exists (select from access.affiliation a where a.person = person.id and a.organisation = access.org()));
create policy sign_in on access.person to opbloei_signin using (true) with check (true);
grant select, insert, update on access.person to opbloei_app;
grant select, update on access.person to opbloei_signin;

-- Every look into a person's file; the person reads it on the page "Wie keek er in mijn gegevens?".
create table access.look (
  organisation uuid not null references access.organisation,
  id uuid not null,
  subject uuid not null references access.person,
  person uuid references access.person,
  role text not null,
  action text not null,
  at timestamptz not null,
  primary key (organisation, id)
);
create index on access.look (subject, at);
comment on column access.look.subject is 'personal: to show a person who looked; kept: 5 years';
comment on column access.look.person is 'personal: to account for looking; kept: 5 years';
select access.wall_append_only('access.look', 'organisation = access.org() or subject = access.me()');

create table access.denial (
  id uuid primary key,
  person uuid references access.person,
  organisation uuid references access.organisation,
  role text,
  action text not null,
  at timestamptz not null
);
comment on column access.denial.person is 'personal: to notice misuse; kept: 1 year';
grant insert on access.denial to opbloei_app;

-- What happened: audit trail, timeline and trigger of what follows, in one row. Ids only.
create table kit.happened (
  organisation uuid not null references access.organisation,
  id uuid not null,
  kind text not null,
  person uuid references access.person,
  role text not null,
  facts jsonb not null,
  at timestamptz not null,
  primary key (organisation, id)
);
create index on kit.happened (organisation, kind, at);
comment on column kit.happened.person is 'personal: who did something that binds an organisation; kept: 7 years';
select access.wall_append_only('kit.happened', 'organisation = access.org()');

-- One effect per form, however often it is sent.
create table kit.sent_form (
  person uuid not null,
  key uuid not null,
  body text not null,
  location text,
  at timestamptz not null,
  primary key (person, key)
);
comment on column kit.sent_form.person is 'personal: to answer a repeated form with its first answer; kept: 30 days';
alter table kit.sent_form enable row level security;
alter table kit.sent_form force row level security;
create policy own on kit.sent_form using (person = access.me()) with check (person = access.me());
grant select, insert, update, delete on kit.sent_form to opbloei_app;

-- Demo or real, decided once and for ever.
create table kit.world (
  single boolean primary key check (single),
  kind text not null check (kind in ('demo', 'real')),
  marked_at timestamptz not null
);
grant select on kit.world to opbloei_app, opbloei_signin;
create trigger for_ever before update or delete on kit.world for each row execute function access.no_change();
