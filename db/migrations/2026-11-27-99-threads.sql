-- A question about something that crossed a border went by e-mail and got lost: one thread on the object, with its last day, its answer and the evidence.
create schema threads;

-- Both owners read it; the side that asks writes it. tenant: the cooperative. object: what it is about, by its kind.
create table threads.thread (
  tenant uuid not null references access.organisation,
  municipality uuid not null references access.organisation,
  id uuid not null,
  kind text not null check (kind in ('request', 'statement', 'receiptTotal', 'payOut', 'drawnThing')),
  object uuid not null,
  member uuid not null references access.person,
  asker uuid not null references access.organisation,
  asked_by uuid not null references access.person,
  asked_at timestamptz not null,
  words text not null,
  last_day date not null,
  primary key (tenant, id),
  check (asker in (tenant, municipality))
);
create index on threads.thread (tenant, kind, object);
create index on threads.thread (municipality, last_day);
comment on column threads.thread.member is 'personal: whom the question is about; kept: 2 years after the answer';
comment on column threads.thread.asked_by is 'personal: who asked; kept: 2 years after the answer';
comment on column threads.thread.words is 'personal: what somebody wants to know; kept: 2 years after the answer';
select access.wall_append_only('threads.thread', 'asker = access.org()');
create policy owners_read on threads.thread for select using (tenant = access.org() or municipality = access.org());

-- What the other side says, once; evidence is a file that both owners read.
create table threads.answer (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  thread uuid not null,
  answerer uuid not null references access.organisation,
  answered_by uuid not null references access.person,
  answered_at timestamptz not null,
  words text not null,
  evidence uuid,
  primary key (tenant, thread),
  foreign key (tenant, thread) references threads.thread,
  check (answerer in (tenant, municipality))
);
comment on column threads.answer.answered_by is 'personal: who answered; kept: 2 years after the answer';
comment on column threads.answer.words is 'personal: what was answered; kept: 2 years after the answer';
select access.wall_append_only('threads.answer', 'answerer = access.org()');
create policy owners_read on threads.answer for select using (tenant = access.org() or municipality = access.org());

-- The side that asked needs no answer any more.
create table threads.closing (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  thread uuid not null,
  closer uuid not null references access.organisation,
  closed_by uuid not null references access.person,
  closed_at timestamptz not null,
  primary key (tenant, thread),
  foreign key (tenant, thread) references threads.thread,
  check (closer in (tenant, municipality))
);
comment on column threads.closing.closed_by is 'personal: who closed the question; kept: 2 years after the answer';
select access.wall_append_only('threads.closing', 'closer = access.org()');
create policy owners_read on threads.closing for select using (tenant = access.org() or municipality = access.org());
