-- What others learned at a step was text of ours: who passed it leaves a lesson, which the network reads before others do.
create table network.lesson (
  tenant uuid not null references access.organisation,
  id uuid not null,
  path text not null check (path in ('initiatief', 'gemeente')),
  step text not null check (step <> ''),
  words text not null check (words <> ''),
  audience text not null check (audience in ('everybody', 'cooperatives', 'municipalities')),
  -- Whether the name of the organisation stands with it.
  named boolean not null,
  written_by uuid not null references access.person,
  written_at timestamptz not null,
  primary key (tenant, id)
);
create index on network.lesson (path, step);
comment on column network.lesson.words is 'personal: what an organisation learned, which may tell of people; kept: until the organisation takes it back';
comment on column network.lesson.written_by is 'personal: who wrote it down; kept: as long as the lesson';
select access.wall('network.lesson');
revoke update on network.lesson from opbloei_app;
create policy network_reads on network.lesson for select using (access.is_network());

-- The second pair of eyes is that of the network.
create table network.lesson_verdict (
  tenant uuid not null,
  lesson uuid not null,
  yes boolean not null,
  words text check (words <> ''),
  decided_by uuid not null references access.person,
  decided_at timestamptz not null,
  primary key (tenant, lesson),
  foreign key (tenant, lesson) references network.lesson (tenant, id) on delete cascade,
  check (yes or words is not null)
);
comment on column network.lesson_verdict.words is 'personal: what the network wants otherwise; kept: as long as the lesson';
comment on column network.lesson_verdict.decided_by is 'personal: who at the network read it; kept: as long as the lesson';
alter table network.lesson_verdict enable row level security;
alter table network.lesson_verdict force row level security;
grant select, insert on network.lesson_verdict to opbloei_app;
create trigger only_added before update on network.lesson_verdict for each row execute function access.no_change();
create policy read on network.lesson_verdict for select using (tenant = access.org() or access.is_network());
create policy network_decides on network.lesson_verdict for insert with check (access.is_network() and decided_by = access.me());

-- What others read, with the name only where it was meant to be shown. It goes when the lesson does.
create table network.lesson_shown (
  tenant uuid not null,
  lesson uuid not null,
  path text not null,
  step text not null,
  words text not null,
  audience text not null,
  kind text not null check (kind in ('cooperative', 'municipality')),
  name text check (name <> ''),
  shown_at timestamptz not null,
  primary key (tenant, lesson),
  foreign key (tenant, lesson) references network.lesson (tenant, id) on delete cascade
);
create index on network.lesson_shown (path, step);
comment on column network.lesson_shown.name is 'personal: how the organisation is called, which may be after a person; kept: as long as the lesson';
alter table network.lesson_shown enable row level security;
alter table network.lesson_shown force row level security;
grant select, insert on network.lesson_shown to opbloei_app;
create trigger only_added before update on network.lesson_shown for each row execute function access.no_change();
create policy reads on network.lesson_shown for select using (access.org() is not null);
create policy network_shows on network.lesson_shown for insert with check (access.is_network()
  and exists (select from network.lesson_verdict v where v.tenant = lesson_shown.tenant and v.lesson = lesson_shown.lesson and v.yes));
