-- A member's own word that eases what is asked before trade waits for the coach, and an application can be answered and declined.

-- What a member reports about the own benefit and what would make things easier: it counts once the coach confirmed it, from the day the member named.
create table members.benefit_report (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null,
  source text not null check (source in ('participatiewetOwn', 'participatiewetJoint', 'ioawIoaz', 'uwv', 'none', 'unknown')),
  municipality uuid references access.organisation,
  from_day date not null,
  reported_at timestamptz not null,
  outcome text check (outcome in ('confirmed', 'declined', 'replaced')),
  settled_at timestamptz,
  settled_by uuid references access.person,
  primary key (tenant, id),
  foreign key (tenant, member) references members.member,
  check ((outcome is null) = (settled_at is null))
);
create unique index one_open_report_per_member on members.benefit_report (tenant, member) where outcome is null;
comment on column members.benefit_report.member is 'personal: to know whether consent is needed; kept: 7 years after leaving, with the books it explains';
comment on column members.benefit_report.source is 'personal: to know whether consent is needed; kept: 7 years after leaving, with the books it explains';
comment on column members.benefit_report.municipality is 'personal: which municipality decides; kept: 7 years after leaving, with the books it explains';
comment on column members.benefit_report.settled_by is 'personal: who confirmed or declined it; kept: 7 years after leaving';
select access.wall('members.benefit_report');

alter table members.application add column answered_at timestamptz, add column declined_at timestamptz, add column declined_by uuid references access.person;
comment on column members.application.first_name is 'personal: to address the applicant; kept: 14 days unsent, 30 days declined, 1 year sent';
comment on column members.application.reach is 'personal: phone or e-mail to answer at; kept: 14 days unsent, 30 days declined, 1 year sent';
comment on column members.application.idea is 'personal: what somebody wants to make or do; kept: 14 days unsent, 30 days declined, 1 year sent';
comment on column members.application.benefit is 'personal: to know what must be asked first; kept: 14 days unsent, 30 days declined, 1 year sent';
comment on column members.application.help is 'personal: which support the applicant would like; kept: 14 days unsent, 30 days declined, 1 year sent';
comment on column members.application.note is 'personal: what the applicant wanted to add; kept: 14 days unsent, 30 days declined, 1 year sent';
comment on column members.application.language is 'personal: to answer in; kept: 14 days unsent, 30 days declined, 1 year sent';
comment on column members.application.declined_by is 'personal: who declined it; kept: 30 days';

create or replace view members.shared_waiting with (security_invoker = true) as
select a.tenant, a.tenant as owner, null::uuid as member, 'application' as what, a.id, a.sent_at as since, null::date as until, a.first_name as about, null::bigint as cents, 1 as number
from members.application a where a.sent_at is not null and a.taken_at is null and a.declined_at is null
union all
select s.tenant, s.tenant, s.member, 'trialEnding', s.member, null, s.until_day, null, null, 1
from members.journey_step s
where s.stage = 'trial' and not exists (select from members.journey_step later where later.tenant = s.tenant and later.member = s.member and later.on_day > s.on_day)
union all
select r.tenant, r.tenant, r.member, 'benefitReported', r.member, r.reported_at, null, null, null, 1
from members.benefit_report r where r.outcome is null;
