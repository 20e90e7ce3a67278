-- Costs and the spending of budgets: what a member sends, what somebody else judges, what was bought and what was paid.
create schema spending;

create table spending.receipt (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  bought_on date not null,
  gross bigint not null check (gross > 0),
  vat bigint not null check (vat >= 0 and vat <= gross),
  kind text not null,
  paid_by text not null check (paid_by in ('bank', 'cash', 'member', 'unknown')),
  what text not null,
  unsure text[] not null,
  file uuid,
  sent_by uuid not null references access.person,
  sent_at timestamptz not null,
  primary key (tenant, id)
);
create index on spending.receipt (tenant, member, bought_on);
comment on column spending.receipt.member is 'personal: whose costs they are; kept: 7 years after the financial year (AWR 52)';
comment on column spending.receipt.what is 'personal: what was bought; kept: 7 years after the financial year (AWR 52)';
comment on column spending.receipt.sent_by is 'personal: who sent it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.receipt');

create table spending.judgement (
  tenant uuid not null,
  id uuid not null,
  receipt uuid not null,
  outcome text not null check (outcome in ('accepted', 'onDevelopment', 'rejected', 'askedBack')),
  reason text,
  kind text not null,
  net bigint not null,
  vat_deductible bigint not null check (vat_deductible >= 0),
  paid_by text not null check (paid_by in ('bank', 'cash', 'member', 'unknown')),
  on_day date not null,
  person uuid not null references access.person,
  at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, receipt) references spending.receipt
);
-- A receipt is booked, or turned down, once; asking back may happen more often.
create unique index judged_once on spending.judgement (tenant, receipt) where outcome <> 'askedBack';
create index on spending.judgement (tenant, on_day);
comment on column spending.judgement.reason is 'personal: why costs count or not; kept: 7 years after the financial year (AWR 52)';
comment on column spending.judgement.person is 'personal: who judged; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.judgement');

create table spending.answer (
  tenant uuid not null,
  id uuid not null,
  receipt uuid not null,
  answer text not null,
  person uuid not null references access.person,
  at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, receipt) references spending.receipt
);
create index on spending.answer (tenant, receipt);
comment on column spending.answer.answer is 'personal: an explanation of costs; kept: 7 years after the financial year (AWR 52)';
comment on column spending.answer.person is 'personal: who answered; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.answer');

create table spending.request (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  pot text not null check (pot in ('business', 'development')),
  cents bigint not null check (cents > 0),
  what text not null,
  why text,
  asked_by uuid not null references access.person,
  asked_at timestamptz not null,
  primary key (tenant, id)
);
create index on spending.request (tenant, member);
comment on column spending.request.member is 'personal: whose budget it is; kept: 7 years after the financial year (AWR 52)';
comment on column spending.request.what is 'personal: what somebody wants to buy; kept: 7 years after the financial year (AWR 52)';
comment on column spending.request.why is 'personal: why somebody wants to buy it; kept: 7 years after the financial year (AWR 52)';
comment on column spending.request.asked_by is 'personal: who asked; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.request');

-- Approved, refused, taken back by the member, or bought: what somebody did with a request, once each way.
create table spending.request_decision (
  tenant uuid not null,
  request uuid not null,
  outcome text not null check (outcome in ('approved', 'refused', 'takenBack')),
  reason text,
  person uuid not null references access.person,
  at timestamptz not null,
  primary key (tenant, request),
  foreign key (tenant, request) references spending.request
);
comment on column spending.request_decision.reason is 'personal: why a budget may be used or not; kept: 7 years after the financial year (AWR 52)';
comment on column spending.request_decision.person is 'personal: who decided; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.request_decision');

create table spending.purchase (
  tenant uuid not null,
  request uuid not null,
  gross bigint not null check (gross > 0),
  vat_deductible bigint not null check (vat_deductible >= 0 and vat_deductible < gross),
  bought_on date not null,
  paid_by text not null check (paid_by in ('bank', 'cash', 'member')),
  file uuid,
  person uuid not null references access.person,
  at timestamptz not null,
  primary key (tenant, request),
  foreign key (tenant, request) references spending.request
);
comment on column spending.purchase.person is 'personal: who booked it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.purchase');

-- Money that settles a cost: to the shop, or back to the member who paid first. Undoing is a line of its own.
create table spending.payment (
  tenant uuid not null,
  id uuid not null,
  cost uuid not null,
  cents bigint not null check (cents <> 0),
  on_day date not null,
  source_kind text not null,
  source_id text not null,
  entry uuid not null,
  at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, source_kind, source_id)
);
create index on spending.payment (tenant, cost);
select access.wall_append_only('spending.payment');
