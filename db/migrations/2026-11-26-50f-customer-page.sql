-- A customer has no account: whoever holds the link in the mail sees that one invoice, where it stands, and may ask about it.
create function access.token() returns text language sql stable as $$ select nullif(current_setting('app.token', true), '') $$;

-- The link itself is never kept, only its SHA-256; each mail has a link of its own.
create table invoicing.customer_link (
  tenant uuid not null references access.organisation,
  token_hash text not null,
  invoice uuid not null,
  made_at timestamptz not null,
  primary key (tenant, token_hash),
  foreign key (tenant, invoice) references invoicing.invoice
);
create unique index on invoicing.customer_link (token_hash);
select access.wall_append_only('invoicing.customer_link');
create policy by_token on invoicing.customer_link for select using (token_hash = access.token());

create table invoicing.customer_question (
  tenant uuid not null references access.organisation,
  id uuid not null,
  invoice uuid not null,
  words text not null,
  asked_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid references access.person,
  primary key (tenant, id),
  foreign key (tenant, invoice) references invoicing.invoice
);
create index on invoicing.customer_question (tenant, invoice);
create index on invoicing.customer_question (tenant) where answered_at is null;
comment on column invoicing.customer_question.words is 'personal: what a customer asked about an invoice; kept: 2 years after the invoice';
comment on column invoicing.customer_question.answer is 'personal: what the cooperative answered; kept: 2 years after the invoice';
comment on column invoicing.customer_question.answered_by is 'personal: who answered; kept: 2 years after the invoice';
select access.wall('invoicing.customer_question');

-- What the holder of a link may read: that invoice, its credit notes, and what was paid of it.
create function invoicing.linked(of_tenant uuid, of_invoice uuid) returns boolean language sql stable as $$
  select access.token() is not null and exists (
    select from invoicing.customer_link l where l.tenant = of_tenant and l.invoice = of_invoice and l.token_hash = access.token()) $$;
create policy by_token on invoicing.invoice for select using (invoicing.linked(tenant, id) or invoicing.linked(tenant, credits));
create policy by_token on invoicing.receipt for select using (invoicing.linked(tenant, invoice));
create policy by_token on invoicing.receipt_undone for select using (
  access.token() is not null and exists (select from invoicing.receipt r where r.tenant = receipt_undone.tenant and r.id = receipt_undone.receipt));
create policy by_token on invoicing.refund for select using (invoicing.linked(tenant, invoice));
create policy by_token on invoicing.refund_undone for select using (
  access.token() is not null and exists (select from invoicing.refund r where r.tenant = refund_undone.tenant and r.id = refund_undone.refund));
create policy by_token on invoicing.write_off for select using (invoicing.linked(tenant, invoice));
create policy by_token on invoicing.recovered for select using (invoicing.linked(tenant, invoice));
create policy by_token on invoicing.customer_question for select using (invoicing.linked(tenant, invoice));
-- A logo stands on every invoice and is public, like the rest of the cooperative.
create policy public_face on organisations.logo_kept for select using (true);
