-- Something new for a person: one row each, read in the house and told by mail in the rhythm the person chose, so that a mail holds nothing about anybody.
create table access.message (
  organisation uuid not null references access.organisation,
  id uuid not null,
  person uuid not null references access.person,
  kind text not null,
  -- where in the house it is found, and in which role
  link text not null check (link like '/%'),
  role text not null,
  at timestamptz not null,
  -- told by mail: alone or among others
  mailed_at timestamptz,
  read_at timestamptz,
  primary key (organisation, id)
);
create index on access.message (person, at);
create index on access.message (person) where read_at is null and mailed_at is null;
comment on column access.message.person is 'personal: for whom there is something new; kept: 90 days after it was read, unread for 1 year';
comment on column access.message.link is 'personal: where it is found; kept: 90 days after it was read, unread for 1 year';
select access.wall('access.message', 'organisation = access.org() or person = access.me()');
grant select, update, delete on access.message to opbloei_signin;
create policy sign_in on access.message to opbloei_signin using (true) with check (true);

-- How often and when somebody wants mail about what is new; without a row the usual way.
create table access.mail_choice (
  person uuid primary key references access.person,
  rhythm text not null check (rhythm in ('atOnce', 'daily', 'weekly', 'never')),
  quiet_from int not null check (quiet_from between 0 and 23),
  quiet_until int not null check (quiet_until between 0 and 23),
  on_sunday boolean not null,
  chosen_at timestamptz not null
);
comment on column access.mail_choice.person is 'personal: who chose when mail may come; kept: until chosen otherwise, or the last affiliation ends';
select access.wall('access.mail_choice', 'person = access.me()');
grant select, delete on access.mail_choice to opbloei_signin;
create policy sign_in on access.mail_choice to opbloei_signin using (true);
