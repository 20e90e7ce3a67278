-- The law leaves a municipality choices: its own term to decide, a committee for objections, work before the consent, who signs. They are kept with the day from which they count.
create table consent.town_rules (
  municipality uuid not null references access.organisation,
  id uuid not null,
  from_day date not null,
  own_weeks smallint check (own_weeks between 1 and 52),
  objection_committee boolean not null,
  backdate_days smallint not null check (backdate_days between 0 and 366),
  extension_runs_on boolean not null,
  longest_suspension_weeks smallint check (longest_suspension_weeks between 1 and 104),
  four_eyes boolean not null,
  signed_as text not null,
  signed_name text not null,
  names_staff boolean not null,
  mandate text not null,
  address_lines text not null,
  contact_lines text not null,
  electronic text[] not null,
  set_by uuid not null references access.person,
  set_at timestamptz not null,
  primary key (municipality, id)
);
comment on column consent.town_rules.signed_name is 'personal: the name under letters, of somebody in office; kept: 7 years after it was replaced';
comment on column consent.town_rules.set_by is 'personal: who at the municipality wrote the rule down; kept: 7 years after it was replaced';
select access.wall_append_only('consent.town_rules', 'true');
drop policy wall on consent.town_rules;
-- The rules of a town are of no person: members and cooperatives reckon with them.
create policy everybody_reads on consent.town_rules for select using (true);
create policy own_rules on consent.town_rules for insert with check (municipality = access.org() and set_by = access.me());
