-- Several members do one job together: the customer gets one invoice, and in the books each has a share of its own.
-- What was asked about shares while the invoice is prepared; each member agrees to the own share, or the treasurer sets it.
create table invoicing.draft_share (
  tenant uuid not null,
  draft uuid not null,
  nr int not null,
  member uuid not null references access.person,
  -- The line it is a share of; zero is the whole invoice.
  line int not null check (line >= 0),
  -- In basis points of the net, or in cents of the net.
  percent bigint check (percent > 0 and percent <= 10000),
  cents bigint check (cents > 0),
  agreed_at timestamptz,
  agreed_by uuid references access.person,
  refused_because text,
  primary key (tenant, draft, nr),
  unique (tenant, draft, member, line),
  foreign key (tenant, draft) references invoicing.draft on delete cascade,
  check ((percent is null) <> (cents is null)),
  check ((agreed_at is null) = (agreed_by is null)),
  check (agreed_at is null or refused_because is null)
);
create index on invoicing.draft_share (tenant, member);
comment on column invoicing.draft_share.member is 'personal: who did the work too; kept: until sent or dropped';
comment on column invoicing.draft_share.agreed_by is 'personal: who agreed to the share; kept: until sent or dropped';
comment on column invoicing.draft_share.refused_because is 'personal: why the share is not right; kept: until sent or dropped';
select access.wall('invoicing.draft_share');

alter table invoicing.invoice add column shared boolean not null default false;

-- The share of each member in an invoice or a credit note that is shared, as it was sent.
create table invoicing.share (
  tenant uuid not null,
  invoice uuid not null,
  nr int not null,
  id uuid not null,
  member uuid not null references access.person,
  net bigint not null,
  vat bigint not null,
  rounding bigint not null,
  payable bigint not null,
  -- Its net waits for a decision about consent (decisions 6).
  waits boolean not null default false,
  primary key (tenant, invoice, nr),
  unique (tenant, invoice, member),
  unique (tenant, id),
  foreign key (tenant, invoice) references invoicing.invoice (tenant, id),
  check (net + vat + rounding = payable)
);
create index on invoicing.share (tenant, member);
comment on column invoicing.share.member is 'personal: whose turnover it is; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.share');

-- What is open of each share goes up and down with what happens to the invoice; the sum is what that member's debtors hold of it.
create table invoicing.share_move (
  tenant uuid not null,
  invoice uuid not null,
  member uuid not null references access.person,
  what text not null check (what in ('sent', 'paid', 'undone', 'credited', 'refunded', 'refundUndone', 'writtenOff', 'recovered', 'badAgain')),
  cause uuid not null,
  cents bigint not null,
  primary key (tenant, invoice, member, what, cause),
  foreign key (tenant, invoice) references invoicing.invoice (tenant, id)
);
create index on invoicing.share_move (tenant, cause);
comment on column invoicing.share_move.member is 'personal: whose turnover it is; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.share_move');

-- A payment of a shared invoice is a receipt for each member.
alter table invoicing.receipt drop constraint received_once;
alter table invoicing.receipt add constraint received_once unique (tenant, source_kind, source_id, invoice, member);

-- Of a shared invoice only the share without consent waits, and is released by itself.
alter table invoicing.released add column member uuid references access.person;
alter table invoicing.released disable trigger only_added;
update invoicing.released r set member = i.member from invoicing.invoice i where i.tenant = r.tenant and i.id = r.invoice;
alter table invoicing.released enable trigger only_added;
alter table invoicing.released alter column member set not null;
alter table invoicing.released drop constraint released_pkey;
alter table invoicing.released add primary key (tenant, invoice, member);
comment on column invoicing.released.member is 'personal: whose money was released; kept: 7 years after the financial year (AWR 52)';
alter table consent.waiting_work drop constraint waiting_work_pkey;
alter table consent.waiting_work add primary key (tenant, invoice, member);

-- The river of a payment says that it is a share of an invoice.
alter table settlement.divided_receipt add column shared boolean not null default false;

-- Whoever is named in a shared job is asked on the first page.
create or replace view invoicing.shared_waiting with (security_invoker = true) as
select d.tenant, d.tenant as owner, d.member, case when d.returned_because is null then 'invoiceToSend' else 'invoiceReturned' end as what, d.id,
  d.asked_at as since, null::date as until, coalesce(d.returned_because, d.reference) as about, null::bigint as cents, 1 as number
from invoicing.draft d
union all
select i.tenant, i.tenant, i.member, 'invoiceOpen', i.id, null, i.due_on, i.number || ' · ' || i.customer_name, s.open, 1
from invoicing.standing s
join invoicing.invoice i on i.tenant = s.tenant and i.id = s.invoice
where s.open > 0 and i.due_on is not null
union all
select i.tenant, i.tenant, i.member, 'writeOffToJudge', i.id, p.proposed_at, null, i.number || ' · ' || i.customer_name, s.open, 1
from invoicing.write_off_proposal p
join invoicing.invoice i on i.tenant = p.tenant and i.id = p.invoice
join invoicing.standing s on s.tenant = p.tenant and s.invoice = p.invoice
where s.open > 0 and p.proposed_by is distinct from access.me()
  and not exists (select from invoicing.write_off_ended e where e.tenant = p.tenant and e.proposal = p.id)
  and not exists (select from invoicing.write_off w where w.tenant = p.tenant and w.proposal = p.id)
union all
select d.tenant, d.tenant, a.member, 'shareToAgree', d.id, d.asked_at, null, l.description, null, 1
from (select distinct tenant, draft, member from invoicing.draft_share where agreed_at is null and refused_because is null) a
join invoicing.draft d on d.tenant = a.tenant and d.id = a.draft
join invoicing.draft_line l on l.tenant = d.tenant and l.draft = d.id and l.line = 1;
