-- The papers on which a cooperative stands went round as files, each edited by somebody and none with a version: one list of answers, and models that fill themselves.

-- What a cooperative answered, each time it did: the last one counts, and none is lost.
create table network.paper_answer (
  tenant uuid not null references access.organisation,
  id uuid not null,
  question text not null check (question <> ''),
  -- In which order answers came, also within one moment.
  nr bigint generated always as identity,
  words text not null check (words <> ''),
  answered_by uuid not null references access.person,
  answered_at timestamptz not null,
  primary key (tenant, id)
);
create index on network.paper_answer (tenant, question, nr);
comment on column network.paper_answer.words is 'personal: what a cooperative says of itself, which may name an address of one person; kept: as long as the cooperative is here';
comment on column network.paper_answer.answered_by is 'personal: who answered; kept: as long as the cooperative is here';
select access.wall_append_only('network.paper_answer', 'tenant = access.org()');

-- A paper as it was made: the words themselves, so that it says the same for ever.
create table network.paper (
  tenant uuid not null references access.organisation,
  id uuid not null,
  model text not null check (model <> ''),
  version integer not null check (version > 0),
  title text not null check (title <> ''),
  cooperative text not null check (cooperative <> ''),
  provisions jsonb not null,
  made_by uuid not null references access.person,
  made_at timestamptz not null,
  primary key (tenant, id)
);
create index on network.paper (tenant, model, made_at);
comment on column network.paper.provisions is 'personal: the text of a paper, which may name people where somebody wrote that in an answer; kept: as long as the cooperative is here';
comment on column network.paper.made_by is 'personal: who made it; kept: as long as the cooperative is here';
select access.wall_append_only('network.paper', 'tenant = access.org()');

-- Who uses which version of a model, without a word of the paper: this crosses to the network.
create table network.paper_use (
  tenant uuid not null references access.organisation,
  model text not null check (model <> ''),
  version integer not null check (version > 0),
  first_at timestamptz not null,
  primary key (tenant, model, version)
);
select access.wall_append_only('network.paper_use', 'tenant = access.org()');
create policy network_reads on network.paper_use for select using (access.is_network());

-- Of everybody: no tenant. From when the network lets a later version of a model count; the first counts from the beginning.
create table network.paper_version (
  model text not null check (model <> ''),
  version integer not null check (version > 1),
  published_by uuid not null references access.person,
  published_at timestamptz not null,
  primary key (model, version)
);
comment on column network.paper_version.published_by is 'personal: who at the network let a version count; kept: as long as the models are here';
select access.wall_append_only('network.paper_version', 'true');
drop policy wall on network.paper_version;
create policy everybody_reads on network.paper_version for select using (true);
create policy network_writes on network.paper_version for insert with check (access.is_network() and published_by = access.me());
