-- What takes longer than a page may wait goes on by itself, in steps that are each done once; who asked for it sees how far it is, from any page.
create table access.errand (
  tenant uuid not null references access.organisation,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z]+\.[a-zA-Z]+$'),
  -- Of a kind what it is about is in hand once at a time: a month, the digest of a file.
  about text not null,
  -- What a person calls it: the month, the name of the file.
  label text not null,
  person uuid not null references access.person,
  role text not null,
  language text not null,
  -- Ids and words of a closed list, for its steps.
  facts jsonb not null,
  -- The page it was asked on.
  back text not null check (back ~ '^/'),
  asked_at timestamptz not null,
  state text not null check (state in ('waiting', 'running', 'done', 'refused', 'failed')),
  -- How many steps are done, and of the step that runs how much is done.
  step smallint not null check (step between 0 and steps),
  steps smallint not null check (steps > 0),
  part int not null check (part between 0 and parts),
  parts int not null check (parts > 0),
  -- What a step leaves for the next, in the transaction of its effect.
  kept jsonb not null,
  -- How often the step that runs was begun: what brings the program down is not begun for ever.
  tries smallint not null,
  ended_at timestamptz,
  result text check (result ~ '^/'),
  refused_what text,
  refused_next text,
  primary key (tenant, id),
  check ((ended_at is not null) = (state in ('done', 'refused', 'failed'))),
  check ((result is not null) = (state = 'done')),
  check ((refused_what is not null) = (state = 'refused') and (refused_next is not null) = (state = 'refused'))
);
create unique index one_errand on access.errand (tenant, kind, about) where ended_at is null;
create index on access.errand (tenant, person, asked_at);
create index on access.errand (asked_at);
comment on column access.errand.person is 'personal: who asked for it, to tell how far it is; kept: 30 days';
comment on column access.errand.label is 'personal: the name somebody gave a file; kept: 30 days';
comment on column access.errand.language is 'personal: to refuse in the language of who asked; kept: 30 days';
select access.wall('access.errand');
grant select (tenant, id, asked_at, ended_at), delete on access.errand to opbloei_signin;
create policy sweep on access.errand to opbloei_signin using (true);

-- A file that an errand makes grows in pieces, each behind the file port; it is kept for seven days.
create table access.errand_piece (
  tenant uuid not null,
  errand uuid not null,
  piece int not null,
  file uuid not null,
  size int not null check (size > 0),
  -- What stands in the piece, for the table of contents at the end of the file.
  contents jsonb not null,
  primary key (tenant, errand, piece),
  foreign key (tenant, errand) references access.errand (tenant, id) on delete cascade
);
select access.wall('access.errand_piece');

-- On the home of whoever asked stands what is in hand, and what came of the last ones.
create view access.shared_waiting with (security_invoker = true) as
select e.tenant, e.tenant as owner, null::uuid as member,
  case when e.ended_at is null then 'errandRuns' when e.state = 'done' then 'errandDone' else 'errandStopped' end as what, e.id,
  coalesce(e.ended_at, e.asked_at) as since, null::date as until, e.kind || ' ' || e.label as about, null::bigint as cents,
  ((100 * (e.step::bigint * e.parts + e.part)) / (e.steps::bigint * e.parts))::int as number
from access.errand e
where e.person = access.me();
grant select on access.shared_waiting to opbloei_app;
