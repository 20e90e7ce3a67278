-- Who wanted to begin had to be let in by somebody who had time to talk: now a confirmed address gives a start path at once, and the network confirms once before anything real can be done.

-- An organisation that the network has yet to confirm works at its start and does nothing that reaches others.
alter table access.organisation add column provisional boolean not null default false;

-- Somebody without an account who wants to begin. tenant: the network.
create table network.sign_up (
  tenant uuid not null references access.organisation,
  id uuid not null,
  kind text not null check (kind in ('initiative', 'municipality')),
  name text not null check (name <> ''),
  place text not null check (place <> ''),
  code text check (code <> ''),
  person_name text not null check (person_name <> ''),
  email text not null check (email <> ''),
  language text not null check (language in ('nl', 'en')),
  -- The digest of the address in the mail: whoever opens it reads the mail.
  token_hash text not null,
  asked_at timestamptz not null,
  proved_at timestamptz,
  -- A municipality is let in by the network, or not.
  accepted boolean,
  words text check (words <> ''),
  decided_by uuid references access.person,
  decided_at timestamptz,
  primary key (tenant, id),
  unique (tenant, token_hash),
  check ((kind = 'municipality') = (code is not null)),
  check ((decided_at is null) = (accepted is null)),
  check ((decided_at is null) = (decided_by is null)),
  check (decided_at is null or kind = 'municipality')
);
comment on column network.sign_up.name is 'personal: what the plan is called, which may be after a person; kept: 7 days, of a municipality until the network decided and 60 days at most';
comment on column network.sign_up.person_name is 'personal: who wants to begin; kept: 7 days, of a municipality until the network decided and 60 days at most';
comment on column network.sign_up.email is 'personal: where the proof and the invitation go; kept: 7 days, of a municipality until the network decided and 60 days at most';
comment on column network.sign_up.language is 'personal: in which language somebody reads; kept: 7 days, of a municipality until the network decided and 60 days at most';
comment on column network.sign_up.decided_by is 'personal: who at the network decided; kept: 60 days at most';
select access.wall('network.sign_up');

alter table network.initiative alter column opened_by drop not null;
alter table network.initiative add column kind text not null default 'cooperative' check (kind in ('cooperative', 'municipality'));
alter table network.initiative add column own boolean not null default false;
alter table network.initiative add column place text check (place <> '');
alter table network.initiative add constraint somebody_opened check (own or opened_by is not null);

-- The one check between an unknown initiator and a real cooperative: asked at the end of the path, answered by the network.
create table network.confirming (
  tenant uuid not null references access.organisation,
  id uuid not null,
  kvk text not null check (kvk ~ '^[0-9]{8}$'),
  words text not null check (words <> ''),
  asked_by uuid not null references access.person,
  asked_at timestamptz not null,
  primary key (tenant, id)
);
comment on column network.confirming.words is 'personal: whom the network may call; kept: as long as the organisation is here';
comment on column network.confirming.asked_by is 'personal: who asked to be confirmed; kept: as long as the organisation is here';
create table network.confirming_answer (
  tenant uuid not null,
  confirming uuid not null,
  yes boolean not null,
  words text check (words <> ''),
  answered_by uuid not null references access.person,
  answered_at timestamptz not null,
  primary key (tenant, confirming),
  foreign key (tenant, confirming) references network.confirming (tenant, id) on delete cascade,
  check (yes or words is not null)
);
comment on column network.confirming_answer.words is 'personal: what the network answered; kept: as long as the organisation is here';
comment on column network.confirming_answer.answered_by is 'personal: who at the network answered; kept: as long as the organisation is here';
select access.wall('network.confirming');
revoke update on network.confirming from opbloei_app;
create policy network_reads on network.confirming for select using (access.is_network());
alter table network.confirming_answer enable row level security;
alter table network.confirming_answer force row level security;
grant select, insert on network.confirming_answer to opbloei_app;
create trigger only_added before update on network.confirming_answer for each row execute function access.no_change();
create policy read on network.confirming_answer for select using (tenant = access.org() or access.is_network());
create policy network_answers on network.confirming_answer for insert with check (access.is_network() and answered_by = access.me());

-- That a path nobody touched was told, so that it is not wiped without a word.
create table network.start_told (
  tenant uuid not null references access.organisation,
  told_at timestamptz not null,
  primary key (tenant, told_at)
);
select access.wall('network.start_told');
revoke update on network.start_told from opbloei_app;

-- A path that nobody touched is wiped: rows stay unchangeable, and the program alone deletes.
do $$
declare
  name text;
begin
  foreach name in array array['start_tick', 'start_question', 'paper_answer', 'paper', 'paper_use', 'paper_told'] loop
    execute format('drop trigger only_added on network.%I', name);
    execute format('create trigger only_added before update on network.%I for each row execute function access.no_change()', name);
  end loop;
  foreach name in array array['start_tick', 'start_question', 'start_sharing', 'start_told', 'paper_answer', 'paper', 'paper_use', 'paper_told', 'initiative', 'sign_up', 'confirming'] loop
    execute format('grant delete on network.%I to opbloei_app', name);
    execute format('create policy program_sweeps on network.%I as restrictive for delete using (access.me() is null)', name);
  end loop;
end $$;
comment on column network.start_tick.ticked_by is 'personal: who said that a step was done; kept: as long as the organisation is here, half a year where a path is not touched';
comment on column network.start_sharing.chosen_by is 'personal: who chose to share the progress or not; kept: as long as the organisation is here, half a year where a path is not touched';
comment on column network.initiative.name is 'personal: what the initiative is called, which may be after a person; kept: as long as the organisation is here, half a year where its path is not touched';
