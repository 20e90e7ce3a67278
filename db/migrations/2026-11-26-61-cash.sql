-- Cash is counted, and money of the cooperative that a member holds is a claim that somebody must act on before a term.
create table banking.cash_count (
  tenant uuid not null references access.organisation,
  id uuid not null,
  on_day date not null,
  counted bigint not null check (counted >= 0),
  -- What the books said, and the entry that made up the difference; none: they agreed.
  book bigint not null,
  entry uuid,
  note text,
  counted_by uuid references access.person,
  counted_at timestamptz not null,
  primary key (tenant, id)
);
comment on column banking.cash_count.note is 'personal: what the treasurer wrote about a difference; kept: 7 years after the financial year (AWR 52)';
comment on column banking.cash_count.counted_by is 'personal: who counted; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('banking.cash_count');

-- What a member has to give back, or to talk over with coach and municipality, waits for the member and the coach.
create or replace view banking.shared_waiting with (security_invoker = true) as
select l.tenant, l.tenant as owner, null::uuid as member, 'bankLines' as what, null::uuid as id, null::timestamptz as since, null::date as until, null::text as about,
  sum(l.cents)::bigint as cents, count(*)::int as number
from banking.line_now l where l.booking is null
group by l.tenant
union all
select p.tenant, p.tenant, p.member, 'memberClaim', null, min(p.booked_at), null, null, (-sum(p.cents))::bigint, 1
from banking.part_now p where p.kind = 'claim' and p.member is not null
group by p.tenant, p.member having sum(p.cents) < 0;
