-- Costs of a job that several members did together are of each by a share; whoever judges the receipt says so, and the members are told.
create table spending.cost_share (
  tenant uuid not null,
  judgement uuid not null,
  nr int not null,
  member uuid not null references access.person,
  -- The cost that lowers the result of this member, and the VAT in it that comes back.
  net bigint not null check (net >= 0),
  vat bigint not null check (vat >= 0),
  primary key (tenant, judgement, nr),
  unique (tenant, judgement, member),
  foreign key (tenant, judgement) references spending.judgement (tenant, id)
);
create index on spending.cost_share (tenant, member);
comment on column spending.cost_share.member is 'personal: whose costs they are; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.cost_share');
