-- What somebody without an account asks of the national network fell into a mailbox: now it has a number, a last day, somebody who holds it, and a page for the asker.
-- The tenant is the organisation of the network. Nothing is changed after it was written; all of it goes a year after it was closed.
create table network.inquiry (
  tenant uuid not null references access.organisation,
  id uuid not null,
  nr text not null,
  kind text not null check (kind in ('contact', 'presentation', 'documents', 'introduction', 'help')),
  language text not null check (language in ('nl', 'en')),
  name text not null check (name <> ''),
  organisation text check (organisation <> ''),
  email text not null check (email <> ''),
  words text not null check (words <> ''),
  brought text check (brought <> ''),
  -- For a presentation alone: days that suit, in what form, in which language and region.
  wished text[] not null,
  form text check (form in ('onSite', 'online', 'either')),
  spoken text check (spoken <> ''),
  region text check (region <> ''),
  asked_at timestamptz not null,
  last_day date not null,
  primary key (tenant, id),
  unique (tenant, nr)
);
comment on column network.inquiry.language is 'personal: in which language the asker reads; kept: 1 year after it was closed, 2 years after it was asked at most';
comment on column network.inquiry.name is 'personal: who asks; kept: 1 year after it was closed, 2 years after it was asked at most';
comment on column network.inquiry.organisation is 'personal: for whom somebody asks; kept: 1 year after it was closed, 2 years after it was asked at most';
comment on column network.inquiry.email is 'personal: where an answer is announced; kept: 1 year after it was closed, 2 years after it was asked at most';
comment on column network.inquiry.words is 'personal: what somebody asks; kept: 1 year after it was closed, 2 years after it was asked at most';
comment on column network.inquiry.brought is 'personal: answers that somebody chose to send along; kept: 1 year after it was closed, 2 years after it was asked at most';
comment on column network.inquiry.region is 'personal: where the asker works; kept: 1 year after it was closed, 2 years after it was asked at most';
comment on column network.inquiry.spoken is 'personal: in which language the asker would rather listen; kept: 1 year after it was closed, 2 years after it was asked at most';
select access.wall('network.inquiry');
revoke update on network.inquiry from opbloei_app;

-- The secret addresses of the asker: the first, and one in every mail after it. Only digests are kept.
create table network.inquiry_link (
  tenant uuid not null,
  token_hash text not null,
  inquiry uuid not null,
  made_at timestamptz not null,
  primary key (tenant, token_hash),
  foreign key (tenant, inquiry) references network.inquiry (tenant, id) on delete cascade
);
create index on network.inquiry_link (tenant, inquiry);
select access.wall('network.inquiry_link');
revoke update on network.inquiry_link from opbloei_app;

create table network.inquiry_count (
  tenant uuid not null references access.organisation,
  year int not null,
  last int not null check (last > 0),
  primary key (tenant, year)
);
select access.wall('network.inquiry_count');

create table network.inquiry_message (
  tenant uuid not null,
  inquiry uuid not null,
  id uuid not null,
  -- Null: the asker wrote it.
  written_by uuid references access.person,
  words text not null check (words <> ''),
  written_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, inquiry) references network.inquiry (tenant, id) on delete cascade
);
create index on network.inquiry_message (tenant, inquiry);
comment on column network.inquiry_message.written_by is 'personal: who at the network answered; kept: as long as the inquiry';
comment on column network.inquiry_message.words is 'personal: what was said; kept: as long as the inquiry';
select access.wall('network.inquiry_message');
revoke update on network.inquiry_message from opbloei_app;

-- Whose it is: the last row counts.
create table network.inquiry_holder (
  tenant uuid not null,
  inquiry uuid not null,
  id uuid not null,
  holder uuid not null references access.person,
  given_by uuid not null references access.person,
  given_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, inquiry) references network.inquiry (tenant, id) on delete cascade
);
create index on network.inquiry_holder (tenant, inquiry);
comment on column network.inquiry_holder.holder is 'personal: who at the network sees to it; kept: as long as the inquiry';
comment on column network.inquiry_holder.given_by is 'personal: who took it or handed it over; kept: as long as the inquiry';
select access.wall('network.inquiry_holder');
revoke update on network.inquiry_holder from opbloei_app;

-- When a presentation is given: the last row counts.
create table network.presentation (
  tenant uuid not null,
  inquiry uuid not null,
  id uuid not null,
  on_day date not null,
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes int not null check (minutes between 10 and 600),
  place text not null check (place <> ''),
  giver text not null check (giver <> ''),
  planned_by uuid not null references access.person,
  planned_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, inquiry) references network.inquiry (tenant, id) on delete cascade
);
create index on network.presentation (tenant, inquiry);
comment on column network.presentation.giver is 'personal: who gives it; kept: as long as the inquiry';
comment on column network.presentation.planned_by is 'personal: who planned it; kept: as long as the inquiry';
select access.wall('network.presentation');
revoke update on network.presentation from opbloei_app;

create table network.inquiry_closing (
  tenant uuid not null,
  inquiry uuid not null,
  closed_by uuid not null references access.person,
  closed_at timestamptz not null,
  primary key (tenant, inquiry),
  foreign key (tenant, inquiry) references network.inquiry (tenant, id) on delete cascade
);
comment on column network.inquiry_closing.closed_by is 'personal: who closed it; kept: as long as the inquiry';
select access.wall('network.inquiry_closing');
revoke update on network.inquiry_closing from opbloei_app;

-- Three questions after a presentation.
create table network.evaluation (
  tenant uuid not null,
  inquiry uuid not null,
  clear int not null check (clear between 1 and 5),
  useful int not null check (useful between 1 and 5),
  words text check (words <> ''),
  given_at timestamptz not null,
  primary key (tenant, inquiry),
  foreign key (tenant, inquiry) references network.inquiry (tenant, id) on delete cascade
);
comment on column network.evaluation.words is 'personal: what the asker missed; kept: as long as the inquiry';
select access.wall('network.evaluation');
revoke update on network.evaluation from opbloei_app;

create table network.answer_template (
  tenant uuid not null references access.organisation,
  id uuid not null,
  title text not null check (title <> ''),
  words text not null check (words <> ''),
  kept_by uuid not null references access.person,
  kept_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant, id)
);
comment on column network.answer_template.kept_by is 'personal: who at the network wrote it; kept: as long as the template';
select access.wall('network.answer_template');
