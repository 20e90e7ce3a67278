-- Drafts that change, invoices that never do: a number is taken as the last step of sending, and what happens afterwards is rows beside it.
create schema invoicing;

-- What a member or the treasurer is preparing. It goes away when it is sent or dropped.
create table invoicing.draft (
  tenant uuid not null references access.organisation,
  id uuid not null,
  kind text not null check (kind in ('invoice', 'day-sheet')),
  member uuid not null references access.person,
  customer uuid,
  basis text not null check (basis in ('with', 'without')),
  performed_on date not null,
  reference text,
  note text,
  -- How the money of a market day came in; the rest is cash in the member's hands.
  by_card bigint not null default 0 check (by_card >= 0),
  asked_by uuid references access.person,
  asked_at timestamptz not null,
  -- Why the treasurer gave it back to the member; null when it waits for the treasurer.
  returned_because text,
  primary key (tenant, id),
  foreign key (tenant, customer) references organisations.customer (tenant, id),
  check ((kind = 'invoice') = (customer is not null))
);
create index on invoicing.draft (tenant, member);
create index on invoicing.draft (tenant, performed_on);
comment on column invoicing.draft.member is 'personal: who did the work; kept: until sent or dropped';
comment on column invoicing.draft.customer is 'personal: for whom; kept: until sent or dropped';
comment on column invoicing.draft.note is 'personal: words for the customer; kept: until sent or dropped';
comment on column invoicing.draft.asked_by is 'personal: who asked for it; kept: until sent or dropped';
comment on column invoicing.draft.returned_because is 'personal: what must be changed; kept: until sent or dropped';
select access.wall('invoicing.draft');

create table invoicing.draft_line (
  tenant uuid not null,
  draft uuid not null,
  line int not null,
  description text not null,
  -- In thousandths.
  quantity bigint not null check (quantity <> 0),
  unit text not null,
  price bigint not null check (price >= 0),
  vat text not null check (vat in ('standard', 'reduced', 'zero', 'exempt', 'reverse-charge')),
  primary key (tenant, draft, line),
  foreign key (tenant, draft) references invoicing.draft on delete cascade
);
select access.wall('invoicing.draft_line');

-- One gapless series per cooperative and year; the locked row is the only way to a number.
create table invoicing.series (
  tenant uuid not null references access.organisation,
  year int not null,
  last int not null check (last >= 0),
  last_on date,
  -- Turnover under the small business scheme before the cooperative began here (Wet OB art. 25).
  sold_before bigint not null default 0,
  primary key (tenant, year)
);
select access.wall('invoicing.series');

create table invoicing.invoice (
  tenant uuid not null references access.organisation,
  id uuid not null,
  year int not null,
  sequence int not null,
  number text not null,
  kind text not null check (kind in ('invoice', 'credit-note', 'day-sheet')),
  member uuid not null references access.person,
  customer uuid,
  customer_name text not null,
  -- The invoice that a credit note is about.
  credits uuid,
  issued_on date not null,
  due_on date,
  performed_on date not null,
  net bigint not null,
  vat bigint not null,
  rounding bigint not null,
  payable bigint not null check (payable >= 0),
  -- What counts for the limit of the small business scheme; below zero for a credit note.
  kor_sold bigint not null,
  -- Everything that stands on it, frozen.
  document jsonb not null,
  -- Sent for work that was done without consent: its net waits, and why (decisions 6).
  waits_because text,
  sent_at timestamptz not null,
  sent_by uuid references access.person,
  primary key (tenant, id),
  constraint one_number unique (tenant, year, sequence),
  constraint one_number_in_words unique (tenant, number),
  foreign key (tenant, customer) references organisations.customer (tenant, id),
  foreign key (tenant, credits) references invoicing.invoice,
  check (net + vat + rounding = payable),
  check ((kind = 'credit-note') = (credits is not null))
);
create index on invoicing.invoice (tenant, member, issued_on);
create index on invoicing.invoice (tenant, issued_on);
create index on invoicing.invoice (tenant, credits) where credits is not null;
comment on column invoicing.invoice.member is 'personal: whose turnover it is; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.invoice.customer is 'personal: who bought; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.invoice.customer_name is 'personal: who bought; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.invoice.document is 'personal: the invoice as it was sent, with the address of the customer; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.invoice.waits_because is 'personal: why it was sent without consent; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.invoice.sent_by is 'personal: who sent it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.invoice');

-- What a credit note took of each line of its invoice.
create table invoicing.credited_line (
  tenant uuid not null,
  credit_note uuid not null,
  invoice uuid not null,
  line int not null,
  quantity bigint not null,
  net bigint not null,
  primary key (tenant, credit_note, line),
  foreign key (tenant, credit_note) references invoicing.invoice,
  foreign key (tenant, invoice) references invoicing.invoice
);
create index on invoicing.credited_line (tenant, invoice);
select access.wall_append_only('invoicing.credited_line');

-- Money of a customer for an invoice: only this is divided (decisions 1).
create table invoicing.receipt (
  tenant uuid not null references access.organisation,
  id uuid not null,
  invoice uuid not null,
  member uuid not null references access.person,
  on_day date not null,
  net bigint not null,
  vat bigint not null,
  rounding bigint not null,
  gross bigint not null check (gross > 0),
  source_kind text not null,
  source_id text not null,
  entry uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant, id),
  constraint received_once unique (tenant, source_kind, source_id, invoice),
  foreign key (tenant, invoice) references invoicing.invoice,
  check (net + vat + rounding = gross)
);
create index on invoicing.receipt (tenant, invoice);
create index on invoicing.receipt (tenant, on_day);
comment on column invoicing.receipt.member is 'personal: whose turnover it is; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.receipt');

-- A part of a receipt that is no turnover any more: a credit note after payment, or a payment that was undone.
create table invoicing.taken_back (
  tenant uuid not null,
  receipt uuid not null,
  -- The credit note, or the undoing.
  cause uuid not null,
  why text not null check (why in ('credited', 'undone')),
  invoice uuid not null,
  member uuid not null references access.person,
  on_day date not null,
  net bigint not null,
  vat bigint not null,
  rounding bigint not null,
  gross bigint not null check (gross > 0),
  recorded_at timestamptz not null,
  primary key (tenant, receipt, cause),
  foreign key (tenant, receipt) references invoicing.receipt,
  foreign key (tenant, invoice) references invoicing.invoice
);
create index on invoicing.taken_back (tenant, invoice);
create index on invoicing.taken_back (tenant, on_day);
comment on column invoicing.taken_back.member is 'personal: whose turnover it was; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.taken_back');

-- The bank took the payment back, or it was matched with the wrong invoice.
create table invoicing.receipt_undone (
  tenant uuid not null,
  receipt uuid not null,
  id uuid not null,
  on_day date not null,
  entry uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant, receipt),
  foreign key (tenant, receipt) references invoicing.receipt
);
select access.wall_append_only('invoicing.receipt_undone');

-- Money given back to a customer after a credit note.
create table invoicing.refund (
  tenant uuid not null references access.organisation,
  id uuid not null,
  invoice uuid not null,
  on_day date not null,
  cents bigint not null check (cents > 0),
  source_kind text not null,
  source_id text not null,
  entry uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant, id),
  constraint refunded_once unique (tenant, source_kind, source_id),
  foreign key (tenant, invoice) references invoicing.invoice
);
create index on invoicing.refund (tenant, invoice);
select access.wall_append_only('invoicing.refund');

create table invoicing.refund_undone (
  tenant uuid not null,
  refund uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant, refund),
  foreign key (tenant, refund) references invoicing.refund
);
select access.wall_append_only('invoicing.refund_undone');

-- One friendly reminder.
create table invoicing.reminder (
  tenant uuid not null,
  invoice uuid not null,
  sent_at timestamptz not null,
  sent_by uuid references access.person,
  primary key (tenant, invoice),
  foreign key (tenant, invoice) references invoicing.invoice
);
comment on column invoicing.reminder.sent_by is 'personal: who sent it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.reminder');

-- Writing off is proposed by one person and agreed by another.
create table invoicing.write_off_proposal (
  tenant uuid not null,
  invoice uuid not null,
  id uuid not null,
  reason text not null,
  proposed_by uuid not null references access.person,
  proposed_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, invoice) references invoicing.invoice
);
create index on invoicing.write_off_proposal (tenant, invoice);
comment on column invoicing.write_off_proposal.proposed_by is 'personal: who proposed it; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.write_off_proposal.reason is 'personal: why the customer will not pay; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.write_off_proposal');

create table invoicing.write_off (
  tenant uuid not null,
  invoice uuid not null,
  proposal uuid not null,
  agreed_by uuid not null references access.person,
  on_day date not null,
  cents bigint not null check (cents > 0),
  entry uuid not null,
  agreed_at timestamptz not null,
  primary key (tenant, invoice),
  foreign key (tenant, invoice) references invoicing.invoice,
  foreign key (tenant, proposal) references invoicing.write_off_proposal (tenant, id)
);
comment on column invoicing.write_off.agreed_by is 'personal: who agreed; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.write_off');

-- The consent came, or the municipality answered: the net of an invoice need not wait any longer.
create table invoicing.released (
  tenant uuid not null,
  invoice uuid not null,
  on_day date not null,
  because text not null,
  released_by uuid references access.person,
  released_at timestamptz not null,
  primary key (tenant, invoice),
  foreign key (tenant, invoice) references invoicing.invoice
);
comment on column invoicing.released.released_by is 'personal: who released it; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.released.because is 'personal: on what ground; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.released');

-- The supply that took the cooperative over the limit: from it on VAT is due, this year and the next (Wet OB art. 25a).
create table invoicing.kor_ended (
  tenant uuid not null,
  year int not null,
  invoice uuid not null,
  on_day date not null,
  locked_until date not null,
  primary key (tenant, year),
  foreign key (tenant, invoice) references invoicing.invoice
);
select access.wall_append_only('invoicing.kor_ended');

-- Members who may send their own invoices.
create table invoicing.trust (
  tenant uuid not null references access.organisation,
  member uuid not null references access.person,
  since date not null,
  until date,
  given_by uuid references access.person,
  primary key (tenant, member, since)
);
comment on column invoicing.trust.member is 'personal: who may send invoices; kept: 2 years after it ends';
comment on column invoicing.trust.given_by is 'personal: who decided it; kept: 2 years after it ends';
select access.wall('invoicing.trust');

-- Where every invoice stands. Open below zero: the customer has money to come.
create view invoicing.standing with (security_invoker = true) as
select i.tenant, i.id as invoice, i.payable,
  coalesce(r.gross, 0)::bigint as received,
  coalesce(u.gross, 0)::bigint as undone,
  coalesce(c.payable, 0)::bigint as credited,
  coalesce(f.cents, 0)::bigint as refunded,
  coalesce(w.cents, 0)::bigint as written_off,
  (i.payable - coalesce(r.gross, 0) + coalesce(u.gross, 0) - coalesce(c.payable, 0) + coalesce(f.cents, 0) - coalesce(w.cents, 0))::bigint as open
from invoicing.invoice i
left join lateral (select sum(gross) as gross from invoicing.receipt x where x.tenant = i.tenant and x.invoice = i.id) r on true
left join lateral (select sum(gross) as gross from invoicing.receipt x join invoicing.receipt_undone y on y.tenant = x.tenant and y.receipt = x.id
  where x.tenant = i.tenant and x.invoice = i.id) u on true
left join lateral (select sum(payable) as payable from invoicing.invoice x where x.tenant = i.tenant and x.credits = i.id) c on true
left join lateral (select sum(cents) as cents from invoicing.refund x where x.tenant = i.tenant and x.invoice = i.id
  and not exists (select from invoicing.refund_undone y where y.tenant = x.tenant and y.refund = x.id)) f on true
left join lateral (select sum(cents) as cents from invoicing.write_off x where x.tenant = i.tenant and x.invoice = i.id) w on true
where i.kind <> 'credit-note';
grant select on invoicing.standing to opbloei_app;
