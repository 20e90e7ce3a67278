-- A member works step by step on something the member chose. What belongs to that is kept here, for the member and the own coach alone.
create schema if not exists coaching;
grant usage on schema coaching to opbloei_app;
grant usage on schema coaching to opbloei_signin;

-- The steps of a track as a cooperative wants them: each change is a version; who has none follows the standard.
create table coaching.track_version (
  tenant uuid not null references access.organisation,
  track text not null check (track in ('restAndBuild', 'plan', 'moneyMatters', 'language', 'withoutBenefit')),
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid references access.person,
  primary key (tenant, track, version)
);
comment on column coaching.track_version.made_by is 'personal: who changed the steps; kept: as long as the version is used, then 7 years';
select access.wall_append_only('coaching.track_version');

create table coaching.track_step (
  tenant uuid not null,
  track text not null,
  version int not null,
  place int not null check (place > 0),
  key text not null,
  who text not null check (who in ('member', 'coach', 'both', 'bewind', 'municipality')),
  title_nl text not null,
  title_en text not null,
  why_nl text not null,
  why_en text not null,
  help_nl text not null,
  help_en text not null,
  primary key (tenant, track, version, place),
  unique (tenant, track, version, key),
  foreign key (tenant, track, version) references coaching.track_version
);
select access.wall_append_only('coaching.track_step');

-- Which track a member follows and in which version (0 is the standard); no track is a choice too. The last row counts, by the order in which they came.
create table coaching.member_track (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  track text check (track in ('restAndBuild', 'plan', 'moneyMatters', 'language', 'withoutBenefit')),
  version int not null check (version >= 0),
  chosen_on date not null,
  nr bigint not null generated always as identity,
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id)
);
comment on column coaching.member_track.member is 'personal: private (may tell of debts or language), to work on what the member chose; kept: 1 year after leaving';
comment on column coaching.member_track.recorded_by is 'personal: who chose it together with the member; kept: 1 year after leaving';
create index member_track_of on coaching.member_track (tenant, member);
select access.wall('coaching.member_track');
revoke update on coaching.member_track from opbloei_app;

-- A step is done on a day, or open again; the last row counts.
create table coaching.member_step (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  track text not null,
  key text not null,
  done boolean not null,
  on_day date not null,
  nr bigint not null generated always as identity,
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id)
);
comment on column coaching.member_step.member is 'personal: private, how far the member is; kept: 1 year after leaving';
comment on column coaching.member_step.recorded_by is 'personal: who ticked it; kept: 1 year after leaving';
create index member_step_of on coaching.member_step (tenant, member);
select access.wall('coaching.member_step');
revoke update on coaching.member_step from opbloei_app;

-- What somebody needs to work well, in own words: the member's alone, and the coach's when the member shares it. The database says so too.
create table coaching.need (
  tenant uuid not null references access.organisation,
  member uuid not null references access.person,
  words text not null,
  shared boolean not null,
  written_at timestamptz not null,
  primary key (tenant, member)
);
comment on column coaching.need.member is 'personal: whose words these are; kept: until the member throws them away, at most 1 year after writing';
comment on column coaching.need.words is 'personal: private (may tell of health against our advice), to make work possible; kept: until the member throws them away, at most 1 year after writing';
select access.wall('coaching.need', 'tenant = access.org() and member = access.me()');
create policy shared_with_coach on coaching.need for select to opbloei_app using (tenant = access.org() and shared);
grant select (written_at), delete on coaching.need to opbloei_signin;
create policy sweep on coaching.need to opbloei_signin using (true);

-- A plan is written in parts; saving adds, so nothing that was written is lost. The last number of a part counts.
create table coaching.plan_part (
  tenant uuid not null references access.organisation,
  member uuid not null references access.person,
  part text not null check (part in ('me', 'make', 'customers', 'price', 'found', 'costs', 'hours', 'risks', 'help')),
  nr int not null check (nr > 0),
  words text not null,
  saved_at timestamptz not null,
  saved_by uuid references access.person,
  primary key (tenant, member, part, nr)
);
comment on column coaching.plan_part.member is 'personal: whose plan it is, to write it and take it along; kept: 1 year after leaving';
comment on column coaching.plan_part.words is 'personal: the plan of a member in own words; kept: 1 year after leaving';
comment on column coaching.plan_part.saved_by is 'personal: who wrote it; kept: 1 year after leaving';
select access.wall('coaching.plan_part');
revoke update on coaching.plan_part from opbloei_app;

create table coaching.liquidity (
  tenant uuid not null references access.organisation,
  member uuid not null references access.person,
  nr int not null check (nr > 0),
  first_month text not null check (first_month ~ '^\d{4}-\d{2}$'),
  opening bigint not null,
  saved_at timestamptz not null,
  saved_by uuid references access.person,
  primary key (tenant, member, nr)
);
comment on column coaching.liquidity.member is 'personal: private (expected income), whose plan it is; kept: 1 year after leaving';
comment on column coaching.liquidity.saved_by is 'personal: who wrote it; kept: 1 year after leaving';
select access.wall('coaching.liquidity');
revoke update on coaching.liquidity from opbloei_app;

create table coaching.liquidity_month (
  tenant uuid not null,
  member uuid not null,
  nr int not null,
  place int not null check (place between 1 and 12),
  money_in bigint not null check (money_in >= 0),
  money_out bigint not null check (money_out >= 0),
  primary key (tenant, member, nr, place),
  foreign key (tenant, member, nr) references coaching.liquidity on delete cascade
);
comment on column coaching.liquidity_month.member is 'personal: private (expected income), whose plan it is; kept: 1 year after leaving';
select access.wall('coaching.liquidity_month');
revoke update on coaching.liquidity_month from opbloei_app;

-- Who looks after somebody's money, what they agreed to in writing, and when either ended. A pay-out rests on it, so it is kept with the books.
create table coaching.bewind (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  kind text not null check (kind in ('bewind', 'debtSupport', 'wsnp')),
  name text not null,
  office text,
  reach text not null,
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id)
);
comment on column coaching.bewind.member is 'personal: private (tells of debts), to pay nothing out against the law; kept: 7 years (AWR 52), with the books';
comment on column coaching.bewind.name is 'personal: who looks after the money of a member, to ask for consent; kept: 7 years (AWR 52), with the books';
comment on column coaching.bewind.reach is 'personal: how to reach who looks after the money; kept: 7 years (AWR 52), with the books';
comment on column coaching.bewind.recorded_by is 'personal: who wrote it down; kept: 7 years (AWR 52), with the books';
create index bewind_of on coaching.bewind (tenant, member);
select access.wall_append_only('coaching.bewind');

create table coaching.bewind_consent (
  tenant uuid not null,
  id uuid not null,
  bewind uuid not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  file uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id),
  foreign key (tenant, bewind) references coaching.bewind
);
comment on column coaching.bewind_consent.file is 'personal: private (tells of debts), the letter a pay-out rests on; kept: 7 years (AWR 52), with the books';
comment on column coaching.bewind_consent.recorded_by is 'personal: who saw the letter; kept: 7 years (AWR 52), with the books';
select access.wall_append_only('coaching.bewind_consent');

create table coaching.bewind_end (
  tenant uuid not null,
  id uuid not null,
  bewind uuid not null,
  consent uuid,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id),
  foreign key (tenant, bewind) references coaching.bewind,
  foreign key (tenant, consent) references coaching.bewind_consent
);
comment on column coaching.bewind_end.recorded_by is 'personal: who wrote it down; kept: 7 years (AWR 52), with the books';
select access.wall_append_only('coaching.bewind_end');

-- Learning the language and taking part: which road, since when, and hours that a coach confirms.
create table coaching.learning (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  road text not null check (road in ('b1', 'education', 'z', 'none')),
  speaks text,
  level text not null check (level in ('unknown', 'a0', 'a1', 'a2', 'b1', 'b2')),
  pip_on date,
  nr bigint not null generated always as identity,
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id)
);
comment on column coaching.learning.member is 'personal: private (may tell of origin), to help with language and hours; kept: 1 year after leaving';
comment on column coaching.learning.speaks is 'personal: private (may tell of origin), to talk with somebody; kept: 1 year after leaving';
comment on column coaching.learning.recorded_by is 'personal: who wrote it down; kept: 1 year after leaving';
create index learning_of on coaching.learning (tenant, member);
select access.wall('coaching.learning');
revoke update on coaching.learning from opbloei_app;

create table coaching.hours (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  kind text not null check (kind in ('language', 'participation')),
  on_day date not null,
  minutes int not null check (minutes between 1 and 960),
  what text not null,
  logged_at timestamptz not null,
  primary key (tenant, id)
);
comment on column coaching.hours.member is 'personal: whose hours, as proof for the PIP; kept: 1 year after leaving';
comment on column coaching.hours.what is 'personal: what somebody did in those hours; kept: 1 year after leaving';
create index hours_of on coaching.hours (tenant, member);
select access.wall('coaching.hours');
revoke update on coaching.hours from opbloei_app;

create table coaching.hours_answer (
  tenant uuid not null,
  hours uuid not null,
  answer text not null check (answer in ('confirmed', 'declined', 'takenBack')),
  reason text,
  answered_at timestamptz not null,
  answered_by uuid references access.person,
  primary key (tenant, hours),
  foreign key (tenant, hours) references coaching.hours on delete cascade
);
comment on column coaching.hours_answer.reason is 'personal: why hours were not confirmed; kept: 1 year after leaving';
comment on column coaching.hours_answer.answered_by is 'personal: which coach confirmed the hours; kept: 1 year after leaving';
select access.wall('coaching.hours_answer');
revoke update on coaching.hours_answer from opbloei_app;

-- Who has no benefit takes part on the cooperative's own terms: shown as they are, accepted as they were shown.
create table coaching.own_terms (
  tenant uuid not null references access.organisation,
  version int not null check (version > 0),
  words text not null,
  written_at timestamptz not null,
  written_by uuid references access.person,
  primary key (tenant, version)
);
comment on column coaching.own_terms.written_by is 'personal: who wrote the terms; kept: 7 years after they were replaced';
select access.wall_append_only('coaching.own_terms');

create table coaching.terms_accepted (
  tenant uuid not null,
  member uuid not null references access.person,
  version int not null,
  accepted_at timestamptz not null,
  primary key (tenant, member, version),
  foreign key (tenant, version) references coaching.own_terms
);
comment on column coaching.terms_accepted.member is 'personal: who accepted the terms, as proof; kept: 7 years after leaving';
select access.wall_append_only('coaching.terms_accepted');
