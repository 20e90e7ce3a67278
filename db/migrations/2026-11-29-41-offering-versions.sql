-- What a member shows could be taken back only: it has versions now, of which one is shown, and photos. A version of a coach waits for the word of the member.
create table network.offering_version (
  tenant uuid not null,
  offering uuid not null,
  nr int not null check (nr > 0),
  trade_name text not null check (trade_name <> ''),
  kind text not null check (kind in ('product', 'service')),
  title text not null check (title <> ''),
  about text not null check (about <> ''),
  craft text not null check (craft <> ''),
  town text not null check (town <> ''),
  written_by uuid not null references access.person,
  written_at timestamptz not null,
  -- What the member said of it, and when; nothing as long as it waits.
  agreed boolean,
  answered_at timestamptz,
  primary key (tenant, offering, nr),
  foreign key (tenant, offering) references network.offering on delete cascade,
  constraint answered_once check ((agreed is null) = (answered_at is null))
);
create unique index one_waits on network.offering_version (tenant, offering) where agreed is null;
comment on column network.offering_version.trade_name is 'personal: under which name the member works; kept: until a month after the member took it back, or half a year after it was replaced';
comment on column network.offering_version.title is 'personal: what the member makes or does; kept: as the trade name';
comment on column network.offering_version.about is 'personal: what the member tells of it; kept: as the trade name';
comment on column network.offering_version.town is 'personal: where the member works; kept: as the trade name';
comment on column network.offering_version.written_by is 'personal: the member, or the coach who helped; kept: as the trade name';
select access.wall('network.offering_version');
revoke update on network.offering_version from opbloei_app;
grant update (agreed, answered_at) on network.offering_version to opbloei_app;

alter table network.offering no force row level security;
insert into network.offering_version (tenant, offering, nr, trade_name, kind, title, about, craft, town, written_by, written_at, agreed, answered_at)
  select tenant, id, 1, trade_name, kind, title, about, craft, town, member, shown_at, true, shown_at from network.offering;
alter table network.offering force row level security;
alter table network.offering drop column trade_name, drop column kind, drop column title, drop column about, drop column craft, drop column town;
-- Which version anybody reads.
alter table network.offering add column version int not null default 1 check (version > 0);
alter table network.offering alter column version drop default;

-- Asked under the row security of what is shown: a visitor reads the version that counts, of what was not taken back.
create policy public_face on network.offering_version for select
  using (exists (select from network.offering o where o.tenant = offering_version.tenant and o.id = offering and o.version = nr and o.withdrawn_at is null));

create table network.offering_photo (
  tenant uuid not null,
  offering uuid not null,
  nr int not null,
  -- The first leads.
  place int not null check (place between 1 and 4),
  photo uuid not null,
  file uuid not null,
  seen text not null check (seen <> ''),
  width int not null,
  height int not null,
  primary key (tenant, offering, nr, place),
  unique (tenant, offering, nr, photo),
  foreign key (tenant, offering, nr) references network.offering_version on delete cascade,
  -- A photo that the member takes away is nowhere any more.
  foreign key (tenant, photo) references members.work_photo on delete cascade
);
create index on network.offering_photo (tenant, photo);
create index on network.offering_photo (tenant, file);
comment on column network.offering_photo.seen is 'personal: what is on the photo, as the member said; kept: as the version it belongs to';
select access.wall('network.offering_photo');
revoke update on network.offering_photo from opbloei_app;
create policy public_face on network.offering_photo for select
  using (exists (select from network.offering o where o.tenant = offering_photo.tenant and o.id = offering and o.version = nr and o.withdrawn_at is null));

-- Anybody reads the file of a photo that is shown now, and no other.
create policy on_the_site on kit.file for select to opbloei_app
  using (exists (select from network.offering_photo p join network.offering o on o.tenant = p.tenant and o.id = p.offering and o.version = p.nr
    where p.tenant = file.organisation and p.file = file.id and o.withdrawn_at is null));

-- What stood there when a customer asked, and the quote that came of it.
alter table network.offering_question add column version int not null default 1;
alter table network.offering_question alter column version drop default;
alter table network.offering_question add column quote uuid;
alter table network.offering_question add column quoted_at timestamptz;
alter table network.offering_question add constraint quoted_once check ((quote is null) = (quoted_at is null));
grant update (quote, quoted_at) on network.offering_question to opbloei_app;
