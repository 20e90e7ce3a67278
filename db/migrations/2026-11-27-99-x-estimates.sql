-- An estimate of what a pay-out does to a benefit asks how a municipality reads the law where offices differ, and may keep a member's answers for next time.
create table law.reading (
  municipality uuid not null references access.organisation,
  id uuid not null,
  months_must_follow boolean not null,
  pension_age_has_six_months boolean not null,
  medical_before_lone_parent boolean not null,
  early_2027 boolean not null,
  set_by uuid not null references access.person,
  set_at timestamptz not null,
  primary key (municipality, id)
);
comment on column law.reading.set_by is 'personal: who at the municipality chose it; kept: 7 years after it was replaced';
select access.wall_append_only('law.reading', 'true');
drop policy wall on law.reading;
-- How an office reads the law is of no person: cooperatives estimate with it.
create policy everybody_reads on law.reading for select using (true);
create policy own_reading on law.reading for insert with check (municipality = access.org() and set_by = access.me());

-- Answers about home and health: the member's alone, kept only when the member asks for it, read by nobody else and not by the program.
create table homes.kept_situation (
  tenant uuid not null references access.organisation,
  member uuid not null,
  answers jsonb not null,
  kept_at timestamptz not null,
  primary key (tenant, member)
);
comment on column homes.kept_situation.member is 'personal: whose answers these are; kept: until the member throws them away, at most 1 year';
comment on column homes.kept_situation.answers is 'personal: special (health) and private (household, benefit), own answers for an own estimate; kept: until the member throws them away, at most 1 year';
select access.wall('homes.kept_situation', 'tenant = access.org() and member = access.me()');
