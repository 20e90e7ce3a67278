-- A cooperative that stopped, or that does not want to be in a list, stood in every list in which a stranger chooses one.
create table organisations.unlisted (
  tenant uuid primary key references access.organisation,
  since timestamptz not null
);
select access.wall('organisations.unlisted');
-- Whoever draws such a list is nobody in particular.
create policy public_face on organisations.unlisted for select using (true);

alter table network.listing no force row level security;
alter table organisations.unlisted no force row level security;
insert into organisations.unlisted (tenant, since) select tenant, kept_at from network.listing where not shown or progress = 'stopped';
alter table network.listing force row level security;
alter table organisations.unlisted force row level security;
