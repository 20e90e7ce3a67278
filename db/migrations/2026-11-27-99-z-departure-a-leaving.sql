-- Leaving was one line in a file: nobody saw what happened to pots, things and customers, and a pay-out could go out before the municipality had said what it does to a benefit.
create schema departure;

-- Somebody leaves; what is chosen along the way stands in the answers.
create table departure.departure (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  begun_by uuid not null references access.person,
  begun_at timestamptz not null,
  primary key (tenant, id)
);
create index on departure.departure (tenant, member);
comment on column departure.departure.member is 'personal: who leaves; kept: 7 years after the financial year (AWR 52)';
comment on column departure.departure.begun_by is 'personal: who began it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('departure.departure');

-- What was filled in at a step, newest counts: nothing is lost when somebody stops half-way.
create table departure.step_answer (
  tenant uuid not null,
  departure uuid not null,
  id uuid not null,
  step text not null check (step in ('destination', 'lastDay', 'invoices', 'jobs', 'customers', 'equipment', 'pots', 'data', 'followUp')),
  answer jsonb not null,
  answered_by uuid not null references access.person,
  answered_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, departure) references departure.departure
);
create index on departure.step_answer (tenant, departure);
comment on column departure.step_answer.answer is 'personal: where somebody goes and what becomes of work, things and customers; kept: 7 years after the financial year (AWR 52)';
comment on column departure.step_answer.answered_by is 'personal: who filled it in; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('departure.step_answer');

-- The moments at which it moves: the member agrees, it is confirmed for good, or called off.
create table departure.moment (
  tenant uuid not null,
  departure uuid not null,
  kind text not null check (kind in ('agreed', 'confirmed', 'calledOff')),
  done_by uuid not null references access.person,
  done_at timestamptz not null,
  primary key (tenant, departure, kind),
  foreign key (tenant, departure) references departure.departure
);
create unique index confirmed_or_called_off on departure.moment (tenant, departure) where kind <> 'agreed';
comment on column departure.moment.done_by is 'personal: who did it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('departure.moment');

-- The municipality is told that somebody left: only who, when and from which cooperative.
create table departure.notice (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  departure uuid not null,
  member uuid not null references access.person,
  member_name text not null,
  cooperative_name text not null,
  last_day date not null,
  told_at timestamptz not null,
  primary key (tenant, departure, municipality),
  foreign key (tenant, departure) references departure.departure
);
create index on departure.notice (municipality, member);
comment on column departure.notice.member is 'personal: who left; kept: 2 years after leaving';
comment on column departure.notice.member_name is 'personal: the name of who left; kept: 2 years after leaving';
select access.wall_append_only('departure.notice');
create policy municipality_reads on departure.notice for select using (municipality = access.org());

-- The question to the municipality, copied whole as it was sent: per pot and month, in cents.
create table departure.question (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  id uuid not null,
  departure uuid not null,
  member uuid not null references access.person,
  content jsonb not null,
  asked_by uuid not null references access.person,
  asked_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, departure) references departure.departure
);
create index on departure.question (municipality, member);
create index on departure.question (tenant, departure);
comment on column departure.question.member is 'personal: about whose pot the question is; kept: 7 years after the financial year (AWR 52)';
comment on column departure.question.content is 'personal: what was built up in which month on a benefit; kept: 7 years after the financial year (AWR 52)';
comment on column departure.question.asked_by is 'personal: who sent the question; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('departure.question');
create policy municipality_reads on departure.question for select using (municipality = access.org());

-- The written answer: the file itself, its day, and what it says; a later answer takes the place of an earlier one.
create table departure.answer (
  tenant uuid not null,
  municipality uuid not null references access.organisation,
  id uuid not null,
  question uuid not null,
  member uuid not null references access.person,
  verdict text not null check (verdict in ('allowed', 'perMonth', 'notAllowed')),
  months jsonb not null,
  answered_on date not null,
  file uuid not null,
  recorder uuid not null references access.organisation,
  recorded_by uuid not null references access.person,
  recorded_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, question) references departure.question,
  check (recorder in (tenant, municipality))
);
create index on departure.answer (tenant, question);
create index on departure.answer (municipality, member);
comment on column departure.answer.member is 'personal: about whose pot the answer is; kept: 7 years after the financial year (AWR 52)';
comment on column departure.answer.recorded_by is 'personal: who wrote the answer down; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('departure.answer', 'recorder = access.org()');
create policy owners_read on departure.answer for select using (tenant = access.org() or municipality = access.org());

-- Money of a pot that went somewhere after leaving, per month in which it was built up. month: null for what is from before the books.
create table departure.release (
  tenant uuid not null,
  id uuid not null,
  departure uuid not null,
  pot text not null check (pot in ('business', 'development')),
  receiver text not null check (receiver in ('payout', 'trainingPool', 'cooperative', 'municipality', 'reserve')),
  why text not null,
  months jsonb not null,
  cents bigint not null check (cents > 0),
  entry uuid not null,
  released_by uuid not null references access.person,
  released_on date not null,
  primary key (tenant, id),
  foreign key (tenant, departure) references departure.departure,
  foreign key (tenant, entry) references ledger.entry
);
create index on departure.release (tenant, departure);
comment on column departure.release.released_by is 'personal: who decided where the money of a pot goes; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('departure.release');

-- The departure statement as it was made final; a later version where money came or went afterwards.
create table departure.statement (
  tenant uuid not null,
  departure uuid not null,
  version smallint not null check (version > 0),
  content jsonb not null,
  made_by uuid not null references access.person,
  made_at timestamptz not null,
  primary key (tenant, departure, version),
  foreign key (tenant, departure) references departure.departure
);
comment on column departure.statement.content is 'personal: what somebody had at the cooperative when leaving; kept: 7 years after the financial year (AWR 52)';
comment on column departure.statement.made_by is 'personal: who made it final; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('departure.statement');

-- The municipality wrote that a sum may be paid out, whatever the conditions of a consent: the bank asks for it on the day of payment.
create table consent.written_word (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  municipality uuid not null references access.organisation,
  cents bigint not null check (cents > 0),
  from_day date not null,
  written_by uuid not null references access.person,
  written_at timestamptz not null,
  primary key (tenant, id)
);
create index on consent.written_word (tenant, member);
comment on column consent.written_word.member is 'personal: to whom may be paid; kept: 7 years after the financial year (AWR 52)';
comment on column consent.written_word.written_by is 'personal: who wrote it down; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('consent.written_word');
