-- The division of months: what was divided, over whom and by which article, so that every euro can be followed for good; and the month statement.
create schema settlement;
grant usage on schema settlement to opbloei_app;

-- A month that is divided and closed, with the head of the ledger's chain just before it.
create table settlement.closing (
  tenant uuid not null references access.organisation,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  closed_at timestamptz not null,
  closed_by uuid references access.person,
  head text not null,
  cover bigint not null,
  primary key (tenant, month)
);
comment on column settlement.closing.closed_by is 'personal: who closed the month; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('settlement.closing');

-- One member's month: the frozen inputs of the split and what came of the result. `facts` holds costs per kind, the rules and the totals before.
create table settlement.member_month (
  tenant uuid not null references access.organisation,
  month text not null,
  member uuid not null references access.person,
  agreement text not null,
  turnover bigint not null,
  costs bigint not null,
  costs_not_counted bigint not null,
  result bigint not null,
  open_loss_before bigint not null,
  loss_carried bigint not null,
  loss_borne bigint not null,
  facts jsonb not null,
  arrears jsonb not null,
  entry uuid,
  primary key (tenant, month, member),
  foreign key (tenant, month) references settlement.closing
);
create index on settlement.member_month (tenant, member, month);
comment on column settlement.member_month.member is 'personal: whose month was divided; kept: 7 years after the financial year (AWR 52)';
comment on column settlement.member_month.facts is 'personal: the inputs of the division, to explain it later; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('settlement.member_month');

-- What a receiver got of a member's month. The sum over a month is its result (with losses): nothing is lost.
create table settlement.share (
  tenant uuid not null,
  month text not null,
  member uuid not null,
  line smallint not null,
  receiver text not null,
  step text not null,
  kind text not null check (kind in ('share', 'arrears', 'surplus')),
  from_receiver text,
  article text not null,
  base text not null,
  of_cents bigint not null,
  weight bigint,
  whole bigint,
  cents bigint not null,
  primary key (tenant, month, member, line),
  foreign key (tenant, month, member) references settlement.member_month
);
create index on settlement.share (tenant, member);
comment on column settlement.share.member is 'personal: whose money was divided; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('settlement.share');

-- A customer's payment that was divided: net = costs + earlier_loss + set_off + its parts. The customer paid net + vat + rounding.
create table settlement.divided_receipt (
  tenant uuid not null,
  receipt uuid not null,
  month text not null,
  member uuid not null,
  invoice uuid not null,
  number text not null,
  on_day date not null,
  net bigint not null,
  vat bigint not null,
  rounding bigint not null,
  costs bigint not null,
  earlier_loss bigint not null,
  set_off bigint not null,
  primary key (tenant, receipt),
  foreign key (tenant, month, member) references settlement.member_month
);
create index on settlement.divided_receipt (tenant, invoice);
create index on settlement.divided_receipt (tenant, month, member);
comment on column settlement.divided_receipt.member is 'personal: whose sale was paid; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('settlement.divided_receipt');

-- The part of a payment in a line of its month.
create table settlement.receipt_share (
  tenant uuid not null,
  receipt uuid not null,
  line smallint not null,
  cents bigint not null,
  primary key (tenant, receipt, line),
  foreign key (tenant, receipt) references settlement.divided_receipt
);
select access.wall_append_only('settlement.receipt_share');

-- Money given back after it was divided: its shares go back in proportion, dated in the month of the cause: a credit note, or a payment undone.
create table settlement.reversal (
  tenant uuid not null,
  id uuid not null,
  receipt uuid not null,
  cause uuid not null,
  month text not null,
  on_day date not null,
  member uuid not null,
  net bigint not null check (net > 0),
  costs bigint not null,
  earlier_loss bigint not null,
  set_off bigint not null,
  loss_carried bigint not null,
  loss_borne bigint not null,
  entry uuid,
  primary key (tenant, id),
  constraint reversed_once_per_cause unique (tenant, receipt, cause),
  foreign key (tenant, receipt) references settlement.divided_receipt,
  foreign key (tenant, month) references settlement.closing
);
create index on settlement.reversal (tenant, member, month);
comment on column settlement.reversal.member is 'personal: whose sale was taken back; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('settlement.reversal');

create table settlement.reversal_share (
  tenant uuid not null,
  reversal uuid not null,
  line smallint not null,
  cents bigint not null check (cents < 0),
  primary key (tenant, reversal, line),
  foreign key (tenant, reversal) references settlement.reversal
);
select access.wall_append_only('settlement.reversal_share');

-- What was divided before the cooperative began here, so that caps and losses go on.
create table settlement.opening_total (
  tenant uuid not null references access.organisation,
  member uuid not null references access.person,
  year int not null,
  receiver text not null,
  step text not null,
  cents bigint not null,
  primary key (tenant, member, year, receiver, step)
);
comment on column settlement.opening_total.member is 'personal: what a member took part in before; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('settlement.opening_total');

create table settlement.opening_loss (
  tenant uuid not null references access.organisation,
  member uuid not null references access.person,
  cents bigint not null check (cents > 0),
  primary key (tenant, member)
);
comment on column settlement.opening_loss.member is 'personal: a loss brought along; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('settlement.opening_loss');

-- The page the member released, copied whole at sending. It crosses a border: the cooperative wrote it, the municipality reads it here and only here.
create table settlement.month_statement (
  tenant uuid not null references access.organisation,
  municipality uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  version int not null check (version > 0),
  provisional boolean not null,
  content jsonb not null,
  hash text not null,
  released_at timestamptz not null,
  released_by uuid not null references access.person,
  primary key (tenant, id),
  constraint one_statement_per_version unique (tenant, member, month, version)
);
create index on settlement.month_statement (municipality, released_at);
comment on column settlement.month_statement.member is 'personal: whose statement it is; kept: 7 years after the financial year (AWR 52)';
comment on column settlement.month_statement.content is 'personal: what the member reported to the municipality; kept: 7 years after the financial year (AWR 52)';
comment on column settlement.month_statement.released_by is 'personal: who pressed send; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('settlement.month_statement');
create policy municipality_reads on settlement.month_statement for select using (municipality = access.org());

-- The municipality's answer to a statement: no questions, or one question. Proof of receipt, never an approval.
create table settlement.statement_receipt (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  statement uuid not null,
  outcome text not null check (outcome in ('noQuestions', 'question')),
  at timestamptz not null,
  by_person uuid not null references access.person,
  primary key (tenant, statement),
  foreign key (tenant, statement) references settlement.month_statement
);
comment on column settlement.statement_receipt.by_person is 'personal: who of the municipality read it; kept: 7 years';
select access.wall_append_only('settlement.statement_receipt', 'municipality = access.org()');
create policy cooperative_reads on settlement.statement_receipt for select using (tenant = access.org());

-- A question about a month: the member's own before sending (no municipality), or the municipality's about a statement.
create table settlement.statement_question (
  tenant uuid not null references access.organisation,
  municipality uuid references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  statement uuid,
  words text not null,
  asked_at timestamptz not null,
  asked_by uuid not null references access.person,
  primary key (tenant, id),
  check ((municipality is null) = (statement is null)),
  foreign key (tenant, statement) references settlement.month_statement
);
create unique index one_question_per_statement on settlement.statement_question (tenant, statement) where statement is not null;
create index on settlement.statement_question (tenant, member, month);
comment on column settlement.statement_question.member is 'personal: whose month it is about; kept: 2 years after the answer';
comment on column settlement.statement_question.words is 'personal: what somebody wants to know; kept: 2 years after the answer';
comment on column settlement.statement_question.asked_by is 'personal: who asked; kept: 2 years after the answer';
select access.wall_append_only('settlement.statement_question', 'municipality = access.org() or (municipality is null and tenant = access.org())');
create policy cooperative_reads on settlement.statement_question for select using (tenant = access.org());

create table settlement.statement_answer (
  tenant uuid not null,
  municipality uuid references access.organisation,
  question uuid not null,
  words text not null,
  answered_at timestamptz not null,
  answered_by uuid not null references access.person,
  primary key (tenant, question),
  foreign key (tenant, question) references settlement.statement_question
);
comment on column settlement.statement_answer.words is 'personal: what was answered; kept: 2 years after the answer';
comment on column settlement.statement_answer.answered_by is 'personal: who answered; kept: 2 years after the answer';
select access.wall_append_only('settlement.statement_answer');
create policy municipality_reads on settlement.statement_answer for select using (municipality = access.org());
