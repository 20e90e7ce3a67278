-- How a paper reached its customer: a reminder was written down as sent although the customer had no e-mail address and nothing went out.
create table invoicing.delivery (
  tenant uuid not null,
  id uuid not null,
  invoice uuid not null,
  what text not null check (what in ('invoice', 'reminder')),
  -- `paper` must still be posted, `failed` is a document that could not be made.
  how text not null check (how in ('mail', 'paper', 'posted', 'failed')),
  at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id),
  foreign key (tenant, invoice) references invoicing.invoice
);
create index on invoicing.delivery (tenant, invoice, at);
comment on column invoicing.delivery.recorded_by is 'personal: who sent it or posted it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.delivery');
