-- The plan of action (Participatiewet art. 44a) went round as a file, and the last one to save won: one page for member, coach and case manager on which no text is lost.
create table coaching.plan (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  begun_at timestamptz not null,
  begun_by uuid not null references access.person,
  primary key (tenant, id),
  unique (tenant, member)
);
comment on column coaching.plan.member is 'personal: whose plan it is; kept: 2 years after leaving';
comment on column coaching.plan.begun_by is 'personal: who began the plan; kept: 2 years after leaving';
select access.wall_append_only('coaching.plan');

-- The municipality takes part only while the member lets it. The member says so, and may stop it.
create table coaching.plan_share (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  plan uuid not null,
  id uuid not null,
  shared_at timestamptz not null,
  shared_by uuid not null references access.person,
  ended_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, plan) references coaching.plan (tenant, id)
);
create unique index one_share on coaching.plan_share (tenant, plan) where ended_at is null;
create index on coaching.plan_share (municipality) where ended_at is null;
comment on column coaching.plan_share.shared_by is 'personal: that the member let the municipality in; kept: 2 years after leaving';
select access.wall('coaching.plan_share');
create policy municipality_reads on coaching.plan_share for select using (municipality = access.org() and ended_at is null);
create policy municipality_reads on coaching.plan for select using (
  exists (select from coaching.plan_share s where s.tenant = plan.tenant and s.plan = plan.id and s.municipality = access.org() and s.ended_at is null));

-- Every text that anybody wrote, in the order in which it came: nr counts over the whole plan. base: the text that the writer had seen (0: none). beside: somebody else
-- had changed the same field meanwhile, so this one waits beside it. settles: the texts beside it that the writer had seen and worked in.
create table coaching.plan_text (
  tenant uuid not null,
  plan uuid not null,
  nr int not null check (nr > 0),
  field text not null,
  base int not null check (base >= 0 and base < nr),
  words text not null,
  who text check (who in ('member', 'coach', 'municipality', 'other')),
  due_on date,
  beside boolean not null,
  settles int[] not null,
  written_at timestamptz not null,
  written_by uuid not null references access.person,
  role text not null,
  primary key (tenant, plan, nr),
  foreign key (tenant, plan) references coaching.plan (tenant, id)
);
comment on column coaching.plan_text.words is 'personal: what member, coach and municipality agree; kept: 2 years after leaving';
comment on column coaching.plan_text.written_by is 'personal: who wrote it; kept: 2 years after leaving';
select access.wall_append_only('coaching.plan_text');
create policy municipality_reads on coaching.plan_text for select using (
  exists (select from coaching.plan_share s where s.tenant = plan_text.tenant and s.plan = plan_text.plan and s.municipality = access.org() and s.ended_at is null));
create policy municipality_writes on coaching.plan_text for insert with check (role = 'caseManager' and written_by = access.me() and
  exists (select from coaching.plan_share s where s.tenant = plan_text.tenant and s.plan = plan_text.plan and s.municipality = access.org() and s.ended_at is null));

-- How far each reader came, to show what is new; one's own alone.
create table coaching.plan_seen (
  tenant uuid not null,
  plan uuid not null,
  person uuid not null references access.person,
  nr int not null,
  primary key (tenant, plan, person)
);
comment on column coaching.plan_seen.person is 'personal: to show somebody what is new; kept: 2 years after leaving';
select access.wall('coaching.plan_seen', 'person = access.me()');

-- A text to sign: frozen, with its fingerprint. A change afterwards makes a next one.
create table coaching.plan_version (
  tenant uuid not null,
  plan uuid not null,
  version int not null check (version > 0),
  content jsonb not null,
  hash text not null,
  frozen_at timestamptz not null,
  frozen_by uuid not null references access.person,
  primary key (tenant, plan, version),
  foreign key (tenant, plan) references coaching.plan (tenant, id)
);
comment on column coaching.plan_version.content is 'personal: the plan as it was laid down to be signed; kept: 2 years after leaving';
comment on column coaching.plan_version.frozen_by is 'personal: who laid it down; kept: 2 years after leaving';
select access.wall_append_only('coaching.plan_version');

-- Whom a version asks to sign: by account (person), or by a link that ends. Only the digest of the link is kept.
create table coaching.plan_signer (
  tenant uuid not null,
  id uuid not null,
  plan uuid not null,
  version int not null,
  who text not null check (who in ('member', 'coach', 'caseManager', 'other')),
  name text not null,
  person uuid references access.person,
  email text,
  token_hash text unique,
  until date,
  primary key (tenant, id),
  foreign key (tenant, plan, version) references coaching.plan_version (tenant, plan, version),
  check ((who = 'other') = (token_hash is not null)),
  check (num_nonnulls(email, token_hash, until) in (0, 3))
);
create index on coaching.plan_signer (tenant, plan, version);
comment on column coaching.plan_signer.name is 'personal: whom the plan asks to sign; kept: 2 years after leaving';
comment on column coaching.plan_signer.person is 'personal: who signs with an account; kept: 2 years after leaving';
comment on column coaching.plan_signer.email is 'personal: where the link to sign went; kept: 2 years after leaving';
select access.wall_append_only('coaching.plan_signer');
create policy municipality_reads on coaching.plan_signer for select using (
  exists (select from coaching.plan_share s where s.tenant = plan_signer.tenant and s.plan = plan_signer.plan and s.municipality = access.org() and s.ended_at is null));
create policy by_link on coaching.plan_signer for select using (token_hash = access.token());

create policy municipality_reads on coaching.plan_version for select using (
  exists (select from coaching.plan_share s where s.tenant = plan_version.tenant and s.plan = plan_version.plan and s.municipality = access.org() and s.ended_at is null));
create policy by_link on coaching.plan_version for select using (
  exists (select from coaching.plan_signer s where s.tenant = plan_version.tenant and s.plan = plan_version.plan and s.version = plan_version.version
    and s.token_hash = access.token()));

-- A signature: on which fingerprint, under which name, once.
create table coaching.plan_signature (
  tenant uuid not null,
  signer uuid not null,
  plan uuid not null,
  hash text not null,
  name text not null,
  signed_at timestamptz not null,
  signed_by uuid references access.person,
  primary key (tenant, signer),
  foreign key (tenant, signer) references coaching.plan_signer (tenant, id)
);
create index on coaching.plan_signature (tenant, plan);
comment on column coaching.plan_signature.name is 'personal: the name under which somebody signed; kept: 2 years after leaving';
comment on column coaching.plan_signature.signed_by is 'personal: who signed with an account; kept: 2 years after leaving';
select access.wall_append_only('coaching.plan_signature');
create policy municipality_reads on coaching.plan_signature for select using (
  exists (select from coaching.plan_share s where s.tenant = plan_signature.tenant and s.plan = plan_signature.plan and s.municipality = access.org() and s.ended_at is null));
create policy municipality_signs on coaching.plan_signature for insert with check (signed_by = access.me() and
  exists (select from coaching.plan_signer g join coaching.plan_share s on s.tenant = g.tenant and s.plan = g.plan
    where g.tenant = plan_signature.tenant and g.id = plan_signature.signer and g.who = 'caseManager' and s.municipality = access.org() and s.ended_at is null));
create policy by_link on coaching.plan_signature for select using (
  exists (select from coaching.plan_signer s where s.tenant = plan_signature.tenant and s.id = plan_signature.signer and s.token_hash = access.token()));

-- What a member must still sign: of the newest version alone.
create view coaching.shared_to_sign with (security_invoker = true) as
select s.tenant, s.tenant as owner, p.member, 'planToSign' as what, s.id, v.frozen_at as since, null::date as until, null::text as about, null::bigint as cents, 1 as number
from coaching.plan_signer s
join coaching.plan p on p.tenant = s.tenant and p.id = s.plan
join coaching.plan_version v on v.tenant = s.tenant and v.plan = s.plan and v.version = s.version
where s.who = 'member'
  and not exists (select from coaching.plan_version n where n.tenant = v.tenant and n.plan = v.plan and n.version > v.version)
  and not exists (select from coaching.plan_signature g where g.tenant = s.tenant and g.signer = s.id);
grant select on coaching.shared_to_sign to opbloei_app;
