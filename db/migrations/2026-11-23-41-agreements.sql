-- Agreements as they were signed: the exact text, its fingerprint and who signed it; what divides money is the same articles.
create schema agreements;
grant usage on schema agreements to opbloei_app;

-- A version of the member agreement. While it is a draft it may change; once proposed its text stands.
create table agreements.version (
  tenant uuid not null references access.organisation,
  id uuid not null,
  number int not null,
  title text not null,
  articles jsonb not null,
  -- A month has one version: it begins on a first and ends on a last day of a month.
  from_day date not null check (extract(day from from_day) = 1),
  until_day date check (until_day > from_day),
  prepared_by uuid references access.person,
  prepared_at timestamptz not null,
  proposed_by uuid references access.person,
  proposed_at timestamptz,
  text text,
  text_hash text,
  dropped_at timestamptz,
  primary key (tenant, id),
  constraint one_number unique (tenant, number),
  check ((proposed_at is null) = (text is null) and (text is null) = (text_hash is null)),
  check (dropped_at is null or proposed_at is null)
);
comment on column agreements.version.prepared_by is 'personal: who wrote it; kept: 7 years after the last member it binds left';
comment on column agreements.version.proposed_by is 'personal: who proposed it; kept: 7 years after the last member it binds left';
select access.wall('agreements.version');
revoke delete on agreements.version from opbloei_app;

create function agreements.text_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a proposed agreement is never changed' using errcode = '55000';
end $$;
create trigger text_stands before update on agreements.version for each row when (old.proposed_at is not null) execute function agreements.text_stands();

-- To whom a version was put; whoever does not sign keeps the version before (BW2 59).
create table agreements.recipient (
  tenant uuid not null references access.organisation,
  version uuid not null,
  member uuid not null references access.person,
  put_at timestamptz not null,
  primary key (tenant, version, member),
  foreign key (tenant, version) references agreements.version
);
create index on agreements.recipient (tenant, member);
comment on column agreements.recipient.member is 'personal: who may sign; kept: 7 years after leaving';
select access.wall_append_only('agreements.recipient');

create table agreements.signature (
  tenant uuid not null references access.organisation,
  id uuid not null,
  version uuid not null,
  party text not null check (party in ('member', 'cooperative')),
  member uuid references access.person,
  person uuid not null references access.person,
  role text not null,
  signed_on date not null,
  signed_at timestamptz not null,
  -- How this person had signed in: code by mail, second factor, passkey, or a click in the demo.
  sign_in text not null,
  text_hash text not null,
  primary key (tenant, id),
  constraint signed_once unique nulls not distinct (tenant, version, party, member),
  foreign key (tenant, version) references agreements.version,
  check ((party = 'member') = (member is not null) and (member is null or member = person))
);
create index on agreements.signature (tenant, member);
comment on column agreements.signature.member is 'personal: whom the agreement binds; kept: 7 years after leaving';
comment on column agreements.signature.person is 'personal: who signed; kept: 7 years after the agreement ends';
comment on column agreements.signature.sign_in is 'personal: proof of the signature; kept: 7 years after the agreement ends';
select access.wall_append_only('agreements.signature');

-- A change the agreement itself reserved (BW2 59): it binds without a signature after a notice in writing, with proof of it.
create table agreements.notice (
  tenant uuid not null references access.organisation,
  version uuid not null,
  member uuid not null references access.person,
  channel text not null check (channel in ('mail', 'letter', 'inHand')),
  given_on date not null,
  binds_from date not null check (extract(day from binds_from) = 1),
  person uuid not null references access.person,
  recorded_at timestamptz not null,
  primary key (tenant, version, member),
  foreign key (tenant, version) references agreements.version
);
create index on agreements.notice (tenant, member);
comment on column agreements.notice.member is 'personal: whom the change binds; kept: 7 years after leaving';
comment on column agreements.notice.person is 'personal: who gave notice; kept: 7 years after the agreement ends';
select access.wall_append_only('agreements.notice');

-- The agreement with a municipality: names both owners and is read only here by both.
create table agreements.cooperation (
  tenant uuid not null references access.organisation,
  municipality uuid not null references access.organisation,
  id uuid not null,
  number int not null,
  cooperative_name text not null,
  municipality_name text not null,
  bounds jsonb not null,
  text text not null,
  text_hash text not null,
  from_day date not null,
  until_day date check (until_day > from_day),
  proposed_by uuid not null references access.person,
  proposed_at timestamptz not null,
  primary key (tenant, id),
  constraint one_cooperation_number unique (tenant, municipality, number)
);
create index on agreements.cooperation (municipality, from_day);
comment on column agreements.cooperation.proposed_by is 'personal: who proposed it; kept: 7 years after the agreement ends';
select access.wall_append_only('agreements.cooperation', 'tenant = access.org() or municipality = access.org()');

create table agreements.cooperation_signature (
  tenant uuid not null references access.organisation,
  municipality uuid not null references access.organisation,
  id uuid not null,
  agreement uuid not null,
  party text not null check (party in ('cooperative', 'municipality')),
  person uuid not null references access.person,
  -- Copied, for the other side cannot look the person up.
  person_name text not null,
  role text not null,
  signed_on date not null,
  signed_at timestamptz not null,
  sign_in text not null,
  text_hash text not null,
  primary key (tenant, id),
  constraint cooperation_signed_once unique (tenant, agreement, party),
  foreign key (tenant, agreement) references agreements.cooperation
);
comment on column agreements.cooperation_signature.person is 'personal: who signed; kept: 7 years after the agreement ends';
comment on column agreements.cooperation_signature.person_name is 'personal: who signed; kept: 7 years after the agreement ends';
comment on column agreements.cooperation_signature.sign_in is 'personal: proof of the signature; kept: 7 years after the agreement ends';
select access.wall_append_only('agreements.cooperation_signature', 'tenant = access.org() or municipality = access.org()');

-- From when which version binds whom: both signed, or notice of a reserved change was given.
create view agreements.binding with (security_invoker = true) as
  select o.tenant, o.member, o.version, v.number, v.until_day, 'signed' as by,
    greatest(v.from_day, date_trunc('month', greatest(m.signed_on, c.signed_on)::timestamp)::date) as binds_from
  from agreements.recipient o
  join agreements.version v on v.tenant = o.tenant and v.id = o.version
  join agreements.signature m on m.tenant = o.tenant and m.version = o.version and m.member = o.member
  join agreements.signature c on c.tenant = o.tenant and c.version = o.version and c.party = 'cooperative'
  union all
  select n.tenant, n.member, n.version, v.number, v.until_day, 'notice', n.binds_from
  from agreements.notice n
  join agreements.version v on v.tenant = n.tenant and v.id = n.version;
grant select on agreements.binding to opbloei_app;
