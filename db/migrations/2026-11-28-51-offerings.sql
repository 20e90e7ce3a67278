-- Customers found a cooperative and never what somebody makes: a member may now show it, one thing at a time, and take it back with one tap.
create table network.offering (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  trade_name text not null check (trade_name <> ''),
  kind text not null check (kind in ('product', 'service')),
  title text not null check (title <> ''),
  about text not null check (about <> ''),
  craft text not null check (craft <> ''),
  town text not null check (town <> ''),
  -- The moment at which the member said that anybody may read exactly this.
  shown_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (tenant, id)
);
create index on network.offering (tenant, member);
comment on column network.offering.member is 'personal: whose work it is; kept: until a month after the member took it back';
comment on column network.offering.trade_name is 'personal: under which name the member works; kept: until a month after the member took it back';
comment on column network.offering.title is 'personal: what the member makes or does; kept: until a month after the member took it back';
comment on column network.offering.about is 'personal: what the member tells of it; kept: until a month after the member took it back';
comment on column network.offering.town is 'personal: where the member works; kept: until a month after the member took it back';
select access.wall('network.offering');
create policy public_face on network.offering for select using (withdrawn_at is null);

-- What a customer without an account asks about it.
create table network.offering_question (
  tenant uuid not null,
  id uuid not null,
  offering uuid not null,
  member uuid not null references access.person,
  title text not null check (title <> ''),
  name text not null check (name <> ''),
  email text not null check (email <> ''),
  words text not null check (words <> ''),
  asked_at timestamptz not null,
  primary key (tenant, id)
);
create index on network.offering_question (tenant, member);
comment on column network.offering_question.member is 'personal: whom a customer asks; kept: half a year';
comment on column network.offering_question.title is 'personal: about which work of the member; kept: half a year';
comment on column network.offering_question.name is 'personal: which customer asks; kept: half a year';
comment on column network.offering_question.email is 'personal: where the customer reads an answer; kept: half a year';
comment on column network.offering_question.words is 'personal: what the customer asks; kept: half a year';
select access.wall('network.offering_question');
revoke update on network.offering_question from opbloei_app;
