-- Signing in: tables of better-auth under names of ours, in a schema of their own, for a role that sees no table of a tenant.
create schema signin;
grant usage on schema signin to opbloei_signin;

-- Whoever may sign in: the person's own id, written by us when the person is known, never by signing up.
create table signin.identity (
  id uuid primary key references access.person,
  email text not null unique,
  email_verified boolean not null,
  name text not null,
  image text,
  second_factor boolean,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on column signin.identity.email is 'personal: to send the code to; kept: until the last affiliation ends';
comment on column signin.identity.name is 'personal: empty, the name stands at the person; kept: not at all';

create table signin.session (
  id uuid primary key,
  identity uuid not null references signin.identity on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  second_factor_at timestamptz,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on signin.session (identity);
comment on column signin.session.ip_address is 'personal: empty, addresses are not kept; kept: not at all';
comment on column signin.session.user_agent is 'personal: empty, browsers are not kept; kept: not at all';

-- Ways to sign in at another house, such as a municipality's own; never a password.
create table signin.credential (
  id uuid primary key,
  identity uuid not null references signin.identity on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text check (password is null),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on signin.credential (identity);

create table signin.code (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on signin.code (identifier);
comment on column signin.code.identifier is 'personal: for whom a code was sent; kept: until used, or 10 minutes';

create table signin.second_factor (
  id uuid primary key,
  identity uuid not null references signin.identity on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_count int,
  locked_until timestamptz
);
create index on signin.second_factor (identity);

-- How often something was tried: in the database, because there may be several machines. The key is a digest.
create table signin.bucket (
  key text primary key,
  began_at timestamptz not null,
  tries int not null
);

grant select, insert, update, delete on all tables in schema signin to opbloei_signin;

-- The application's user marks a new database as demo or real, once, and sees whether migrations are missing.
grant insert on kit.world to opbloei_app;
grant select on kit.migration to opbloei_app, opbloei_signin;
