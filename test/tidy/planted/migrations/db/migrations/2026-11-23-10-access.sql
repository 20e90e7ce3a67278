-- Who is who.
create table access.person (
  id uuid primary key,
  added_at timestamptz not null default now(), -- planted
  seen_at timestamp not null, -- planted
  wage numeric not null, -- planted
  tall real not null -- planted
);
