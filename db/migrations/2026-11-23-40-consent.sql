-- Consent of the municipality as rows that are only added to: procedure and effect are computed from them, never stored.
create schema consent;
grant usage on schema consent to opbloei_app;

-- On which ground the executive may consent. Law is data with a date and a source; what is doubtful says so on the screen.
create table consent.legal_basis (
  code text not null,
  from_day date not null,
  until_day date,
  words text not null,
  source text not null,
  doubt text,
  primary key (code, from_day)
);
grant select on consent.legal_basis to opbloei_app;
insert into consent.legal_basis values
  ('pw-voorziening', '2015-01-01', null, 'Voorziening, artikel 7 en 10 Participatiewet', 'Participatiewet (BWBR0015703), art. 7 lid 1 onder a, 8a en 10', null),
  ('pw-plan', '2015-01-01', null, 'Plan van aanpak, artikel 44a Participatiewet', 'Participatiewet (BWBR0015703), art. 9 lid 1 onder b en 44a', null),
  ('pw-maatwerk', '2015-01-01', null, 'Afstemming op de persoon, artikel 18 lid 1 Participatiewet', 'Participatiewet (BWBR0015703), art. 18 lid 1', null),
  ('ioaw-voorziening', '2015-01-01', null, 'Voorziening, artikel 34 IOAW of IOAZ', 'IOAW en IOAZ, art. 34', 'Nog te bevestigen: het artikelnummer is niet in de wettekst nagelezen.'),
  ('pw-participatie', '2027-01-01', null, 'Maatschappelijke participatie, Participatiewet vanaf 2027', 'Participatiewet in balans (BWBR0051679)', 'Nog te bevestigen: het besluit over de datum van ingang.');

-- Prepared with the coach; nobody outside the cooperative reads it before it is sent.
create table consent.draft (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  municipality uuid not null references access.organisation,
  work text not null,
  plan text not null,
  cost_kinds text[] not null,
  wanted_from date not null,
  wanted_until date not null check (wanted_until >= wanted_from),
  renews uuid,
  prepared_by uuid references access.person,
  prepared_at timestamptz not null,
  -- When the member saw exactly this text; a later change empties it.
  seen_at timestamptz,
  dropped_at timestamptz,
  primary key (tenant, id)
);
create index on consent.draft (tenant, member);
comment on column consent.draft.member is 'personal: for whom consent is asked; kept: 2 years after leaving';
comment on column consent.draft.work is 'personal: what the member wants to do; kept: 2 years after leaving';
comment on column consent.draft.plan is 'personal: the plan of the member; kept: 2 years after leaving';
comment on column consent.draft.prepared_by is 'personal: who prepared it; kept: 2 years after leaving';
select access.wall('consent.draft');

-- Copied at the moment of sending: names both owners, and is read only here by both.
create table consent.request (
  tenant uuid not null references access.organisation,
  id uuid not null,
  municipality uuid not null references access.organisation,
  member uuid not null references access.person,
  member_name text not null,
  cooperative_name text not null,
  work text not null,
  plan text not null,
  cost_kinds text[] not null,
  wanted_from date not null,
  wanted_until date not null,
  renews uuid,
  -- Text of the written authorisation when the cooperative sent it for the member (Awb 2:1); null when the member sent it.
  authorisation text,
  sent_at timestamptz not null,
  primary key (tenant, id)
);
create index on consent.request (tenant, member);
create index on consent.request (municipality, sent_at);
comment on column consent.request.member is 'personal: for whom consent is asked; kept: 7 years after the consent ends';
comment on column consent.request.member_name is 'personal: for whom consent is asked; kept: 7 years after the consent ends';
comment on column consent.request.work is 'personal: what the member wants to do; kept: 7 years after the consent ends';
comment on column consent.request.plan is 'personal: the plan of the member; kept: 7 years after the consent ends';
comment on column consent.request.authorisation is 'personal: proof that the member let the cooperative send it; kept: 7 years after the consent ends';
select access.wall_append_only('consent.request', 'tenant = access.org() or municipality = access.org()');

create table consent.event (
  tenant uuid not null,
  id uuid not null,
  request uuid not null,
  municipality uuid not null,
  member uuid not null references access.person,
  kind text not null check (kind in ('sent', 'moreAsked', 'answered', 'granted', 'refused', 'leftUnprocessed', 'requestWithdrawn', 'suspended', 'resumed', 'consentWithdrawn')),
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references access.person,
  recorded_role text not null,
  words text not null,
  heard text not null,
  answer_before date,
  from_day date,
  until_day date,
  primary key (tenant, id),
  foreign key (tenant, request) references consent.request
);
create index on consent.event (tenant, request, recorded_at);
-- A request is decided once: a second decision is a double, whoever comes second.
create unique index decided_once on consent.event (tenant, request) where kind in ('granted', 'refused', 'leftUnprocessed', 'requestWithdrawn');
create unique index sent_once on consent.event (tenant, request) where kind = 'sent';
comment on column consent.event.member is 'personal: whom it is about; kept: 7 years after the consent ends';
comment on column consent.event.recorded_by is 'personal: who did it; kept: 7 years after the consent ends';
comment on column consent.event.words is 'personal: question, answer or reason; kept: 7 years after the consent ends';
comment on column consent.event.heard is 'personal: how the member was heard (Awb 4:7, 4:8); kept: 7 years after the consent ends';
select access.wall_append_only('consent.event', 'tenant = access.org() or municipality = access.org()');

create table consent.conditions (
  tenant uuid not null,
  event uuid not null,
  municipality uuid not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  cost_kinds text[] not null,
  pay_out_allowed boolean not null,
  statement_rhythm text not null check (statement_rhythm in ('monthly', 'quarterly', 'none')),
  statement_day int not null check (statement_day between 1 and 28),
  statement_fulfils_duty boolean not null,
  legal_basis text not null,
  other text not null,
  primary key (tenant, event),
  foreign key (tenant, event) references consent.event
);
comment on column consent.conditions.other is 'personal: what the municipality laid down besides; kept: 7 years after the consent ends';
select access.wall_append_only('consent.conditions', 'tenant = access.org() or municipality = access.org()');

-- The municipality's own number for a person. The cooperative never sees it: only the municipality, and the person it is about.
create table consent.case_reference (
  tenant uuid not null,
  request uuid not null,
  municipality uuid not null references access.organisation,
  member uuid not null references access.person,
  reference text not null,
  set_at timestamptz not null,
  primary key (tenant, request),
  foreign key (tenant, request) references consent.request
);
comment on column consent.case_reference.reference is 'personal: the number by which the municipality finds the person; kept: 7 years after the consent ends';
comment on column consent.case_reference.member is 'personal: whose number it is; kept: 7 years after the consent ends';
select access.wall('consent.case_reference', 'municipality = access.org() or member = access.me()');
