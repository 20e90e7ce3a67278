-- What the network knows: one answer to one question per item, with versions and two pairs of eyes, read by anybody and found by words as Dutch bends them.
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

-- Dutch without its accents: who types "cooperatie" finds "coöperatie".
create text search configuration network.dutch (copy = pg_catalog.dutch);
alter text search configuration network.dutch alter mapping for hword, hword_part, word with public.unaccent, dutch_stem;

-- Of everybody: no tenant. Without an owner an item is of the national network.
create table network.knowledge_item (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  owner uuid references access.organisation,
  -- Until when nobody needs to look whether it is still right.
  review_on date not null,
  began_at timestamptz not null
);
select access.wall('network.knowledge_item', 'access.is_network() or owner = access.org()');
revoke delete on network.knowledge_item from opbloei_app;
create index on network.knowledge_item (owner);

-- A version is never changed; another one comes after it.
create table network.knowledge_version (
  id uuid primary key,
  item uuid not null references network.knowledge_item,
  kind text not null check (kind in ('article', 'document', 'experience', 'question', 'law')),
  title text not null check (title <> ''),
  intro text not null check (intro <> ''),
  body text not null check (body <> ''),
  -- The body without its marks, so that a search never meets them.
  plain text not null,
  audiences text[] not null,
  topics text[] not null,
  source text not null check (source <> ''),
  -- What is not certain about it, told where it is read.
  doubt text check (doubt <> ''),
  -- Other items that the body leads to.
  links text[] not null,
  -- A digest of what came with the program; nobody of the network wrote that.
  seed text check (seed <> ''),
  written_by uuid references access.person,
  written_at timestamptz not null,
  check ((seed is null) = (written_by is not null))
);
create index on network.knowledge_version (item);
comment on column network.knowledge_version.written_by is 'personal: who wrote what the network knows; kept: as long as its history can be read';
select access.wall_append_only('network.knowledge_version', 'true');
drop policy wall on network.knowledge_version;

create table network.knowledge_verdict (
  version uuid primary key references network.knowledge_version,
  published boolean not null,
  reason text check (reason <> ''),
  decided_by uuid references access.person,
  decided_at timestamptz not null,
  check (published = (reason is null))
);
comment on column network.knowledge_verdict.decided_by is 'personal: who at the network published an item or sent it back; kept: as long as its history can be read';
select access.wall_append_only('network.knowledge_verdict', 'true');
drop policy wall on network.knowledge_verdict;

-- What is read now, one row per item, with the words under which it is found. It follows from the versions and can be made again from them.
create table network.knowledge_shown (
  item uuid primary key references network.knowledge_item,
  version uuid not null references network.knowledge_version,
  slug text not null unique,
  kind text not null,
  title text not null,
  intro text not null,
  plain text not null,
  audiences text[] not null,
  topics text[] not null,
  links text[] not null,
  words tsvector not null
);
create index on network.knowledge_shown using gin (words);
create index on network.knowledge_shown using gin (topics);
create index on network.knowledge_shown using gin (links);
select access.wall('network.knowledge_shown', 'access.is_network()');

-- Every word that occurs, to know what somebody meant who typed it almost right.
create table network.knowledge_word (
  word text primary key
);
create index on network.knowledge_word using gin (word public.gin_trgm_ops);
create index on network.knowledge_word (word text_pattern_ops);
select access.wall('network.knowledge_word', 'access.is_network()');

-- A visitor reads what is published; whoever keeps an item reads all its versions.
create policy anybody_reads on network.knowledge_item for select using (true);
create policy anybody_finds on network.knowledge_shown for select using (true);
create policy anybody_spells on network.knowledge_word for select using (true);
create policy published_is_read on network.knowledge_verdict for select using (
  published or access.is_network()
  or exists (select from network.knowledge_version v join network.knowledge_item i on i.id = v.item where v.id = version and i.owner = access.org())
);
create policy published_is_read on network.knowledge_version for select using (
  access.is_network()
  or exists (select from network.knowledge_item i where i.id = item and i.owner = access.org())
  or exists (select from network.knowledge_shown s where s.version = knowledge_version.id)
);
create policy keeper_writes on network.knowledge_version for insert with check (
  written_by = access.me() and seed is null
  and (access.is_network() or exists (select from network.knowledge_item i where i.id = item and i.owner = access.org()))
);
-- Two pairs of eyes: whoever wrote a version does not publish it.
create policy other_eyes on network.knowledge_verdict for insert with check (
  access.is_network() and decided_by = access.me()
  and exists (select from network.knowledge_version v where v.id = version and v.written_by <> decided_by)
);

create function network.show_version(wanted uuid) returns void language sql as $$
  insert into network.knowledge_shown (item, version, slug, kind, title, intro, plain, audiences, topics, links, words)
  select i.id, v.id, i.slug, v.kind, v.title, v.intro, v.plain, v.audiences, v.topics, v.links,
    setweight(to_tsvector('network.dutch', v.title), 'A') || setweight(to_tsvector('network.dutch', v.intro), 'B')
      || setweight(to_tsvector('network.dutch', v.plain), 'D')
  from network.knowledge_version v join network.knowledge_item i on i.id = v.item
  where v.id = wanted
  on conflict (item) do update set version = excluded.version, kind = excluded.kind, title = excluded.title, intro = excluded.intro,
    plain = excluded.plain, audiences = excluded.audiences, topics = excluded.topics, links = excluded.links, words = excluded.words;
  insert into network.knowledge_word (word)
  select distinct w from network.knowledge_version v,
    regexp_split_to_table(lower(public.unaccent(v.title || ' ' || v.intro || ' ' || v.plain)), '[^a-z0-9]+') w
  where v.id = wanted and length(w) > 3
  on conflict do nothing;
$$;

-- What came with the program, taken up by whoever runs the migrations. An item about which the network wrote itself stays as it is.
create function network.take_seeds(seeds jsonb, at timestamptz) returns integer language plpgsql as $$
declare
  each jsonb;
  of_item uuid;
  of_version uuid;
  taken integer := 0;
begin
  for each in select * from jsonb_array_elements(seeds) loop
    select id into of_item from network.knowledge_item where slug = each->>'slug';
    if of_item is null then
      of_item := gen_random_uuid();
      insert into network.knowledge_item (id, slug, owner, review_on, began_at) values (of_item, each->>'slug', null, (each->>'reviewOn')::date, at);
    end if;
    continue when exists (select from network.knowledge_version where item = of_item and (seed is null or seed = each->>'seed'));
    of_version := gen_random_uuid();
    insert into network.knowledge_version (id, item, kind, title, intro, body, plain, audiences, topics, source, doubt, links, seed, written_by, written_at)
    values (of_version, of_item, each->>'kind', each->>'title', each->>'intro', each->>'body', each->>'plain',
      array(select jsonb_array_elements_text(each->'audiences')), array(select jsonb_array_elements_text(each->'topics')),
      each->>'source', each->>'doubt', array(select jsonb_array_elements_text(each->'links')), each->>'seed', null, at);
    insert into network.knowledge_verdict (version, published, reason, decided_by, decided_at) values (of_version, true, null, null, at);
    perform network.show_version(of_version);
    update network.knowledge_item set review_on = (each->>'reviewOn')::date where id = of_item;
    taken := taken + 1;
  end loop;
  return taken;
end $$;
revoke execute on function network.take_seeds(jsonb, timestamptz) from public;

-- Whoever runs the migrations goes through these walls also where it is no superuser.
create policy program_brings on network.knowledge_item to current_user using (true) with check (true);
create policy program_brings on network.knowledge_version to current_user using (true) with check (true);
create policy program_brings on network.knowledge_verdict to current_user using (true) with check (true);
create policy program_brings on network.knowledge_shown to current_user using (true) with check (true);
create policy program_brings on network.knowledge_word to current_user using (true) with check (true);
