-- What a treasurer writes for the next one stays with its author and day; a change is a new version.
create table homes.successor_note (
  tenant uuid not null references access.organisation,
  id uuid not null,
  words text not null check (words <> ''),
  written_by uuid not null references access.person,
  written_at timestamptz not null,
  primary key (tenant, id)
);
comment on column homes.successor_note.words is 'personal: what the next treasurer must know, which may name somebody; kept: 7 years after the financial year (AWR 52)';
comment on column homes.successor_note.written_by is 'personal: who wrote it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('homes.successor_note');
