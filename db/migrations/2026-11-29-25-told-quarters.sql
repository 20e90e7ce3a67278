-- A quarter of the totals was reckoned anew for each page, from the first quarter on. What was told never changes, so it is kept as it was told.
create schema outcomes;

-- rows: cooperative and counts as they were told; null where a count is hidden. No person stands in it.
create table outcomes.told_quarter (
  municipality uuid not null references access.organisation,
  quarter text not null check (quarter ~ '^\d{4}-(01|04|07|10)$'),
  rows jsonb not null,
  told_at timestamptz not null,
  primary key (municipality, quarter)
);
select access.wall_append_only('outcomes.told_quarter', 'municipality = access.org()');
