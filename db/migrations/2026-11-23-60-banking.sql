-- What the bank says, kept as it came, and what each line was: a line is booked by a row beside it, and undone by another.
create schema banking;

-- A file of statements; its bytes are in kit.file.
create table banking.bank_file (
  tenant uuid not null references access.organisation,
  id uuid not null,
  file uuid not null,
  name text not null,
  sha256 text not null,
  version text not null,
  notices jsonb not null,
  imported_by uuid references access.person,
  imported_at timestamptz not null,
  primary key (tenant, id),
  -- The same file twice is one import.
  constraint one_import_per_file unique (tenant, sha256)
);
comment on column banking.bank_file.name is 'personal: what somebody called the file; kept: 7 years after the financial year (AWR 52)';
comment on column banking.bank_file.imported_by is 'personal: who brought the file in; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('banking.bank_file');

-- A statement with balances that were proved: opening + lines = closing.
create table banking.bank_statement (
  tenant uuid not null,
  id uuid not null,
  bank_file uuid not null,
  -- In which order statements came in: those of one day follow each other.
  arrived int not null,
  account text not null,
  bank_id text not null,
  page int not null,
  opening bigint not null,
  closing bigint not null,
  opened_on date not null,
  closed_on date not null,
  lines int not null,
  -- Lines that an earlier statement had already.
  known int not null,
  digest text not null,
  primary key (tenant, id),
  constraint one_statement unique (tenant, account, bank_id, page),
  constraint one_arrival unique (tenant, arrived),
  foreign key (tenant, bank_file) references banking.bank_file
);
create index on banking.bank_statement (tenant, account, closed_on);
select access.wall_append_only('banking.bank_statement');

create table banking.bank_line (
  tenant uuid not null,
  id uuid not null,
  statement uuid not null,
  position int not null,
  -- The line of the file.
  file_line int not null,
  account text not null,
  cents bigint not null,
  booked_on date not null,
  value_on date,
  name text,
  iban text,
  text text not null,
  refs text[] not null,
  bank_reference text,
  code text,
  reversal boolean not null,
  batch boolean not null,
  returned text,
  -- The payments of a batch: [{cents, name, iban, text, references}].
  details jsonb,
  -- Recognises the line in a statement that overlaps this one.
  fingerprint text not null,
  primary key (tenant, id),
  foreign key (tenant, statement) references banking.bank_statement
);
create index on banking.bank_line (tenant, booked_on, id);
create index on banking.bank_line (tenant, account, booked_on);
create index on banking.bank_line (tenant, iban);
comment on column banking.bank_line.name is 'personal: who paid or was paid; kept: 7 years after the financial year (AWR 52)';
comment on column banking.bank_line.iban is 'personal: the account of who paid or was paid; kept: 7 years after the financial year (AWR 52)';
comment on column banking.bank_line.text is 'personal: what somebody wrote with a payment; kept: 7 years after the financial year (AWR 52)';
comment on column banking.bank_line.refs is 'personal: references of a payment; kept: 7 years after the financial year (AWR 52)';
comment on column banking.bank_line.details is 'personal: the payments of a batch; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('banking.bank_line');

-- What a line was. A line has at most one booking that was not undone (the room locks the line).
create table banking.booking (
  tenant uuid not null,
  id uuid not null,
  line uuid not null,
  kind text not null,
  on_day date not null,
  -- Whose debt or cash it is, where the kind asks for a member.
  member uuid references access.person,
  note text,
  -- Accepted with many at once, without looking at each.
  at_once boolean not null,
  booked_by uuid references access.person,
  booked_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, line) references banking.bank_line
);
create index on banking.booking (tenant, line);
create index on banking.booking (tenant, on_day);
comment on column banking.booking.member is 'personal: whose money it is; kept: 7 years after the financial year (AWR 52)';
comment on column banking.booking.note is 'personal: what the treasurer wrote with it; kept: 7 years after the financial year (AWR 52)';
comment on column banking.booking.booked_by is 'personal: who booked it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('banking.booking');

-- The facts that the booking made in this room and in others, so that undoing answers exactly these.
create table banking.booking_part (
  tenant uuid not null,
  booking uuid not null,
  part int not null,
  what text not null check (what in ('receipt', 'refund', 'cost', 'entry', 'returned')),
  ref uuid not null,
  -- What a person calls it: the number of an invoice, what was bought.
  label text,
  customer uuid,
  cents bigint not null,
  primary key (tenant, booking, part),
  foreign key (tenant, booking) references banking.booking
);
create index on banking.booking_part (tenant, ref);
comment on column banking.booking_part.customer is 'personal: whose account paid, to recognise it the next time; kept: 7 years after the financial year (AWR 52)';
comment on column banking.booking_part.label is 'personal: what was paid for; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('banking.booking_part');

create table banking.booking_undone (
  tenant uuid not null,
  booking uuid not null,
  on_day date not null,
  undone_by uuid references access.person,
  undone_at timestamptz not null,
  primary key (tenant, booking),
  foreign key (tenant, booking) references banking.booking
);
comment on column banking.booking_undone.undone_by is 'personal: who undid it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('banking.booking_undone');

-- Every line with the booking that holds; none: it still waits.
create view banking.line_now with (security_invoker = true) as
select l.tenant, l.id as line, l.cents, l.booked_on, l.iban, b.id as booking, b.kind, b.on_day, b.member, b.at_once, b.booked_by, b.booked_at, b.note
from banking.bank_line l
left join lateral (
  select b.* from banking.booking b
  where b.tenant = l.tenant and b.line = l.id
    and not exists (select from banking.booking_undone u where u.tenant = b.tenant and u.booking = b.id)
  limit 1
) b on true;
grant select on banking.line_now to opbloei_app;
