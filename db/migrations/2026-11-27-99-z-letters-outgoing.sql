-- A letter of a municipality is prepared, read, signed and held for a while before anything is recorded: one wrong word costs somebody the rent.
create table consent.outgoing (
  tenant uuid not null,
  id uuid not null,
  request uuid not null,
  municipality uuid not null references access.organisation,
  member uuid not null references access.person,
  -- The form it was made with, and what was typed there: it is read again when it leaves.
  road text not null,
  typed jsonb not null,
  letters jsonb not null,
  proposed jsonb not null,
  prepared_by uuid not null references access.person,
  prepared_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, request) references consent.request
);
create index on consent.outgoing (tenant, request, prepared_at);
create index on consent.outgoing (municipality, prepared_at);
comment on column consent.outgoing.member is 'personal: to whom it will be written; kept: 7 years after the consent ends';
comment on column consent.outgoing.typed is 'personal: what a case manager filled in for the letter; kept: 7 years after the consent ends';
comment on column consent.outgoing.letters is 'personal: the letter before it is signed; kept: 7 years after the consent ends';
comment on column consent.outgoing.prepared_by is 'personal: who prepared the decision, for the second pair of eyes; kept: 7 years after the consent ends';
-- The municipality alone: until it leaves, nobody else knows that something is coming.
select access.wall_append_only('consent.outgoing', 'municipality = access.org()');

create table consent.outgoing_step (
  tenant uuid not null,
  id uuid not null,
  outgoing uuid not null,
  request uuid not null,
  municipality uuid not null references access.organisation,
  step text not null check (step in ('renewed', 'asked', 'approved', 'sentBack', 'signed', 'held', 'left', 'stopped', 'dropped')),
  at timestamptz not null,
  recorded_by uuid references access.person,
  words text not null default '',
  leaves_at timestamptz,
  letters jsonb,
  primary key (tenant, id),
  foreign key (tenant, outgoing) references consent.outgoing,
  check ((step = 'signed') = (leaves_at is not null))
);
create index on consent.outgoing_step (tenant, outgoing, at);
create index on consent.outgoing_step (municipality, request);
-- What left, left once.
create unique index outgoing_left_once on consent.outgoing_step (tenant, outgoing) where step in ('left', 'dropped');
comment on column consent.outgoing_step.recorded_by is 'personal: who read, signed or held the letter; kept: 7 years after the consent ends';
comment on column consent.outgoing_step.words is 'personal: what a colleague said about the letter; kept: 7 years after the consent ends';
select access.wall_append_only('consent.outgoing_step', 'municipality = access.org()');

-- Where the last letter of each request stands that has not left and was not thrown away.
create view consent.shared_outgoing with (security_invoker = true) as
select o.tenant, o.municipality as owner, o.member,
  case when coalesce(last.step, '') = 'asked' and o.prepared_by is distinct from access.me() then 'letterToSee' else 'letterInHand' end as what,
  o.request as id, coalesce(last.at, o.prepared_at) as since, null::date as until,
  case when coalesce(last.step, '') = 'asked' and o.prepared_by is distinct from access.me() then r.member_name else coalesce(last.step, 'prepared') end as about,
  null::bigint as cents, 1 as number
from consent.outgoing o
join consent.request r on r.tenant = o.tenant and r.id = o.request
left join lateral (select s.step, s.at from consent.outgoing_step s where s.tenant = o.tenant and s.outgoing = o.id and s.step <> 'renewed'
  order by s.at desc, s.id desc limit 1) last on true
where coalesce(last.step, '') not in ('left', 'dropped')
  and not exists (select from consent.outgoing n where n.tenant = o.tenant and n.request = o.request and (n.prepared_at, n.id) > (o.prepared_at, o.id));
grant select on consent.shared_outgoing to opbloei_app;
