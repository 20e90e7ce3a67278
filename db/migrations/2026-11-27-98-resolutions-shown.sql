-- Members could not read what was decided about them: the board marks which resolutions are for members, and takes that back.
create table assembly.shown (
  tenant uuid not null,
  resolution uuid not null,
  shown_at timestamptz not null,
  shown_by uuid references access.person,
  primary key (tenant, resolution),
  foreign key (tenant, resolution) references assembly.resolution
);
comment on column assembly.shown.shown_by is 'personal: who let members read it; kept: as long as members may read it';
select access.wall('assembly.shown');
