-- The letter of each decision, copied whole at the moment it was taken: page and PDF are made from this copy, so that later words change nothing.
create table consent.letter (
  tenant uuid not null,
  event uuid not null,
  request uuid not null,
  municipality uuid not null references access.organisation,
  member uuid not null references access.person,
  document jsonb not null,
  made_at timestamptz not null,
  primary key (tenant, event),
  foreign key (tenant, event) references consent.event,
  foreign key (tenant, request) references consent.request
);
create index on consent.letter (tenant, request, made_at);
comment on column consent.letter.member is 'personal: to whom it is written; kept: 7 years after the consent ends';
comment on column consent.letter.document is 'personal: the decision in words, with its reason; kept: 7 years after the consent ends';
select access.wall_append_only('consent.letter', 'tenant = access.org() or municipality = access.org()');
