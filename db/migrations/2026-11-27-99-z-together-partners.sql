-- A member could only show papers by sending them round by mail, for ever and to anybody: now one chosen person sees chosen copies until a chosen day.
create table coaching.partner_invitation (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  member_name text not null,
  kind text not null check (kind in ('debtCounsellor', 'administrator', 'languageBuddy', 'uwv', 'care', 'other')),
  name text not null,
  email text not null,
  until date not null,
  made_at timestamptz not null,
  made_by uuid not null references access.person,
  primary key (tenant, id),
  check (made_by = member)
);
create index on coaching.partner_invitation (tenant, member);
comment on column coaching.partner_invitation.member is 'personal: who lets somebody look along; kept: 2 years after its last day';
comment on column coaching.partner_invitation.name is 'personal: who may look along; kept: 2 years after its last day';
comment on column coaching.partner_invitation.email is 'personal: where the link went; kept: 2 years after its last day';
comment on column coaching.partner_invitation.made_by is 'personal: that the member invited alone; kept: 2 years after its last day';
select access.wall_append_only('coaching.partner_invitation');

-- The link, once the member saw exactly what will be seen and sent it. Only its digest is kept.
create table coaching.partner_link (
  tenant uuid not null,
  invitation uuid not null,
  token_hash text not null unique,
  -- the digest of link and code together: the code stands in the mail alone
  code_hash text not null,
  sent_at timestamptz not null,
  primary key (tenant, invitation),
  foreign key (tenant, invitation) references coaching.partner_invitation (tenant, id)
);
select access.wall_append_only('coaching.partner_link');
create policy by_link on coaching.partner_link for select using (token_hash = access.token());
create policy by_link on coaching.partner_invitation for select using (
  exists (select from coaching.partner_link l where l.tenant = partner_invitation.tenant and l.invitation = partner_invitation.id and l.token_hash = access.token()));

-- The member stopped it.
create table coaching.partner_end (
  tenant uuid not null,
  invitation uuid not null,
  ended_at timestamptz not null,
  ended_by uuid not null references access.person,
  primary key (tenant, invitation),
  foreign key (tenant, invitation) references coaching.partner_invitation (tenant, id)
);
comment on column coaching.partner_end.ended_by is 'personal: that the member stopped it; kept: 2 years after its last day';
select access.wall_append_only('coaching.partner_end');
create policy by_link on coaching.partner_end for select using (
  exists (select from coaching.partner_link l where l.tenant = partner_end.tenant and l.invitation = partner_end.invitation and l.token_hash = access.token()));

-- What may be seen: a copy, made when the member invited. It is thrown away in the night after its last day, or after the member stopped it.
create table coaching.partner_piece (
  tenant uuid not null,
  invitation uuid not null,
  id uuid not null,
  nr int not null,
  kind text not null check (kind in ('actionPlan', 'monthStatement', 'pots', 'consentLetter')),
  title text not null,
  parts jsonb not null,
  primary key (tenant, id),
  foreign key (tenant, invitation) references coaching.partner_invitation (tenant, id)
);
create index on coaching.partner_piece (tenant, invitation);
comment on column coaching.partner_piece.parts is 'personal: a copy of what the member chose to show; kept: until its last day, or until the member stops it';
select access.wall('coaching.partner_piece');
create policy by_link on coaching.partner_piece for select using (
  exists (select from coaching.partner_link l where l.tenant = partner_piece.tenant and l.invitation = partner_piece.invitation and l.token_hash = access.token())
  and not exists (select from coaching.partner_end e where e.tenant = partner_piece.tenant and e.invitation = partner_piece.invitation));

-- Every time it was opened, for the member to read.
create table coaching.partner_look (
  tenant uuid not null,
  invitation uuid not null,
  id uuid not null,
  at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, invitation) references coaching.partner_invitation (tenant, id)
);
create index on coaching.partner_look (tenant, invitation);
select access.wall_append_only('coaching.partner_look');

-- What whoever looks along says: that a piece is right, or a message.
create table coaching.partner_answer (
  tenant uuid not null,
  invitation uuid not null,
  id uuid not null,
  -- Which piece is right, by its title; a message is about none.
  about text,
  name text not null,
  words text,
  at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, invitation) references coaching.partner_invitation (tenant, id),
  check ((about is null) <> (words is null))
);
create index on coaching.partner_answer (tenant, invitation);
comment on column coaching.partner_answer.name is 'personal: who said it; kept: 2 years after its last day';
comment on column coaching.partner_answer.words is 'personal: a message to the member; kept: 2 years after its last day';
select access.wall_append_only('coaching.partner_answer');
create policy by_link on coaching.partner_answer for select using (
  exists (select from coaching.partner_link l where l.tenant = partner_answer.tenant and l.invitation = partner_answer.invitation and l.token_hash = access.token()));
