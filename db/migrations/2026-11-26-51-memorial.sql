-- A memorial entry says in words what it is for, or nobody can judge it later. Names stay out: a member is chosen at the account.
create table ledger.memorial (
  tenant uuid not null references access.organisation,
  entry uuid not null,
  what text not null,
  why text,
  primary key (tenant, entry),
  foreign key (tenant, entry) references ledger.entry
);
comment on column ledger.memorial.what is 'personal: what was corrected, without names; kept: 7 years after the financial year (AWR 52)';
comment on column ledger.memorial.why is 'personal: why money of a member was corrected, without names; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('ledger.memorial');
