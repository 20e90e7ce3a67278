-- The network could not see which flyer is worth its paper. One row per flyer per day says how often it was taken, and nothing says by whom.
create table network.flyer_download (
  tenant uuid not null references access.organisation,
  flyer text not null check (flyer <> ''),
  on_day date not null,
  times int not null check (times > 0),
  primary key (tenant, flyer, on_day)
);
select access.wall('network.flyer_download');
