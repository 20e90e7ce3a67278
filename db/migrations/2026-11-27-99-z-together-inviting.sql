-- Somebody who came to a cooperative alone could not bring the own municipality in: a short request that the team of that town reads, and that one of them takes.
create schema if not exists coaching;

-- Names both owners: the cooperative (tenant) of the member and the municipality that pays the benefit. Copied whole when it is sent.
create table coaching.case_invitation (
  tenant uuid not null references access.organisation,
  municipality uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  member_name text not null,
  cooperative_name text not null,
  municipality_name text not null,
  words text not null,
  sent_at timestamptz not null,
  sent_by uuid not null references access.person,
  primary key (tenant, id),
  check (sent_by = member)
);
create index on coaching.case_invitation (municipality, sent_at);
create index on coaching.case_invitation (tenant, member);
comment on column coaching.case_invitation.member is 'personal: who asks a case manager to join; kept: 2 years after it was taken or taken back';
comment on column coaching.case_invitation.member_name is 'personal: so that the team knows whom it is about; kept: 2 years after it was taken or taken back';
comment on column coaching.case_invitation.words is 'personal: what the member asks, in own words; kept: 2 years after it was taken or taken back';
comment on column coaching.case_invitation.sent_by is 'personal: that the member sent it alone; kept: 2 years after it was taken or taken back';
select access.wall_append_only('coaching.case_invitation');
create policy municipality_reads on coaching.case_invitation for select using (municipality = access.org());

-- The end, once: a case manager takes it, or the member takes it back. The key lets one of the two come first.
create table coaching.case_invitation_end (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  invitation uuid not null,
  what text not null check (what in ('taken', 'withdrawn')),
  taker_name text,
  ended_at timestamptz not null,
  ended_by uuid not null references access.person,
  primary key (tenant, invitation),
  foreign key (tenant, invitation) references coaching.case_invitation (tenant, id),
  check ((what = 'taken') = (taker_name is not null))
);
comment on column coaching.case_invitation_end.taker_name is 'personal: so that the member knows who took it; kept: 2 years after it was taken or taken back';
comment on column coaching.case_invitation_end.ended_by is 'personal: who took it, or took it back; kept: 2 years after it was taken or taken back';
select access.wall_append_only('coaching.case_invitation_end',
  $$(what = 'withdrawn' and tenant = access.org()) or (what = 'taken' and municipality = access.org())$$);
create policy owners_read on coaching.case_invitation_end for select using (tenant = access.org() or municipality = access.org());

-- What waits at a municipality: invitations that nobody took yet, of residents whose case is nobody's or one's own.
create view coaching.shared_invited with (security_invoker = true) as
select i.tenant, i.municipality as owner, i.member, 'caseInvited' as what, i.id, i.sent_at as since, null::date as until, i.member_name as about,
  null::bigint as cents, 1 as number
from coaching.case_invitation i
where not exists (select from coaching.case_invitation_end e where e.tenant = i.tenant and e.invitation = i.id)
  and not exists (select from access.relation r where r.organisation = i.municipality and r.subject = i.member and r.kind = 'caseManager'
    and r.professional is distinct from access.me() and r.until is null);
grant select on coaching.shared_invited to opbloei_app;
