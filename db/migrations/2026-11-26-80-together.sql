-- What somebody did to many things at once, and what came of each: so that the next page says which were refused and why, and so that it can be undone.
create table access.together (
  tenant uuid not null references access.organisation,
  id uuid not null,
  person uuid not null references access.person,
  kind text not null,
  done uuid[] not null,
  -- [{id, label, what, next}]: what was left as it was, and why.
  refused jsonb not null,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (tenant, id)
);
create index on access.together (tenant, person, kind, at);
comment on column access.together.person is 'personal: who did it, to tell what came of it and to undo it; kept: 30 days';
comment on column access.together.refused is 'personal: why something was left as it was, which may name a customer; kept: 30 days';
select access.wall('access.together', 'tenant = access.org()');
grant select (at), delete on access.together to opbloei_signin;
create policy sweep on access.together to opbloei_signin using (true);
create index on access.together (at);
