-- An item could be words only: a version can have files with it now, which are read by others from the moment on which that version is.
alter table network.knowledge_version add unique (id, item);

-- A file that was added to an item; its bytes are in kit.file, of the organisation of whoever added it.
create table network.knowledge_file (
  id uuid primary key,
  item uuid not null references network.knowledge_item,
  organisation uuid not null references access.organisation,
  file uuid not null,
  name text not null check (name <> ''),
  type text not null check (type <> ''),
  size int not null check (size > 0),
  added_by uuid not null references access.person,
  added_at timestamptz not null,
  unique (id, item)
);
create index on network.knowledge_file (item);
create unique index on network.knowledge_file (organisation, file);
comment on column network.knowledge_file.name is 'personal: the name a person gave the file; kept: as long as the history of the item can be read';
comment on column network.knowledge_file.added_by is 'personal: who added the file; kept: as long as the history of the item can be read';

-- Which files a version has: put with it until somebody decided about it, and never after.
create table network.knowledge_attachment (
  version uuid not null,
  item uuid not null,
  attachment uuid not null,
  primary key (version, attachment),
  foreign key (version, item) references network.knowledge_version (id, item),
  foreign key (attachment, item) references network.knowledge_file (id, item)
);
create index on network.knowledge_attachment (attachment);

select access.wall('network.knowledge_attachment', 'true');
drop policy wall on network.knowledge_attachment;
revoke update on network.knowledge_attachment from opbloei_app;
create policy readers on network.knowledge_attachment for select using (
  access.is_network()
  or exists (select from network.knowledge_item i where i.id = item and i.owner = access.org())
  or exists (select from network.knowledge_shown s where s.version = knowledge_attachment.version)
);
create policy writer_adds on network.knowledge_attachment for insert with check (
  exists (select from network.knowledge_version v where v.id = version and v.written_by = access.me())
  and not exists (select from network.knowledge_verdict d where d.version = knowledge_attachment.version)
  and (access.is_network() or exists (select from network.knowledge_item i where i.id = item and i.owner = access.org()))
);
create policy writer_takes_off on network.knowledge_attachment for delete using (
  exists (select from network.knowledge_version v where v.id = version and v.written_by = access.me())
  and not exists (select from network.knowledge_verdict d where d.version = knowledge_attachment.version)
);

select access.wall('network.knowledge_file', 'true');
drop policy wall on network.knowledge_file;
revoke update on network.knowledge_file from opbloei_app;
-- Asked under the row security of what is put with a version: a visitor reads what the version has that is read now.
create policy readers on network.knowledge_file for select using (
  access.is_network()
  or exists (select from network.knowledge_item i where i.id = item and i.owner = access.org())
  or exists (select from network.knowledge_attachment a join network.knowledge_shown s on s.version = a.version where a.attachment = knowledge_file.id)
);
create policy keeper_adds on network.knowledge_file for insert with check (
  organisation = access.org() and added_by = access.me()
  and (access.is_network() or exists (select from network.knowledge_item i where i.id = item and i.owner = access.org()))
);
create policy adder_removes on network.knowledge_file for delete using (organisation = access.org() and added_by = access.me());

-- The bytes follow: whoever may read that an item has a file, may read the file.
create policy with_an_item on kit.file for select to opbloei_app
  using (exists (select from network.knowledge_file f where f.organisation = file.organisation and f.file = file.id));
