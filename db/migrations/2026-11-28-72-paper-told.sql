-- Which organisation was told of a version of a model, so that nobody hears of it twice; and whom an initiative asks.
create table network.paper_told (
  tenant uuid not null references access.organisation,
  model text not null check (model <> ''),
  version integer not null check (version > 1),
  told_at timestamptz not null,
  primary key (tenant, model, version)
);
select access.wall_append_only('network.paper_told', 'tenant = access.org()');

-- An initiative asks the network that let it in.
create policy own_reads on network.initiative for select using (id = access.org());
