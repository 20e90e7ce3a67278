-- A person at a cooperative: who it is, and what was true from which day on, so that every page can be asked for a past date.
create schema members;

create table members.member (
  tenant uuid not null references access.organisation,
  member uuid not null references access.person,
  first_name text not null,
  name text not null,
  email text,
  phone text,
  street text,
  post_code text,
  city text,
  language text not null check (language in ('nl', 'en')),
  number int,
  added_at timestamptz not null,
  primary key (tenant, member),
  constraint one_member_per_number unique (tenant, number)
);
comment on column members.member.member is 'personal: whose file it is; kept: 7 years after leaving where it stands in the books, else 2 years';
comment on column members.member.first_name is 'personal: to address the member; kept: 2 years after leaving';
comment on column members.member.name is 'personal: the member register (BW2 61); kept: 10 years after leaving';
comment on column members.member.email is 'personal: to reach the member; kept: until leaving';
comment on column members.member.phone is 'personal: to reach the member; kept: until leaving';
comment on column members.member.street is 'personal: the member register (BW2 61); kept: 10 years after leaving';
comment on column members.member.post_code is 'personal: the member register (BW2 61); kept: 10 years after leaving';
comment on column members.member.city is 'personal: the member register (BW2 61); kept: 10 years after leaving';
comment on column members.member.language is 'personal: to write in a language the member reads; kept: until leaving';
comment on column members.member.number is 'personal: number in the member register (BW2 61); kept: 10 years after leaving';
select access.wall('members.member');

-- The last number given, locked while one is taken, so that two admissions never share one.
create table members.last_number (
  tenant uuid primary key references access.organisation,
  number int not null
);
select access.wall('members.last_number');

create table members.journey_step (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null,
  stage text not null check (stage in ('interested', 'applied', 'trial', 'member', 'former')),
  on_day date not null,
  until_day date check (until_day >= on_day),
  reason text check (reason in ('ownWish', 'trialEnded', 'consentEnded', 'moved', 'cooperativeResolution', 'deceased')),
  destination text check (destination in ('ownEnterprise', 'paidWork', 'otherCooperative', 'education', 'benefitWithoutCooperative', 'unknown')),
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id),
  foreign key (tenant, member) references members.member,
  check ((stage = 'trial') = (until_day is not null)),
  check (stage = 'former' or (reason is null and destination is null))
);
create index on members.journey_step (tenant, member, on_day);
comment on column members.journey_step.member is 'personal: the member register (BW2 61); kept: 10 years after leaving';
comment on column members.journey_step.reason is 'personal: why somebody left, to learn from; kept: 2 years after leaving';
comment on column members.journey_step.destination is 'personal: where somebody went, to learn from; kept: 2 years after leaving';
comment on column members.journey_step.recorded_by is 'personal: who wrote it down; kept: 10 years after leaving';
select access.wall_append_only('members.journey_step');

-- Where a benefit comes from decides what must be there before somebody trades; nothing else about it is kept.
create table members.benefit (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null,
  source text not null check (source in ('participatiewetOwn', 'participatiewetJoint', 'ioawIoaz', 'uwv', 'none', 'unknown')),
  municipality uuid references access.organisation,
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id),
  foreign key (tenant, member) references members.member
);
create index on members.benefit (tenant, member, from_day);
comment on column members.benefit.member is 'personal: to know whether consent is needed; kept: 7 years after leaving, with the books it explains';
comment on column members.benefit.source is 'personal: to know whether consent is needed; kept: 7 years after leaving, with the books it explains';
comment on column members.benefit.municipality is 'personal: which municipality decides; kept: 7 years after leaving, with the books it explains';
comment on column members.benefit.recorded_by is 'personal: who wrote it down; kept: 7 years after leaving';
select access.wall_append_only('members.benefit');

create table members.trade (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null,
  trade_name text not null,
  makes text not null,
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  primary key (tenant, id),
  foreign key (tenant, member) references members.member
);
create index on members.trade (tenant, member, from_day);
comment on column members.trade.member is 'personal: under which name somebody trades; kept: 7 years after leaving, with the invoices it stands on';
comment on column members.trade.trade_name is 'personal: stands on invoices; kept: 7 years after leaving, with the invoices it stands on';
comment on column members.trade.makes is 'personal: what somebody makes or does; kept: 2 years after leaving';
comment on column members.trade.recorded_by is 'personal: who wrote it down; kept: 7 years after leaving';
select access.wall_append_only('members.trade');

-- The support a member chose; for the member and the own coach only, and never needed for anything.
create table members.support (
  tenant uuid not null references access.organisation,
  member uuid not null,
  kinds text[] not null,
  chosen_at timestamptz not null,
  primary key (tenant, member),
  foreign key (tenant, member) references members.member
);
comment on column members.support.kinds is 'personal: which support the member chose, optional; kept: until leaving';
select access.wall('members.support');

-- Five questions on a phone, kept from the first answer on; what is not sent is deleted after 14 days.
create table members.application (
  tenant uuid not null references access.organisation,
  id uuid not null,
  token_hash text not null,
  first_name text,
  reach text,
  idea text,
  benefit text check (benefit in ('participatiewetOwn', 'participatiewetJoint', 'ioawIoaz', 'uwv', 'none', 'unknown')),
  help text[],
  note text,
  language text not null check (language in ('nl', 'en')),
  -- The questions answered with "weet ik niet": the coach asks them in the first talk.
  unsure text[] not null,
  begun_at timestamptz not null,
  sent_at timestamptz,
  taken_at timestamptz,
  member uuid references access.person,
  primary key (tenant, id),
  constraint one_application_per_token unique (tenant, token_hash)
);
create index on members.application (tenant, sent_at) where taken_at is null;
comment on column members.application.first_name is 'personal: to address the applicant; kept: 14 days unsent, 1 year sent';
comment on column members.application.reach is 'personal: phone or e-mail to answer at; kept: 14 days unsent, 1 year sent';
comment on column members.application.idea is 'personal: what somebody wants to make or do; kept: 14 days unsent, 1 year sent';
comment on column members.application.benefit is 'personal: to know what must be asked first; kept: 14 days unsent, 1 year sent';
comment on column members.application.help is 'personal: which support the applicant would like; kept: 14 days unsent, 1 year sent';
comment on column members.application.note is 'personal: what the applicant wanted to add; kept: 14 days unsent, 1 year sent';
comment on column members.application.language is 'personal: to answer in; kept: 14 days unsent, 1 year sent';
comment on column members.application.member is 'personal: who the applicant became; kept: 1 year';
select access.wall('members.application');
