-- What a cooperative learned of an agreement that it borrowed, told back to who lent it. Until now a lender knew only how often something was used.
alter table network.lending_item add unique (id, owner);

create table network.lending_remark (
  -- Who borrowed and tells.
  tenant uuid not null references access.organisation,
  id uuid not null,
  item uuid not null,
  -- Who lent it and reads.
  owner uuid not null,
  words text not null check (words <> ''),
  -- The name of who tells, where it chose to stand under it.
  teller text check (teller <> ''),
  told_by uuid not null references access.person,
  told_at timestamptz not null,
  primary key (tenant, id),
  foreign key (item, owner) references network.lending_item (id, owner)
);
create index on network.lending_remark (owner, item);
create index on network.lending_remark (tenant, item);
comment on column network.lending_remark.told_by is 'personal: who of the cooperative told it; kept: as long as the cooperative is here';
select access.wall_append_only('network.lending_remark');
create policy lender_reads on network.lending_remark for select using (owner = access.org());
-- Only of what was borrowed something was learned.
create policy borrower_tells on network.lending_remark as restrictive for insert with check (
  told_by = access.me() and exists (select from network.lending_borrowing b where b.tenant = lending_remark.tenant and b.item = lending_remark.item)
);
