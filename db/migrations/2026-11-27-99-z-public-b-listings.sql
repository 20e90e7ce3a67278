-- Every cooperative keeps its own entry in the public list: what it is, where, what its members make, and whether it is shown at all.
create table network.listing (
  tenant uuid primary key references access.organisation,
  progress text not null check (progress in ('idea', 'starting', 'active', 'stopped')),
  -- Which municipality, by the code of Statistics Netherlands; invented towns have a code of their own.
  place text not null check (place <> ''),
  town text not null check (town <> ''),
  crafts text[] not null,
  about text check (about <> ''),
  email text check (email <> ''),
  phone text check (phone <> ''),
  website text check (website <> ''),
  shown boolean not null,
  -- The day on which the board last said that all of it is right.
  checked_on date not null,
  kept_by uuid not null references access.person,
  kept_at timestamptz not null
);
comment on column network.listing.email is 'personal: where the public writes to, which may be of one person; kept: as long as the entry is there';
comment on column network.listing.phone is 'personal: where the public calls, which may be of one person; kept: as long as the entry is there';
comment on column network.listing.kept_by is 'personal: who of the board kept the entry last; kept: as long as the entry is there';
select access.wall('network.listing');
revoke delete on network.listing from opbloei_app;
-- What is not shown is read by its own cooperative and by the network alone.
create policy public_face on network.listing for select using (shown or access.is_network());
