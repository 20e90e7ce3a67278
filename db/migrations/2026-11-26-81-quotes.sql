-- Work begins with a price that the customer agrees to, on a page without an account; what was agreed becomes invoices that add up to it.
create table invoicing.quote_series (
  tenant uuid not null references access.organisation,
  year int not null,
  last int not null check (last >= 0),
  primary key (tenant, year)
);
select access.wall('invoicing.quote_series');

create table invoicing.quote (
  tenant uuid not null references access.organisation,
  id uuid not null,
  -- A series of its own, without meaning for the tax office.
  number text not null,
  member uuid not null references access.person,
  customer uuid not null,
  -- The newest version.
  version int not null check (version > 0),
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (tenant, id),
  constraint one_quote_number unique (tenant, number),
  foreign key (tenant, customer) references organisations.customer (tenant, id)
);
create index on invoicing.quote (tenant, member);
comment on column invoicing.quote.member is 'personal: who offers the work; kept: 1 year after it ends, accepted 7 years after the financial year (AWR 52)';
comment on column invoicing.quote.customer is 'personal: to whom; kept: 1 year after it ends, accepted 7 years after the financial year (AWR 52)';
select access.wall('invoicing.quote');

create table invoicing.quote_version (
  tenant uuid not null,
  quote uuid not null,
  version int not null,
  work_on date not null,
  -- What was filled in, and once sent everything that stands on it.
  asked jsonb not null,
  document jsonb,
  made_by uuid references access.person,
  made_at timestamptz not null,
  sent_at timestamptz,
  sent_by uuid references access.person,
  valid_until date,
  primary key (tenant, quote, version),
  foreign key (tenant, quote) references invoicing.quote on delete cascade,
  check ((sent_at is null) = (document is null) and (sent_at is null) = (valid_until is null))
);
comment on column invoicing.quote_version.asked is 'personal: lines and conditions; kept: as long as the quote';
comment on column invoicing.quote_version.document is 'personal: the quote as it was sent, with the address of the customer; kept: as long as the quote';
comment on column invoicing.quote_version.made_by is 'personal: who wrote it; kept: as long as the quote';
comment on column invoicing.quote_version.sent_by is 'personal: who sent it; kept: as long as the quote';
select access.wall('invoicing.quote_version');

create table invoicing.quote_answer (
  tenant uuid not null,
  quote uuid not null,
  version int not null,
  outcome text not null check (outcome in ('accepted', 'declined')),
  name text,
  reason text,
  answered_at timestamptz not null,
  primary key (tenant, quote, version),
  foreign key (tenant, quote, version) references invoicing.quote_version on delete cascade,
  check ((outcome = 'accepted') = (name is not null))
);
comment on column invoicing.quote_answer.name is 'personal: who accepted; kept: as long as the quote';
comment on column invoicing.quote_answer.reason is 'personal: why it was declined; kept: as long as the quote';
select access.wall('invoicing.quote_answer');

-- The part of a quote that became a request for an invoice; sent, the invoice keeps the same id.
create table invoicing.quote_part (
  tenant uuid not null,
  quote uuid not null,
  part int not null,
  invoice uuid not null,
  asked_at timestamptz not null,
  primary key (tenant, quote, part),
  foreign key (tenant, quote) references invoicing.quote on delete cascade
);
select access.wall('invoicing.quote_part');

-- The link itself is never kept, only its SHA-256; each mail has a link of its own.
create table invoicing.quote_link (
  tenant uuid not null references access.organisation,
  token_hash text not null,
  quote uuid not null,
  made_at timestamptz not null,
  primary key (tenant, token_hash),
  foreign key (tenant, quote) references invoicing.quote on delete cascade
);
create unique index on invoicing.quote_link (token_hash);
create index on invoicing.quote_link (tenant, quote);
select access.wall('invoicing.quote_link');
create policy by_token on invoicing.quote_link for select using (token_hash = access.token());

create table invoicing.quote_question (
  tenant uuid not null,
  id uuid not null,
  quote uuid not null,
  words text not null,
  asked_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid references access.person,
  primary key (tenant, id),
  foreign key (tenant, quote) references invoicing.quote on delete cascade
);
create index on invoicing.quote_question (tenant, quote);
comment on column invoicing.quote_question.words is 'personal: what a customer asked about a quote; kept: as long as the quote';
comment on column invoicing.quote_question.answer is 'personal: what was answered; kept: as long as the quote';
comment on column invoicing.quote_question.answered_by is 'personal: who answered; kept: as long as the quote';
select access.wall('invoicing.quote_question');

-- What the holder of a link may read: that quote, its newest version and what was said about it.
create function invoicing.quote_linked(of_tenant uuid, of_quote uuid) returns boolean language sql stable as $$
  select access.token() is not null and exists (
    select from invoicing.quote_link l where l.tenant = of_tenant and l.quote = of_quote and l.token_hash = access.token()) $$;
create policy by_token on invoicing.quote for select using (invoicing.quote_linked(tenant, id));
create policy by_token on invoicing.quote_version for select using (sent_at is not null and invoicing.quote_linked(tenant, quote));
create policy by_token on invoicing.quote_answer for select using (invoicing.quote_linked(tenant, quote));
create policy by_token on invoicing.quote_question for select using (invoicing.quote_linked(tenant, quote));
