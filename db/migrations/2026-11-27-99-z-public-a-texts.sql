-- The pages that anybody reads are kept by the national network: one person writes a text, and visitors read it once another published it.
create schema network;

-- Of everybody: no tenant. A text is never changed; another one comes after it.
create table network.text_version (
  id uuid primary key,
  page text not null check (page <> ''),
  language text not null check (language in ('nl', 'en')),
  title text not null check (title <> ''),
  lead text not null check (lead <> ''),
  body text not null check (body <> ''),
  written_by uuid not null references access.person,
  written_at timestamptz not null
);
create index on network.text_version (page, language);
comment on column network.text_version.written_by is 'personal: who at the network wrote a text; kept: as long as its history can be read';
select access.wall_append_only('network.text_version', 'true');
drop policy wall on network.text_version;

create table network.text_verdict (
  version uuid primary key references network.text_version,
  published boolean not null,
  reason text check (reason <> ''),
  decided_by uuid not null references access.person,
  decided_at timestamptz not null,
  check (published = (reason is null))
);
comment on column network.text_verdict.decided_by is 'personal: who at the network published a text or sent it back; kept: as long as its history can be read';
select access.wall_append_only('network.text_verdict', 'true');
drop policy wall on network.text_verdict;

-- A visitor sees what was published, and nothing of what waits or was sent back.
create policy published_is_read on network.text_verdict for select using (published or access.is_network());
create policy published_is_read on network.text_version for select using (
  access.is_network() or exists (select from network.text_verdict v where v.version = id and v.published)
);
create policy network_writes on network.text_version for insert with check (access.is_network() and written_by = access.me());
-- Two pairs of eyes: whoever wrote a text does not publish it.
create policy other_eyes on network.text_verdict for insert with check (
  access.is_network() and decided_by = access.me()
  and exists (select from network.text_version t where t.id = version and t.written_by <> decided_by)
);

-- What somebody answered before applying, and chose to send along; it is read back before it is sent, and goes when the application goes.
alter table members.application add column brought text check (brought <> '');
comment on column members.application.brought is 'personal: answers that somebody chose to send along; kept: 14 days unsent, 30 days declined, 1 year sent';
