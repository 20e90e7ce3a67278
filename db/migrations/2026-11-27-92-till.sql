-- What was in the box of a market day, so that the day adds up, a difference has a reason, and tips wait apart.
create table invoicing.till (
  tenant uuid not null references access.organisation,
  -- The day sheet, as a draft and after sending.
  sheet uuid not null,
  member uuid not null references access.person,
  -- What the card reader says, tips with it: so much the provider owes.
  by_card bigint not null check (by_card >= 0),
  change_begin bigint not null default 0 check (change_begin >= 0),
  -- All cash in the box at the end; none: not counted.
  counted bigint check (counted >= 0),
  -- What of it stays in the box for the next day.
  change_end bigint not null default 0 check (change_end >= 0),
  tips bigint not null default 0 check (tips >= 0),
  reason text,
  photo uuid,
  primary key (tenant, sheet)
);
create index on invoicing.till (tenant, member, sheet);
comment on column invoicing.till.member is 'personal: whose market day it was; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.till.reason is 'personal: what the member wrote about a difference; kept: 7 years after the financial year (AWR 52)';
select access.wall('invoicing.till');
