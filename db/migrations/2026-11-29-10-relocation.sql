-- A member moved to another town and neither town heard of it: the old one kept watching a consent that no longer counts, and the new one was taken by surprise.
-- What is planned is of the cooperative and the member; only once the member has read what is told to whom does each town get a notice of its own.
create table consent.relocation (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  from_municipality uuid not null references access.organisation,
  -- Null: a town that does not work with Opbloei.
  to_municipality uuid references access.organisation,
  -- The first day in the new town.
  on_day date not null,
  -- Whether the benefit goes on there.
  benefit text not null check (benefit in ('same', 'unknown', 'ends')),
  prepared_by uuid not null references access.person,
  prepared_at timestamptz not null,
  primary key (tenant, id),
  check (to_municipality is distinct from from_municipality)
);
create index on consent.relocation (tenant, member);
comment on column consent.relocation.member is 'personal: who moves; kept: 2 years after the day of moving';
comment on column consent.relocation.benefit is 'personal: whether the benefit goes on there, which decides what trade needs; kept: 2 years after the day of moving';
comment on column consent.relocation.prepared_by is 'personal: who wrote it down; kept: 2 years after the day of moving';
select access.wall_append_only('consent.relocation');

-- The towns were told, or it was called off; each at most once.
create table consent.relocation_step (
  tenant uuid not null,
  relocation uuid not null,
  what text not null check (what in ('told', 'calledOff')),
  -- Where the coach told for the member: how the member said so.
  authorisation text,
  recorded_by uuid not null references access.person,
  recorded_at timestamptz not null,
  primary key (tenant, relocation, what),
  foreign key (tenant, relocation) references consent.relocation (tenant, id)
);
comment on column consent.relocation_step.authorisation is 'personal: how the member said that it may be told; kept: 2 years after the day of moving';
comment on column consent.relocation_step.recorded_by is 'personal: who told it or called it off; kept: 2 years after the day of moving';
select access.wall_append_only('consent.relocation_step');

-- What one town reads: the old one never where somebody goes, the new one nothing of the old file unless the member said so.
create table consent.relocation_notice (
  tenant uuid not null references access.organisation,
  municipality uuid not null references access.organisation,
  municipality_name text not null,
  id uuid not null,
  relocation uuid not null,
  side text not null check (side in ('from', 'to')),
  member uuid not null references access.person,
  member_name text not null,
  cooperative_name text not null,
  on_day date not null,
  -- What the old town laid down, copied because the member chose so.
  shared jsonb,
  told_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, relocation, side),
  foreign key (tenant, relocation) references consent.relocation (tenant, id),
  check (side = 'to' or shared is null)
);
create index on consent.relocation_notice (municipality, told_at);
create index on consent.relocation_notice (tenant, member);
comment on column consent.relocation_notice.member is 'personal: who moves; kept: 2 years after the day of moving';
comment on column consent.relocation_notice.member_name is 'personal: so that a town knows whom it is about; kept: 2 years after the day of moving';
comment on column consent.relocation_notice.shared is 'personal: what the old town laid down, where the member lets the new one read it; kept: 2 years after the day of moving';
select access.wall_append_only('consent.relocation_notice');
create policy municipality_reads on consent.relocation_notice for select using (municipality = access.org());

-- The end of a notice, once: the town dealt with it, or it was called off.
create table consent.relocation_end (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  notice uuid not null,
  what text not null check (what in ('handled', 'calledOff')),
  -- What the town writes to the member.
  words text not null,
  ended_by uuid not null references access.person,
  ended_at timestamptz not null,
  primary key (tenant, notice),
  foreign key (tenant, notice) references consent.relocation_notice (tenant, id)
);
comment on column consent.relocation_end.words is 'personal: what the town writes to the member about the move; kept: 2 years after the day of moving';
comment on column consent.relocation_end.ended_by is 'personal: who dealt with it; kept: 2 years after the day of moving';
select access.wall_append_only('consent.relocation_end', $$(what = 'calledOff' and tenant = access.org()) or (what = 'handled' and municipality = access.org())$$);
create policy owners_read on consent.relocation_end for select using (tenant = access.org() or municipality = access.org());

-- Rows stay unchangeable; the program alone sweeps them when their term is over, for whatever side wrote them.
do $$
declare
  name text;
begin
  foreach name in array array['relocation', 'relocation_step', 'relocation_notice', 'relocation_end'] loop
    execute format('drop trigger only_added on consent.%I', name);
    execute format('create trigger only_added before update on consent.%I for each row execute function access.no_change()', name);
    execute format('grant delete on consent.%I to opbloei_app', name);
    execute format('create policy program_sweeps on consent.%I as restrictive for delete using (access.me() is null)', name);
  end loop;
end $$;
create policy swept on consent.relocation_end for delete using (tenant = access.org());

-- What waits: for the member to read and tell, and at each town until it dealt with it; at the new one no longer once the request came.
create view consent.shared_relocation with (security_invoker = true) as
select r.tenant, r.tenant as owner, r.member, 'relocationToTell' as what, r.id, r.prepared_at as since, r.on_day as until, null::text as about,
  null::bigint as cents, 1 as number
from consent.relocation r
where not exists (select from consent.relocation_step s where s.tenant = r.tenant and s.relocation = r.id)
union all
select n.tenant, n.municipality, n.member, case n.side when 'from' then 'residentLeaves' else 'residentComes' end, n.id, n.told_at, n.on_day, n.member_name,
  null::bigint, 1
from consent.relocation_notice n
where not exists (select from consent.relocation_end e where e.tenant = n.tenant and e.notice = n.id)
  and (n.side = 'from' or not exists (select from consent.request q where q.tenant = n.tenant and q.member = n.member and q.municipality = n.municipality
    and q.sent_at > n.told_at));
grant select on consent.shared_relocation to opbloei_app;
