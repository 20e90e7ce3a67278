-- A municipality could sign an agreement or stay silent: now each party can ask for a change, or say that it does not sign and why.
create table agreements.cooperation_answer (
  tenant uuid not null references access.organisation,
  municipality uuid not null references access.organisation,
  id uuid not null,
  agreement uuid not null,
  party text not null check (party in ('cooperative', 'municipality')),
  kind text not null check (kind in ('changeAsked', 'declined')),
  words text not null,
  person uuid not null references access.person,
  -- Copied, for the other side cannot look the person up.
  person_name text not null,
  role text not null,
  answered_on date not null,
  answered_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, agreement) references agreements.cooperation
);
create index on agreements.cooperation_answer (tenant, agreement);
create unique index cooperation_declined_once on agreements.cooperation_answer (tenant, agreement) where kind = 'declined';
comment on column agreements.cooperation_answer.person is 'personal: who answered; kept: 7 years after the agreement ends';
comment on column agreements.cooperation_answer.person_name is 'personal: who answered; kept: 7 years after the agreement ends';
comment on column agreements.cooperation_answer.words is 'personal: what was asked or why it is not signed; kept: 7 years after the agreement ends';
select access.wall_append_only('agreements.cooperation_answer', 'tenant = access.org() or municipality = access.org()');

-- What the municipality answered waits for the cooperative until it proposes another version, or the municipality signs after all.
create or replace view agreements.shared_waiting with (security_invoker = true) as
select o.tenant, o.tenant as owner, o.member, 'agreementToSign' as what, o.version as id, o.put_at as since, null::date as until, v.title as about, null::bigint as cents, 1 as number
from agreements.recipient o
join agreements.version v on v.tenant = o.tenant and v.id = o.version and v.dropped_at is null
where not exists (select from agreements.signature s where s.tenant = o.tenant and s.version = o.version and s.member = o.member)
  and not exists (select from agreements.notice n where n.tenant = o.tenant and n.version = o.version and n.member = o.member)
union all
select v.tenant, v.tenant, null, 'agreementToSignFor', v.id, v.proposed_at, null, v.title, null, 1
from agreements.version v
where v.proposed_at is not null and v.dropped_at is null
  and not exists (select from agreements.signature s where s.tenant = v.tenant and s.version = v.id and s.party = 'cooperative')
union all
select c.tenant, c.tenant, null, 'cooperationAnswered', c.id, a.answered_at, null, c.municipality_name, null, 1
from agreements.cooperation c
join lateral (select x.answered_at from agreements.cooperation_answer x where x.tenant = c.tenant and x.agreement = c.id and x.party = 'municipality'
  order by x.answered_at desc limit 1) a on true
where not exists (select from agreements.cooperation later where later.tenant = c.tenant and later.municipality = c.municipality and later.number > c.number)
  and not exists (select from agreements.cooperation_signature s where s.tenant = c.tenant and s.agreement = c.id and s.party = 'municipality');
