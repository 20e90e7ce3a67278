-- Months of exemption that a member used before the cooperative began here: a cooperative that exists takes them along in its opening position.
create table members.exemption_used (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null,
  -- The part of Participatiewet art. 31 paragraph 2 that knows a number of months.
  part text not null check (part in ('n', 'r')),
  months int not null check (months > 0),
  -- Until and including which day they were counted.
  until_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id),
  foreign key (tenant, member) references members.member
);
create index on members.exemption_used (tenant, member);
comment on column members.exemption_used.member is 'personal: how many months of exemption are left; kept: 2 years after leaving';
comment on column members.exemption_used.months is 'personal: how many months of exemption are left; kept: 2 years after leaving';
comment on column members.exemption_used.recorded_by is 'personal: who wrote it down; kept: 2 years after leaving';
select access.wall_append_only('members.exemption_used');
