-- Agreements that cooperatives lend each other: published with the names removed, marked by the network, borrowed as a draft. Until now each began alone.

-- Of everybody: no tenant. What came with the program has no owner.
create table network.lending_item (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  owner uuid references access.organisation,
  -- Where it comes from: a cooperative of this house, a rule that somebody published elsewhere, or nobody: it is invented.
  source text not null check (source in ('cooperative', 'published', 'invented')),
  began_at timestamptz not null,
  check ((source = 'cooperative') = (owner is not null))
);
create index on network.lending_item (owner);
select access.wall_append_only('network.lending_item', 'owner = access.org()');

-- What others see of an agreement, as it was made ready: never changed, another edition comes after it. No name of the lender is in its words.
create table network.lending_edition (
  id uuid primary key,
  item uuid not null references network.lending_item,
  nr integer not null check (nr > 0),
  title text not null check (title <> ''),
  why text not null check (why <> ''),
  differently text not null check (differently <> ''),
  articles jsonb not null,
  crafts text[] not null,
  traits text[] not null,
  reach text not null check (reach in ('network', 'public')),
  -- The name of the lender, where it chose to stand under it.
  lender text check (lender <> ''),
  -- Where the rule was published, for what came with the program.
  cited text check (cited <> ''),
  -- The same words in English, for what came with the program.
  english jsonb,
  of_version uuid,
  of_number integer,
  -- Somebody else of the cooperative must publish it than who made it ready.
  other_eyes boolean not null,
  prepared_by uuid references access.person,
  prepared_at timestamptz not null,
  -- A digest of what came with the program; nobody of the network wrote that.
  seed text check (seed <> ''),
  unique (item, nr),
  check ((seed is null) = (prepared_by is not null)),
  check ((seed is null) = (of_version is not null))
);
comment on column network.lending_edition.prepared_by is 'personal: who of the cooperative made it ready; kept: as long as the cooperative is here';
select access.wall_append_only('network.lending_edition', 'true');
drop policy wall on network.lending_edition;

create table network.lending_publication (
  edition uuid primary key references network.lending_edition,
  published_by uuid references access.person,
  published_at timestamptz not null
);
comment on column network.lending_publication.published_by is 'personal: who of the cooperative put it in the library; kept: as long as the cooperative is here';
select access.wall_append_only('network.lending_publication', 'true');
drop policy wall on network.lending_publication;

-- Taken back by the lender: at once, at any time.
create table network.lending_end (
  id uuid primary key,
  item uuid not null references network.lending_item,
  ended_by uuid not null references access.person,
  ended_at timestamptz not null
);
create index on network.lending_end (item);
comment on column network.lending_end.ended_by is 'personal: who of the cooperative took it back; kept: as long as the cooperative is here';
select access.wall_append_only('network.lending_end', 'true');
drop policy wall on network.lending_end;

-- What stands in the library now, one row per item; it follows from the rows above.
create table network.lending_shown (
  item uuid primary key references network.lending_item,
  edition uuid not null references network.lending_edition,
  reach text not null check (reach in ('network', 'public')),
  traits text[] not null,
  -- Until when nobody needs to look whether it still holds.
  review_on date not null
);
create index on network.lending_shown using gin (traits);
select access.wall('network.lending_shown', 'true');
drop policy wall on network.lending_shown;

-- The network's word that an edition is a model for others, or no longer. The last one counts.
create table network.lending_mark (
  id uuid primary key,
  edition uuid not null references network.lending_edition,
  nr bigint generated always as identity,
  marked boolean not null,
  why text not null check (why <> ''),
  marked_by uuid not null references access.person,
  marked_name text not null check (marked_name <> ''),
  marked_at timestamptz not null
);
create index on network.lending_mark (edition, nr);
comment on column network.lending_mark.marked_by is 'personal: who at the network called it a model; kept: as long as the library can be read';
comment on column network.lending_mark.marked_name is 'personal: name at work of who called it a model, read by all; kept: as long as the library can be read';
select access.wall_append_only('network.lending_mark', 'true');
drop policy wall on network.lending_mark;

-- How often a cooperative began with it for the first time: a number without whose. People read it in steps of five.
create table network.lending_use (
  item uuid primary key references network.lending_item,
  uses integer not null check (uses > 0)
);
select access.wall('network.lending_use', 'access.org() is not null');
revoke delete on network.lending_use from opbloei_app;
create policy everybody_reads on network.lending_use for select using (true);

-- What a cooperative began with: it stays as it is when the lender takes it back.
create table network.lending_borrowing (
  tenant uuid not null references access.organisation,
  id uuid not null,
  item uuid not null references network.lending_item,
  edition uuid not null references network.lending_edition,
  version uuid not null,
  borrowed_by uuid not null references access.person,
  borrowed_at timestamptz not null,
  primary key (tenant, id)
);
create index on network.lending_borrowing (tenant, item);
comment on column network.lending_borrowing.borrowed_by is 'personal: who began a draft with it; kept: as long as the cooperative is here';
select access.wall_append_only('network.lending_borrowing');

-- What a cooperative was told, so that nobody hears it twice.
create table network.lending_told (
  tenant uuid not null references access.organisation,
  about uuid not null,
  told_at timestamptz not null,
  primary key (tenant, about)
);
select access.wall_append_only('network.lending_told');

-- Whether a colleague looks along before something is put in the library.
create table network.lending_setting (
  tenant uuid primary key references access.organisation,
  other_eyes boolean not null,
  kept_by uuid not null references access.person,
  kept_at timestamptz not null
);
comment on column network.lending_setting.kept_by is 'personal: who of the cooperative chose this last; kept: as long as the cooperative is here';
select access.wall('network.lending_setting');
revoke delete on network.lending_setting from opbloei_app;

-- Everybody reads what is public, every organisation what is lent within the network, and the lender all of its own.
create policy library_is_read on network.lending_shown for select using (
  reach = 'public' or access.org() is not null
);
create policy library_is_read on network.lending_item for select using (
  exists (select from network.lending_shown s where s.item = lending_item.id)
  or exists (select from network.lending_borrowing b where b.item = lending_item.id)
);
create policy library_is_read on network.lending_edition for select using (
  exists (select from network.lending_shown s where s.edition = lending_edition.id)
  or exists (select from network.lending_item i where i.id = item and i.owner = access.org())
  or exists (select from network.lending_borrowing b where b.edition = lending_edition.id)
);
create policy library_is_read on network.lending_publication for select using (exists (select from network.lending_edition e where e.id = edition));
create policy lender_reads on network.lending_end for select using (exists (select from network.lending_item i where i.id = item and i.owner = access.org()));
create policy everybody_reads on network.lending_mark for select using (true);

create policy lender_prepares on network.lending_edition for insert with check (
  prepared_by = access.me() and seed is null
  and exists (select from network.lending_item i where i.id = item and i.owner = access.org())
);
-- Two pairs of eyes where the lender asks for them: then whoever made it ready does not publish it.
create policy lender_publishes on network.lending_publication for insert with check (
  published_by = access.me()
  and exists (
    select from network.lending_edition e join network.lending_item i on i.id = e.item
    where e.id = edition and i.owner = access.org() and (not e.other_eyes or e.prepared_by <> published_by)
  )
);
create policy lender_ends on network.lending_end for insert with check (
  ended_by = access.me() and exists (select from network.lending_item i where i.id = item and i.owner = access.org())
);
create policy network_marks on network.lending_mark for insert with check (
  access.is_network() and marked_by = access.me() and exists (select from network.lending_shown s where s.edition = lending_mark.edition)
);
-- What is read was published: whoever may write the list cannot put an edition there that nobody published.
create policy lender_shows on network.lending_shown for insert with check (
  exists (select from network.lending_item i where i.id = item and i.owner = access.org())
  and exists (select from network.lending_publication p join network.lending_edition e on e.id = p.edition where p.edition = lending_shown.edition and e.item = lending_shown.item)
);
create policy lender_shows_after on network.lending_shown for update using (
  access.is_network() or exists (select from network.lending_item i where i.id = item and i.owner = access.org())
) with check (
  exists (select from network.lending_publication p join network.lending_edition e on e.id = p.edition where p.edition = lending_shown.edition and e.item = lending_shown.item)
);
create policy lender_takes_back on network.lending_shown for delete using (
  exists (select from network.lending_item i where i.id = item and i.owner = access.org())
);

-- What came with the program, taken up by whoever runs the migrations; the same again does nothing.
create function network.take_lending(seeds jsonb, at timestamptz) returns integer language plpgsql as $$
declare
  each jsonb;
  of_item uuid;
  of_edition uuid;
  next integer;
  taken integer := 0;
begin
  for each in select * from jsonb_array_elements(seeds) loop
    select id into of_item from network.lending_item where slug = each->>'slug';
    if of_item is null then
      of_item := gen_random_uuid();
      insert into network.lending_item (id, slug, owner, source, began_at) values (of_item, each->>'slug', null, each->>'source', at);
    end if;
    continue when exists (select from network.lending_edition where item = of_item and seed = each->>'seed');
    of_edition := gen_random_uuid();
    select coalesce(max(nr), 0) + 1 into next from network.lending_edition where item = of_item;
    insert into network.lending_edition
      (id, item, nr, title, why, differently, articles, crafts, traits, reach, lender, cited, english, of_version, of_number, other_eyes, prepared_by, prepared_at, seed)
    values (of_edition, of_item, next, each->>'title', each->>'why', each->>'differently', each->'articles', '{}',
      array(select jsonb_array_elements_text(each->'traits')), 'public', null, each->>'cited', each->'english', null, null, false, null, at, each->>'seed');
    insert into network.lending_publication (edition, published_by, published_at) values (of_edition, null, at);
    insert into network.lending_shown (item, edition, reach, traits, review_on)
    values (of_item, of_edition, 'public', array(select jsonb_array_elements_text(each->'traits')), (each->>'reviewOn')::date)
    on conflict (item) do update set edition = excluded.edition, traits = excluded.traits, review_on = excluded.review_on;
    taken := taken + 1;
  end loop;
  return taken;
end $$;
revoke execute on function network.take_lending(jsonb, timestamptz) from public;

-- Whoever runs the migrations goes through these walls also where it is no superuser.
create policy program_brings on network.lending_item to current_user using (true) with check (true);
create policy program_brings on network.lending_edition to current_user using (true) with check (true);
create policy program_brings on network.lending_publication to current_user using (true) with check (true);
create policy program_brings on network.lending_shown to current_user using (true) with check (true);
