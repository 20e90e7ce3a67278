-- Members work for each other without the bank, take a job on together, and a credit note goes by who did the line.
-- A member works for another member of the same cooperative: no invoice, no bank and no VAT, only turnover of the one and costs of the other.
create table invoicing.member_work (
  tenant uuid not null references access.organisation,
  id uuid not null,
  worker uuid not null references access.person,
  receiver uuid not null references access.person,
  performed_on date not null,
  what text not null,
  net bigint not null check (net > 0),
  recorded_by uuid references access.person,
  recorded_at timestamptz not null,
  primary key (tenant, id),
  check (worker <> receiver)
);
create index on invoicing.member_work (tenant, worker);
create index on invoicing.member_work (tenant, receiver);
comment on column invoicing.member_work.worker is 'personal: who did the work; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.member_work.receiver is 'personal: for whom the work was done; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.member_work.what is 'personal: what the work was; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.member_work.recorded_by is 'personal: who wrote it down; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.member_work');

-- What became of it: accepted, declined or withdrawn, one of the three; what was accepted may be undone.
create table invoicing.member_work_step (
  tenant uuid not null,
  work uuid not null,
  what text not null check (what in ('accepted', 'declined', 'withdrawn', 'undone')),
  id uuid not null,
  -- What was accepted has a number, for the books and the month of the member.
  number text,
  words text,
  on_day date not null,
  person uuid references access.person,
  at timestamptz not null,
  primary key (tenant, work, what),
  foreign key (tenant, work) references invoicing.member_work (tenant, id),
  unique (tenant, id),
  unique (tenant, number),
  check ((number is not null) = (what = 'accepted')),
  check (words is not null or what in ('accepted', 'withdrawn'))
);
create unique index answered_once on invoicing.member_work_step (tenant, work) where what <> 'undone';
create index on invoicing.member_work_step (tenant, on_day) where what in ('accepted', 'undone');
comment on column invoicing.member_work_step.words is 'personal: why it was declined or undone; kept: 7 years after the financial year (AWR 52)';
comment on column invoicing.member_work_step.person is 'personal: who did it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.member_work_step');

-- The river says what came from another member; money that was set aside keeps whose share it is and where it came from.
alter table settlement.divided_receipt add column inside boolean not null default false;
alter table settlement.set_aside add column shared boolean not null default false;
alter table settlement.set_aside add column inside boolean not null default false;

-- Who is asked whether work of another member is right, is asked on the first page.
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
join invoicing.draft_line l on l.tenant = d.tenant and l.draft = d.id and l.line = 1
union all
select w.tenant, w.tenant, w.receiver, 'memberWorkToAnswer', w.id, w.recorded_at, null, w.what, w.net, 1
from invoicing.member_work w
where not exists (select from invoicing.member_work_step s where s.tenant = w.tenant and s.work = w.id);

-- A job too big for one is announced to the members of the cooperative, who say that they join; whoever announced it chooses.
create table invoicing.open_job (
  tenant uuid not null references access.organisation,
  id uuid not null,
  announced_by uuid not null references access.person,
  title text not null,
  what text not null,
  place text not null,
  work_on date not null,
  -- About how much it brings in, without VAT; none: not known yet.
  about_net bigint check (about_net > 0),
  needed smallint not null check (needed between 1 and 4),
  answer_until date not null,
  announced_at timestamptz not null,
  ended text check (ended in ('chosen', 'withdrawn')),
  ended_at timestamptz,
  primary key (tenant, id),
  check (answer_until <= work_on),
  check ((ended is null) = (ended_at is null))
);
create index on invoicing.open_job (tenant, announced_at);
comment on column invoicing.open_job.announced_by is 'personal: who announced the job; kept: 2 years after the work';
comment on column invoicing.open_job.title is 'personal: what somebody wrote; kept: 2 years after the work';
comment on column invoicing.open_job.what is 'personal: what somebody wrote; kept: 2 years after the work';
comment on column invoicing.open_job.place is 'personal: where the work is, without names; kept: 2 years after the work';
select access.wall('invoicing.open_job');

create table invoicing.job_hand (
  tenant uuid not null,
  job uuid not null,
  member uuid not null references access.person,
  said_at timestamptz not null,
  chosen boolean not null default false,
  primary key (tenant, job, member),
  foreign key (tenant, job) references invoicing.open_job (tenant, id) on delete cascade
);
create index on invoicing.job_hand (tenant, member);
comment on column invoicing.job_hand.member is 'personal: who wants to join; kept: 2 years after the work';
select access.wall('invoicing.job_hand');

-- Who did which line of a shared invoice, so that a credit note of a line takes back of whoever did it; what notes took stands here too.
create table invoicing.share_line (
  tenant uuid not null,
  -- The invoice, or the credit note.
  invoice uuid not null,
  -- The line of the invoice, counted from one; of a credit note the line of the invoice it credits.
  line int not null check (line > 0),
  member uuid not null references access.person,
  net bigint not null,
  primary key (tenant, invoice, line, member),
  foreign key (tenant, invoice) references invoicing.invoice (tenant, id)
);
create index on invoicing.share_line (tenant, member);
comment on column invoicing.share_line.member is 'personal: whose turnover it is; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('invoicing.share_line');
