-- A month in which a member's agreement changed is divided in parts, one per version; and what an agreement says about leaving is booked as a line of its own.
alter table settlement.member_month drop constraint member_month_pkey cascade;
alter table settlement.member_month add column part smallint not null default 0;
alter table settlement.member_month alter column part drop default;
alter table settlement.member_month add primary key (tenant, month, member, part);

alter table settlement.share add column part smallint not null default 0;
alter table settlement.share alter column part drop default;
alter table settlement.share add foreign key (tenant, month, member, part) references settlement.member_month;
-- `ending`: at the close in which a member left, what was left of a loss or of a pot below zero, for whom the agreement says.
alter table settlement.share drop constraint share_kind_check;
alter table settlement.share add constraint share_kind_check check (kind in ('share', 'arrears', 'surplus', 'ending'));

alter table settlement.divided_receipt add column part smallint not null default 0;
alter table settlement.divided_receipt alter column part drop default;
alter table settlement.divided_receipt add foreign key (tenant, month, member, part) references settlement.member_month;

-- Money for work of a day for which nothing was agreed: it waits until somebody agreed upon that day, and then counts in an open month.
create table settlement.set_aside (
  tenant uuid not null,
  receipt uuid not null,
  month text not null,
  member uuid not null references access.person,
  invoice uuid not null,
  number text not null,
  on_day date not null,
  performed_on date not null,
  net bigint not null,
  vat bigint not null,
  rounding bigint not null,
  primary key (tenant, receipt),
  foreign key (tenant, month) references settlement.closing
);
create index on settlement.set_aside (tenant, member);
comment on column settlement.set_aside.member is 'personal: whose sale was paid; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('settlement.set_aside');
