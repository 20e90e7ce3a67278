-- A person may ask why somebody looked; the question stands beside the look, and is asked once.
create table access.look_question (
  subject uuid not null references access.person,
  look uuid not null,
  organisation uuid not null references access.organisation,
  text text not null,
  asked_at timestamptz not null,
  primary key (subject, look)
);
comment on column access.look_question.subject is 'personal: who asked about a look; kept: 5 years, like the look';
comment on column access.look_question.text is 'personal: what somebody asked; kept: 5 years, like the look';
select access.wall_append_only('access.look_question', 'subject = access.me()');
