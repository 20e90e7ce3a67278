-- The calendar as a file grows old in one's own agenda: a secret address that an agenda reads again and again, and that can be renewed.
create table homes.calendar_feed (
  tenant uuid not null references access.organisation,
  person uuid not null references access.person,
  -- The end of the address. It stands here as it is, for whoever can read this row reads what the address shows.
  token text not null,
  made_at timestamptz not null,
  primary key (tenant, person)
);
create unique index on homes.calendar_feed (token);
comment on column homes.calendar_feed.person is 'personal: whose agenda reads along; kept: until the address is ended';
select access.wall('homes.calendar_feed');
create policy by_token on homes.calendar_feed for select using (token = access.token());
