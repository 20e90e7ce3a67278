-- Money that comes after somebody left and goes to them by the agreement was paid out without the municipality, where money of a pot waits for its written answer.
create table consent.late_money (
  tenant uuid not null references access.organisation,
  id uuid not null,
  receipt uuid not null,
  member uuid not null references access.person,
  month text not null,
  cents bigint not null,
  primary key (tenant, id)
);
create index on consent.late_money (tenant, member);
create index on consent.late_money (tenant, receipt);
comment on column consent.late_money.member is 'personal: for whom money came after leaving; kept: 7 years after the financial year (AWR 52)';
comment on column consent.late_money.month is 'personal: in which month it was earned; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('consent.late_money');

-- What a municipality wrote about it per month, the last one last; nought is no. Either side writes it down, as it does with an answer about a pot.
create table consent.late_answer (
  tenant uuid not null references access.organisation,
  municipality uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  month text not null,
  cents bigint not null check (cents >= 0),
  recorder uuid not null references access.organisation,
  recorded_by uuid not null references access.person,
  recorded_at timestamptz not null,
  primary key (tenant, id),
  check (recorder in (tenant, municipality))
);
create index on consent.late_answer (tenant, member, month);
comment on column consent.late_answer.member is 'personal: about whose money the answer is; kept: 7 years after the financial year (AWR 52)';
comment on column consent.late_answer.recorded_by is 'personal: who wrote the answer down; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('consent.late_answer', 'recorder = access.org()');
create policy owners_read on consent.late_answer for select using (tenant = access.org() or municipality = access.org());

-- What was divided before this month: the month of the work is the one of the invoice.
insert into consent.late_money (tenant, id, receipt, member, month, cents)
select d.tenant, gen_random_uuid(), d.receipt, d.member, to_char(coalesce(i.performed_on, d.on_day), 'YYYY-MM'), sum(part.cents)
from settlement.divided_receipt d
join settlement.member_month m on m.tenant = d.tenant and m.month = d.month and m.member = d.member and m.part = d.part
join settlement.receipt_share part on part.tenant = d.tenant and part.receipt = d.receipt
join settlement.share s on s.tenant = d.tenant and s.month = d.month and s.member = d.member and s.line = part.line and s.receiver = 'payout'
left join invoicing.invoice i on i.tenant = d.tenant and i.id = d.invoice
where m.facts->'rules'->'steps'->0->>'id' = 'late'
group by d.tenant, d.receipt, d.member, i.performed_on, d.on_day;
