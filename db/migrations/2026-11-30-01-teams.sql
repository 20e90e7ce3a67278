-- A queue held simply what was nobody's: a municipality has teams now, each with its people, and a resident's file waits in the queue of one of them.
create table consent.team (
  municipality uuid not null references access.organisation,
  id uuid not null,
  name text not null,
  begun_at timestamptz not null,
  begun_by uuid not null references access.person,
  ended_on date,
  primary key (municipality, id)
);
comment on column consent.team.name is 'personal: how the team is called, which may be after a person; kept: 7 years after the last consent with it ends';
comment on column consent.team.begun_by is 'personal: who of the municipality made it; kept: 7 years after the last consent with it ends';
create unique index on consent.team (municipality, lower(name)) where ended_on is null;
select access.wall('consent.team', 'municipality = access.org()');
revoke delete on consent.team from opbloei_app;

create table consent.team_member (
  municipality uuid not null,
  team uuid not null,
  person uuid not null references access.person,
  since date not null,
  until date,
  primary key (municipality, team, person, since),
  foreign key (municipality, team) references consent.team
);
create index on consent.team_member (municipality, person);
comment on column consent.team_member.person is 'personal: who works in which team; kept: 2 years after it ends';
select access.wall('consent.team_member', 'municipality = access.org()');
revoke delete on consent.team_member from opbloei_app;

-- Which team a new file comes to: that of the cooperative it comes from, else the usual one. The last row counts; no team takes it back.
create table consent.team_arrival (
  municipality uuid not null references access.organisation,
  id uuid not null,
  cooperative uuid references access.organisation,
  team uuid,
  set_at timestamptz not null,
  set_by uuid not null references access.person,
  primary key (municipality, id),
  foreign key (municipality, team) references consent.team
);
comment on column consent.team_arrival.set_by is 'personal: who of the municipality laid it down; kept: 7 years after it stopped counting';
select access.wall_append_only('consent.team_arrival', 'municipality = access.org()');

-- Where a resident's file was put, when and why; the last row counts, and no team is the queue of everybody. Given by nobody: by the rule, on arrival.
-- The name of the team is copied, so that the history of a request reads as it was.
create table consent.team_given (
  municipality uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  team uuid,
  team_name text not null,
  reason text not null,
  given_at timestamptz not null,
  given_by uuid references access.person,
  primary key (municipality, id),
  foreign key (municipality, team) references consent.team,
  check ((team is null) = (team_name = ''))
);
create index on consent.team_given (municipality, member, given_at desc, id desc);
create index on consent.team_given (member);
comment on column consent.team_given.member is 'personal: whose file it is; kept: 7 years after the consent ends';
comment on column consent.team_given.reason is 'personal: why the file moved, for the municipality; kept: 7 years after the consent ends';
comment on column consent.team_given.given_by is 'personal: who of the municipality moved it; kept: 7 years after the consent ends';
select access.wall_append_only('consent.team_given', 'municipality = access.org()');
-- Whoever the file is about reads where it is.
create policy whose on consent.team_given for select using (member = access.me());
create policy whose on consent.team for select using (exists (select from consent.team_given g where g.municipality = team.municipality and g.team = team.id and g.member = access.me()));

-- For whom somebody stands in, and when: other rooms need it without a case.
create view access.shared_stand_in with (security_invoker = true) as
select b.organisation, b.deputy, b.professional, b.from_day as since, least(b.until_day, e.last_day) as until
from access.absence b
left join access.absence_end e on e.organisation = b.organisation and e.absence = b.id;
grant select on access.shared_stand_in to opbloei_app;
