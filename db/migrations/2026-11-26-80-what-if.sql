-- A what-if that the board shares with a municipality: the result as it was on that day, frozen, without names; nothing of it is in the books.
create table settlement.what_if_shared (
  tenant uuid not null references access.organisation,
  id uuid not null,
  -- The end of the address. It stands here as it is, for whoever can read this row reads what the link shows.
  token text not null,
  version uuid not null,
  municipality uuid references access.organisation,
  content text not null,
  hash text not null,
  shared_at timestamptz not null,
  shared_by uuid references access.person,
  until_day date not null,
  primary key (tenant, id)
);
create unique index on settlement.what_if_shared (token);
create index on settlement.what_if_shared (tenant, version);
create index on settlement.what_if_shared (municipality);
create index on settlement.what_if_shared (shared_by);
comment on column settlement.what_if_shared.content is 'figures without names, for whoever holds the link; kept: until the last day of the link, swept every night';
comment on column settlement.what_if_shared.shared_by is 'personal: who shared it; kept: until the last day of the link, swept every night';
select access.wall('settlement.what_if_shared');
create policy for_municipality on settlement.what_if_shared for select using (municipality = access.org());
create policy by_token on settlement.what_if_shared for select using (token = access.token());
