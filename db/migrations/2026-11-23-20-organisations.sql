-- Who trades, who decides and who buys: cooperatives, municipalities and customers, so that no room keeps its own address book.
create schema organisations;

-- What stands on every invoice is public; the wall only keeps others from changing it.
create table organisations.cooperative (
  tenant uuid primary key references access.organisation,
  legal_name text not null,
  trade_name text not null,
  kvk text not null,
  vat_id text,
  iban text,
  street text not null,
  post_code text not null,
  city text not null,
  email text,
  phone text,
  website text,
  -- Small businesses scheme (Wet OB art. 25): the first and the last day it holds.
  kor_since date,
  kor_until date,
  -- Re-encoded to PNG before it is stored.
  logo bytea,
  settings jsonb not null,
  check (kor_until is null or kor_since is not null)
);
select access.wall('organisations.cooperative');
create policy public_face on organisations.cooperative for select using (true);

create table organisations.municipality (
  organisation uuid primary key references access.organisation,
  code text not null unique,
  name text not null,
  department text not null,
  street text not null,
  post_code text not null,
  city text not null,
  email text
);
select access.wall('organisations.municipality', 'organisation = access.org()');
create policy public_face on organisations.municipality for select using (true);

create table organisations.customer (
  tenant uuid not null references access.organisation,
  id uuid not null,
  -- The member whose customer it is; null for a customer of the cooperative itself.
  member uuid references access.person,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null,
  attention text,
  street text,
  post_code text,
  city text,
  country text not null check (country ~ '^[A-Z]{2}$'),
  email text,
  kvk text,
  vat_id text,
  peppol text,
  added_at timestamptz not null,
  primary key (tenant, id)
);
create index on organisations.customer (tenant, member);
comment on column organisations.customer.member is 'personal: whose customer it is; kept: 7 years after the last invoice (AWR 52)';
comment on column organisations.customer.name is 'personal: to whom the invoice is made out; kept: 7 years after the last invoice (AWR 52)';
comment on column organisations.customer.attention is 'personal: who receives the invoice; kept: 7 years after the last invoice (AWR 52)';
comment on column organisations.customer.street is 'personal: address on the invoice; kept: 7 years after the last invoice (AWR 52)';
comment on column organisations.customer.post_code is 'personal: address on the invoice; kept: 7 years after the last invoice (AWR 52)';
comment on column organisations.customer.city is 'personal: address on the invoice; kept: 7 years after the last invoice (AWR 52)';
comment on column organisations.customer.email is 'personal: where the invoice is sent; kept: 2 years after the last invoice';
select access.wall('organisations.customer');
