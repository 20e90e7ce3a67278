-- What somebody looks at often in a list is kept under a name, so that it is one link away: own to the person in a role.
create table access.kept_filter (
  tenant uuid not null references access.organisation,
  id uuid not null,
  person uuid not null references access.person,
  role text not null,
  -- The address of the list, and what was asked of it.
  list text not null check (list ~ '^/[a-z/]+$'),
  asked text not null check (asked <> ''),
  name text not null check (name <> ''),
  kept_at timestamptz not null,
  primary key (tenant, id)
);
create unique index one_filter on access.kept_filter (tenant, person, role, list, lower(name));
comment on column access.kept_filter.person is 'personal: whose filter it is; kept: until the person removes it, two years at most';
comment on column access.kept_filter.name is 'personal: what somebody calls the own filter; kept: until the person removes it, two years at most';
comment on column access.kept_filter.asked is 'personal: what somebody looks at often, which may name a member by id; kept: until the person removes it, two years at most';
select access.wall('access.kept_filter', 'tenant = access.org()');
grant select (kept_at), delete on access.kept_filter to opbloei_signin;
create policy sweep on access.kept_filter to opbloei_signin using (true);
create index on access.kept_filter (kept_at);
