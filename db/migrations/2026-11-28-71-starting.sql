-- Who began a cooperative kept the steps in a head and the questions in a mailbox: a path with its steps, shared with the network only when wished.

-- The last word about a step counts; nothing is rubbed out.
create table network.start_tick (
  tenant uuid not null references access.organisation,
  nr bigint not null generated always as identity,
  step text not null check (step <> ''),
  done boolean not null,
  ticked_by uuid not null references access.person,
  ticked_at timestamptz not null,
  primary key (tenant, nr)
);
comment on column network.start_tick.ticked_by is 'personal: who said that a step was done; kept: as long as the organisation is here';

create table network.start_sharing (
  tenant uuid primary key references access.organisation,
  shared boolean not null,
  chosen_by uuid not null references access.person,
  chosen_at timestamptz not null
);
comment on column network.start_sharing.chosen_by is 'personal: who chose to share the progress or not; kept: as long as the organisation is here';
select access.wall('network.start_sharing');
revoke delete on network.start_sharing from opbloei_app;
create policy network_reads on network.start_sharing for select using (shared and access.is_network());

select access.wall_append_only('network.start_tick', 'tenant = access.org()');
create policy network_reads on network.start_tick for select using (
  access.is_network() and exists (select from network.start_sharing s where s.tenant = start_tick.tenant and s.shared)
);

-- Which step a question to the network is about; the question itself is a thread.
create table network.start_question (
  tenant uuid not null,
  thread uuid not null,
  step text not null check (step <> ''),
  primary key (tenant, thread),
  foreign key (tenant, thread) references threads.thread
);
select access.wall_append_only('network.start_question', 'tenant = access.org()');
create policy network_reads on network.start_question for select using (access.is_network());

alter table threads.thread drop constraint thread_kind_check;
alter table threads.thread add constraint thread_kind_check
  check (kind in ('request', 'statement', 'receiptTotal', 'payOut', 'drawnThing', 'condition', 'startStep'));

-- An initiative that the network lets in. tenant: the network; id: the organisation that is begun for it.
create table network.initiative (
  tenant uuid not null references access.organisation,
  id uuid not null,
  name text not null check (name <> ''),
  person_name text check (person_name <> ''),
  email text check (email <> ''),
  opened_by uuid not null references access.person,
  opened_at timestamptz not null,
  begun_at timestamptz,
  primary key (tenant, id),
  check ((begun_at is null) = (person_name is not null)),
  check ((person_name is null) = (email is null))
);
comment on column network.initiative.name is 'personal: what the initiative is called, which may be after a person; kept: as long as the organisation is here';
comment on column network.initiative.person_name is 'personal: who begins, until the invitation went out; kept: minutes';
comment on column network.initiative.email is 'personal: where the invitation goes, until it went out; kept: minutes';
comment on column network.initiative.opened_by is 'personal: who at the network let the initiative in; kept: as long as the organisation is here';
select access.wall('network.initiative');
revoke delete on network.initiative from opbloei_app;
