-- Cases of a case manager who is away waited: now a colleague stands in from a day until a day, and only in those days may open them.
create table access.absence (
  organisation uuid not null references access.organisation,
  id uuid not null,
  professional uuid not null references access.person,
  deputy uuid not null references access.person,
  from_day date not null,
  until_day date not null,
  note text not null,
  written_at timestamptz not null,
  primary key (organisation, id),
  check (from_day <= until_day),
  check (professional <> deputy)
);
create index on access.absence (organisation, deputy, until_day);
create index on access.absence (organisation, professional, until_day);
comment on column access.absence.professional is 'personal: who is away and when; kept: 2 years after it ends';
comment on column access.absence.deputy is 'personal: who stood in for whom, and so might open which cases; kept: 2 years after it ends';
comment on column access.absence.note is 'personal: what the colleague should know; kept: 2 years after it ends';
select access.wall_append_only('access.absence', 'organisation = access.org()');

-- Somebody is back sooner: the last day that counted. A day before the first one calls it off.
create table access.absence_end (
  organisation uuid not null,
  absence uuid not null,
  last_day date not null,
  ended_at timestamptz not null,
  ended_by uuid not null references access.person,
  primary key (organisation, absence),
  foreign key (organisation, absence) references access.absence
);
comment on column access.absence_end.ended_by is 'personal: who ended it; kept: 2 years after it ends';
select access.wall_append_only('access.absence_end', 'organisation = access.org()');

-- Whose cases are whose, also those of a colleague who is away: then `manager` is that colleague, by name.
create or replace view access.shared_case with (security_invoker = true) as
select r.organisation, r.subject, r.professional, greatest(r.since, a.since) as since, least(r.until, a.until) as until, null::text as manager
from access.relation r
join access.affiliation a on a.organisation = r.organisation and a.person = r.professional and a.role = 'caseManager'
where r.kind = 'caseManager'
union all
select r.organisation, r.subject, b.deputy, greatest(r.since, a.since, b.from_day), least(r.until, a.until, b.until_day, e.last_day), p.name
from access.absence b
left join access.absence_end e on e.organisation = b.organisation and e.absence = b.id
join access.relation r on r.organisation = b.organisation and r.professional = b.professional and r.kind = 'caseManager'
join access.affiliation a on a.organisation = b.organisation and a.person = b.deputy and a.role = 'caseManager'
join access.person p on p.id = b.professional;
