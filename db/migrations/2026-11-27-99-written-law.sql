-- Amounts of the law that came after this version are written down by the national network, by one person, and hold once another confirmed them.
create schema law;

create function access.is_network() returns boolean language sql stable as $$
  select exists (select from access.organisation where id = access.org() and kind = 'network')
$$;

-- The law is of everybody: no tenant, everybody reads. A correction is a new row.
create table law.amount (
  id uuid primary key,
  code text not null check (code <> ''),
  -- whole cents, basis points or a number, as the code says
  value bigint not null check (value >= 0),
  from_day date not null,
  until_day date check (until_day >= from_day),
  article text not null check (article <> ''),
  source text not null check (source <> ''),
  doubt text check (doubt <> ''),
  entered_by uuid not null references access.person,
  entered_at timestamptz not null
);
comment on column law.amount.entered_by is 'personal: who at the network wrote it down; kept: as long as the amount can be asked for';
select access.wall_append_only('law.amount', 'true');
drop policy wall on law.amount;
create policy everybody_reads on law.amount for select using (true);
create policy network_writes on law.amount for insert with check (access.is_network() and entered_by = access.me());

create table law.amount_verdict (
  amount uuid primary key references law.amount,
  confirmed boolean not null,
  reason text check (reason <> ''),
  decided_by uuid not null references access.person,
  decided_at timestamptz not null,
  check (confirmed = (reason is null))
);
comment on column law.amount_verdict.decided_by is 'personal: who at the network looked a second time; kept: as long as the amount can be asked for';
select access.wall_append_only('law.amount_verdict', 'true');
drop policy wall on law.amount_verdict;
create policy everybody_reads on law.amount_verdict for select using (true);
-- Two pairs of eyes: whoever wrote an amount down does not confirm it.
create policy other_eyes on law.amount_verdict for insert with check (
  access.is_network() and decided_by = access.me()
  and exists (select from law.amount a where a.id = amount and a.entered_by <> decided_by)
);

-- Which organisation was told of an amount, so that nobody hears of it twice.
create table law.amount_told (
  tenant uuid not null references access.organisation,
  amount uuid not null references law.amount,
  told_at timestamptz not null,
  primary key (tenant, amount)
);
select access.wall_append_only('law.amount_told');

-- Days equated with a holiday are law too, and other rooms count terms with them.
alter table consent.equated_day set schema law;
