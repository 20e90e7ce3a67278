-- Days that a later decree equates with a holiday are written down by the network like amounts: by one person, counting once another confirmed them.
-- The days that came with this version stay as they are; what is confirmed last about a day is what counts.
create table law.equated_entry (
  id uuid primary key,
  on_day date not null,
  -- false: the day was written down before, and no decree equates it
  equated boolean not null,
  source text not null check (source <> ''),
  doubt text check (doubt <> ''),
  entered_by uuid not null references access.person,
  entered_at timestamptz not null
);
comment on column law.equated_entry.entered_by is 'personal: who at the network wrote it down; kept: as long as the day can be asked for';
select access.wall_append_only('law.equated_entry', 'true');
drop policy wall on law.equated_entry;
create policy everybody_reads on law.equated_entry for select using (true);
create policy network_writes on law.equated_entry for insert with check (access.is_network() and entered_by = access.me());

create table law.equated_verdict (
  entry uuid primary key references law.equated_entry,
  confirmed boolean not null,
  reason text check (reason <> ''),
  decided_by uuid not null references access.person,
  decided_at timestamptz not null,
  check (confirmed = (reason is null))
);
comment on column law.equated_verdict.decided_by is 'personal: who at the network looked a second time; kept: as long as the day can be asked for';
select access.wall_append_only('law.equated_verdict', 'true');
drop policy wall on law.equated_verdict;
create policy everybody_reads on law.equated_verdict for select using (true);
create policy other_eyes on law.equated_verdict for insert with check (
  access.is_network() and decided_by = access.me()
  and exists (select from law.equated_entry e where e.id = entry and e.entered_by <> decided_by)
);
