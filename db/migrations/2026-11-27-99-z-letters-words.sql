-- A letter that was sent must be shown to be the letter that was sent: it keeps the version of its words and a seal. And a town adds words of its own.
alter table consent.letter add column template text;
alter table consent.letter add column sha256 text;

create table consent.town_letter (
  municipality uuid not null references access.organisation,
  id uuid not null,
  -- The kind of letter it is for; 'all' for those that have none of their own.
  kind text not null,
  from_day date not null,
  opening text not null,
  closing text not null,
  contact_lines text not null,
  set_by uuid not null references access.person,
  set_at timestamptz not null,
  primary key (municipality, id)
);
comment on column consent.town_letter.set_by is 'personal: who at the municipality wrote these words; kept: 7 years after they were replaced';
select access.wall_append_only('consent.town_letter', 'municipality = access.org()');
