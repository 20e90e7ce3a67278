-- How somebody fares half a year, a year and two years after leaving was never asked; it is, with that person's agreement alone, and forgotten again.

-- The person agrees to be asked, or withdraws that; the last one counts.
create table departure.wish (
  tenant uuid not null,
  departure uuid not null,
  id uuid not null,
  agrees boolean not null,
  said_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, departure) references departure.departure
);
create index on departure.wish (tenant, departure);
select access.wall_append_only('departure.wish');

-- One invitation for each of the three times; the key is what keeps it from going twice.
create table departure.invitation (
  tenant uuid not null,
  id uuid not null,
  departure uuid not null,
  months smallint not null check (months in (6, 12, 24)),
  token_hash text not null,
  sent_at timestamptz not null,
  expires_on date not null,
  primary key (tenant, id),
  unique (tenant, departure, months),
  unique (tenant, token_hash),
  foreign key (tenant, departure) references departure.departure
);
select access.wall_append_only('departure.invitation');

-- One reminder of an invitation, and never a second one; with a link of its own, for no link is kept that could be sent again.
create table departure.reminder (
  tenant uuid not null,
  invitation uuid not null,
  token_hash text not null,
  sent_at timestamptz not null,
  primary key (tenant, invitation),
  unique (tenant, token_hash),
  foreign key (tenant, invitation) references departure.invitation
);
select access.wall_append_only('departure.reminder');

-- Three short answers. They are deleted two years after they were given.
create table departure.later_answer (
  tenant uuid not null,
  invitation uuid not null,
  work text not null check (work in ('ownBusiness', 'job', 'other', 'nothing')),
  benefit text not null check (benefit in ('yes', 'no', 'unsaid')),
  faring text not null check (faring in ('better', 'same', 'worse')),
  answered_at timestamptz not null,
  primary key (tenant, invitation),
  foreign key (tenant, invitation) references departure.invitation
);
comment on column departure.later_answer.work is 'personal: what somebody does after leaving, for figures without names; kept: 2 years after the answer';
comment on column departure.later_answer.benefit is 'personal: whether somebody has a benefit after leaving, for figures without names; kept: 2 years after the answer';
comment on column departure.later_answer.faring is 'personal: how somebody fares after leaving, for figures without names; kept: 2 years after the answer';
select access.wall('departure.later_answer');
revoke update on departure.later_answer from opbloei_app;
