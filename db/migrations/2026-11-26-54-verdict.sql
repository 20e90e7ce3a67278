-- Each night the books are checked as they are; what was found is kept, so that whoever opens them in the morning sees it. Numbers and hashes only.
create table ledger.verdict (
  tenant uuid not null references access.organisation,
  at timestamptz not null,
  sealed bigint not null,
  -- The end of the chain: the same stands in the log, outside the database.
  head text not null,
  faults int not null check (faults >= 0),
  primary key (tenant, at)
);
select access.wall_append_only('ledger.verdict');
