-- One reminder was not enough, and nobody could say "not now": reminding goes in steps that a cooperative sets, each written down once, with pauses.
alter table invoicing.reminder drop constraint reminder_pkey;
alter table invoicing.reminder add column step text not null default 'friendly' check (step in ('friendly', 'second', 'call', 'last'));
alter table invoicing.reminder alter column step drop default;
-- What was said on the telephone, and the costs that a last letter named (BW 6:96 lid 6).
alter table invoicing.reminder add column words text;
alter table invoicing.reminder add column costs bigint check (costs > 0);
alter table invoicing.reminder add column how text check (how in ('mail', 'paper', 'phone'));
alter table invoicing.reminder add primary key (tenant, invoice, step);
comment on column invoicing.reminder.words is 'personal: what the customer said on the telephone; kept: 7 years after the financial year (AWR 52)';

-- Days after the last day to pay on which each step comes; a step without days is left out.
create table invoicing.reminding (
  tenant uuid not null references access.organisation,
  friendly int check (friendly between 1 and 365),
  second int check (second between 1 and 365),
  call int check (call between 1 and 365),
  last int check (last between 1 and 365),
  write_off int check (write_off between 1 and 365),
  -- Whether the two friendly mails go by themselves; the treasurer sets it.
  automatic boolean not null,
  costs bigint check (costs > 0),
  primary key (tenant)
);
select access.wall('invoicing.reminding');

create table invoicing.reminding_pause (
  tenant uuid not null references access.organisation,
  id uuid not null,
  invoice uuid not null,
  why text not null check (why in ('parts', 'complaint', 'member', 'other')),
  words text not null,
  -- The last day of the pause; null is until somebody ends it.
  until date,
  asked_by uuid not null references access.person,
  asked_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references access.person,
  primary key (tenant, id),
  foreign key (tenant, invoice) references invoicing.invoice
);
create index on invoicing.reminding_pause (tenant, invoice);
create unique index one_pause on invoicing.reminding_pause (tenant, invoice) where ended_at is null;
comment on column invoicing.reminding_pause.words is 'personal: why a customer is not reminded; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.reminding_pause.asked_by is 'personal: who asked for the pause; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.reminding_pause.ended_by is 'personal: who ended the pause; kept: 7 years after the financial year (AWR 52)';
select access.wall('invoicing.reminding_pause');

-- The language in which a customer gets mail; null is not known, and then Dutch.
alter table organisations.customer add column language text check (language in ('nl', 'en'));
comment on column organisations.customer.language is 'personal: in which language the customer gets mail; kept: as long as the customer';
