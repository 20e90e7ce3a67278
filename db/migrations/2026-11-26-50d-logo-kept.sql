-- An invoice keeps the logo it was sent with: a new logo must not change a paper that was sent.
create table organisations.logo_kept (
  tenant uuid not null references access.organisation,
  -- SHA-256 of the picture: the same logo is kept once.
  digest text not null,
  png bytea not null,
  kept_at timestamptz not null,
  primary key (tenant, digest)
);
select access.wall_append_only('organisations.logo_kept');
