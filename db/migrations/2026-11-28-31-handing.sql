-- Who took over a member or a case knew nothing but the name: a note goes along now, and for ten minutes it can be undone.
create table access.handing (
  organisation uuid not null references access.organisation,
  id uuid not null,
  kind text not null check (kind in ('coach', 'caseManager')),
  subject uuid not null references access.person,
  before uuid references access.person,
  professional uuid not null references access.person,
  on_day date not null,
  note text not null,
  handed_at timestamptz not null,
  handed_by uuid not null references access.person,
  primary key (organisation, id)
);
create index on access.handing (organisation, professional, handed_at);
create index on access.handing (organisation, handed_by, handed_at);
comment on column access.handing.subject is 'personal: who was handed over; kept: 2 years after it';
comment on column access.handing.before is 'personal: who supported them until then; kept: 2 years after it';
comment on column access.handing.professional is 'personal: who took over; kept: 2 years after it';
comment on column access.handing.note is 'personal: what the colleague should know; kept: 2 years after it';
comment on column access.handing.handed_by is 'personal: who handed over; kept: 2 years after it';
select access.wall_append_only('access.handing', 'organisation = access.org()');

create table access.handing_undone (
  organisation uuid not null,
  handing uuid not null,
  undone_at timestamptz not null,
  undone_by uuid not null references access.person,
  primary key (organisation, handing),
  foreign key (organisation, handing) references access.handing
);
comment on column access.handing_undone.undone_by is 'personal: who took it back; kept: 2 years after it';
select access.wall_append_only('access.handing_undone', 'organisation = access.org()');
