-- Knowledge outside the network's own staff: somebody at a cooperative or municipality takes an item upon them, after saying yes, and looks after it. Whoever leaves gives it back.
create table network.knowledge_owner (
  tenant uuid not null references access.organisation,
  id uuid not null,
  item uuid not null references network.knowledge_item,
  -- In which role it was asked; whoever says yes in that role keeps it.
  role text not null check (role in ('board', 'policyAdviser', 'treasurer', 'coach', 'caseManager')),
  offered_by uuid not null references access.person,
  offered_at timestamptz not null,
  person uuid references access.person,
  accepted boolean,
  answered_at timestamptz,
  ended_at timestamptz,
  ended_why text check (ended_why in ('returned', 'left', 'taken', 'handed')),
  primary key (tenant, id),
  check ((accepted is null) = (answered_at is null)),
  check ((person is not null) = (answered_at is not null)),
  check ((ended_at is null) = (ended_why is null))
);
-- One at a time: who is asked, or who keeps it.
create unique index knowledge_owner_now on network.knowledge_owner (item) where ended_at is null and accepted is distinct from false;
create index on network.knowledge_owner (tenant, person);
comment on column network.knowledge_owner.offered_by is 'personal: who asked; kept: as long as the history of the item can be read';
comment on column network.knowledge_owner.person is 'personal: who said yes or no, and looks after it; kept: as long as the history of the item can be read';
alter table network.knowledge_owner enable row level security;
alter table network.knowledge_owner force row level security;
grant select, insert on network.knowledge_owner to opbloei_app;
grant update (person, accepted, answered_at, ended_at, ended_why) on network.knowledge_owner to opbloei_app;
create policy sides on network.knowledge_owner for select using (tenant = access.org() or access.is_network());
create policy asks on network.knowledge_owner for insert with check (
  offered_by = access.me() and person is null
  and (access.is_network() or (tenant = access.org() and exists (select from network.knowledge_item i where i.id = item and i.owner = access.org())))
);
create policy moves on network.knowledge_owner for update using (tenant = access.org() or access.is_network()) with check (tenant = access.org() or access.is_network());

-- The item follows: its organisation is who said yes, and nobody once that ended. Its address and its beginning stay.
revoke update on network.knowledge_item from opbloei_app;
grant update (owner, review_on) on network.knowledge_item to opbloei_app;
create policy takes_over on network.knowledge_item for update
  using (owner is null and exists (select from network.knowledge_owner o where o.item = knowledge_item.id and o.tenant = access.org() and o.accepted and o.ended_at is null))
  with check (owner = access.org());
create policy gives_back on network.knowledge_item for update using (owner = access.org()) with check (owner is null);

-- That somebody looked at an item again and it was still right.
create table network.knowledge_check (
  id uuid primary key,
  item uuid not null references network.knowledge_item,
  review_on date not null,
  checked_by uuid not null references access.person,
  checked_at timestamptz not null
);
create index on network.knowledge_check (item);
comment on column network.knowledge_check.checked_by is 'personal: who looked whether it is still right; kept: as long as the history of the item can be read';
select access.wall_append_only('network.knowledge_check', 'true');
drop policy wall on network.knowledge_check;
create policy keepers on network.knowledge_check for select
  using (access.is_network() or exists (select from network.knowledge_item i where i.id = item and i.owner = access.org()));
create policy keeper_checks on network.knowledge_check for insert with check (
  checked_by = access.me() and (access.is_network() or exists (select from network.knowledge_item i where i.id = item and i.owner = access.org()))
);

-- For the home of whoever keeps an item and must look at it again, and of the role that is asked to keep one; the role stands before the title.
create view network.shared_waiting with (security_invoker = true) as
  select o.tenant, o.tenant as owner, null::uuid as member, case when o.accepted then 'knowledgeToCheck' else 'knowledgeAsked' end as what, o.id,
    o.offered_at as since, i.review_on as until, (o.role || ' ') || s.title as about, null::bigint as cents, 1 as number
  from network.knowledge_owner o join network.knowledge_item i on i.id = o.item join network.knowledge_shown s on s.item = o.item
  where o.ended_at is null and (o.accepted is null or (o.accepted and o.person = access.me() and i.review_on < access.on_day()));
grant select on network.shared_waiting to opbloei_app;
