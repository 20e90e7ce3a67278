-- The books: one row holds both sides, so an unbalanced entry cannot be written, and nothing is changed afterwards.
create schema ledger;
grant usage on schema ledger to opbloei_app;

-- The chart; `code` is the name the program uses, `number` and `rgs` what an accountant reads.
create table ledger.chart (
  code text primary key,
  number text not null unique,
  rgs text not null,
  name text not null,
  kind text not null check (kind in ('asset', 'liability', 'equity', 'income', 'expense')),
  per_member boolean not null
);
grant select on ledger.chart to opbloei_app;

create table ledger.account (
  tenant uuid not null references access.organisation,
  id uuid not null default gen_random_uuid(),
  code text not null references ledger.chart,
  member uuid references access.person,
  primary key (tenant, id),
  unique nulls not distinct (tenant, code, member)
);
comment on column ledger.account.member is 'personal: whose part of the books it is; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('ledger.account');

create table ledger.period (
  tenant uuid not null references access.organisation,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  closed_at timestamptz not null,
  closed_by uuid references access.person,
  primary key (tenant, month)
);
comment on column ledger.period.closed_by is 'personal: who closed the month; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('ledger.period');

create table ledger.entry (
  tenant uuid not null references access.organisation,
  id uuid not null,
  on_day date not null,
  booked_at timestamptz not null,
  source_kind text not null,
  source_id text not null,
  reverses uuid,
  person uuid,
  action text not null,
  primary key (tenant, id),
  -- The source is the fact itself: the same fact cannot be booked twice.
  constraint one_entry_per_source unique (tenant, source_kind, source_id),
  constraint reversed_once unique (tenant, reverses),
  foreign key (tenant, reverses) references ledger.entry
);
create index on ledger.entry (tenant, on_day, id);
comment on column ledger.entry.person is 'personal: who booked it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('ledger.entry');

create table ledger.transfer (
  tenant uuid not null,
  entry uuid not null,
  line smallint not null,
  on_day date not null,
  debit uuid not null,
  credit uuid not null,
  cents bigint not null check (cents > 0),
  article text,
  primary key (tenant, entry, line),
  check (debit <> credit),
  foreign key (tenant, entry) references ledger.entry,
  foreign key (tenant, debit) references ledger.account,
  foreign key (tenant, credit) references ledger.account
);
create index on ledger.transfer (tenant, debit, on_day) include (cents);
create index on ledger.transfer (tenant, credit, on_day) include (cents);
select access.wall_append_only('ledger.transfer');

-- Each transfer seen from its two accounts: debit positive, credit negative.
create view ledger.line with (security_invoker = true) as
  select tenant, entry, line, on_day, debit as account, credit as contra, cents, article from ledger.transfer
  union all
  select tenant, entry, line, on_day, credit, debit, -cents, article from ledger.transfer;
grant select on ledger.line to opbloei_app;

-- The tamper-evident chain, laid after commit and in order (decisions 3).
create table ledger.seal (
  tenant uuid not null references access.organisation,
  position bigint not null,
  entry uuid not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (tenant, position),
  unique (tenant, entry),
  foreign key (tenant, entry) references ledger.entry
);
select access.wall_append_only('ledger.seal');

-- Finds the sub-account of the acting organisation, and opens it at first use.
create function ledger.account_of(wanted text, whose uuid) returns uuid language plpgsql as $$
declare found uuid;
begin
  select id into found from ledger.account where tenant = access.org() and code = wanted and member is not distinct from whose;
  if found is null then
    insert into ledger.account (tenant, code, member) values (access.org(), wanted, whose) on conflict do nothing;
    select id into found from ledger.account where tenant = access.org() and code = wanted and member is not distinct from whose;
  end if;
  return found;
end $$;

-- One statement per posting. `transfers`: [{d, dm, c, cm, n, a}] = debit code and member, credit code and member, cents, article.
-- A shared lock on the month lets postings pass each other and makes a close wait for them. Null: the month is closed.
create function ledger.post(entry_id uuid, day date, at timestamptz, kind text, source text, reversed uuid, by_person uuid, by_action text, transfers jsonb)
returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(access.org()::text || to_char(day, 'YYYY-MM'), 21));
  if exists (select from ledger.period where tenant = access.org() and month = to_char(day, 'YYYY-MM')) then return false; end if;
  insert into ledger.entry (tenant, id, on_day, booked_at, source_kind, source_id, reverses, person, action)
    values (access.org(), entry_id, day, at, kind, source, reversed, by_person, by_action);
  insert into ledger.transfer (tenant, entry, line, on_day, debit, credit, cents, article)
    select access.org(), entry_id, n, day,
      ledger.account_of(t->>'d', (t->>'dm')::uuid), ledger.account_of(t->>'c', (t->>'cm')::uuid), (t->>'n')::bigint, t->>'a'
    from jsonb_array_elements(transfers) with ordinality as x(t, n);
  return true;
end $$;

-- Many entries of one day and kind in one statement, for month close. `entries`: [{id, source, transfers: […]}].
create function ledger.post_many(day date, at timestamptz, kind text, by_person uuid, by_action text, entries jsonb)
returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(access.org()::text || to_char(day, 'YYYY-MM'), 21));
  if exists (select from ledger.period where tenant = access.org() and month = to_char(day, 'YYYY-MM')) then return false; end if;
  insert into ledger.account (tenant, code, member)
    select distinct access.org(), side.code, side.member
    from jsonb_array_elements(entries) e, jsonb_array_elements(e->'transfers') t,
      lateral (values (t->>'d', (t->>'dm')::uuid), (t->>'c', (t->>'cm')::uuid)) side(code, member)
    on conflict do nothing;
  insert into ledger.entry (tenant, id, on_day, booked_at, source_kind, source_id, reverses, person, action)
    select access.org(), (e->>'id')::uuid, day, at, kind, e->>'source', (e->>'reverses')::uuid, by_person, by_action from jsonb_array_elements(entries) e;
  insert into ledger.transfer (tenant, entry, line, on_day, debit, credit, cents, article)
    select access.org(), (e->>'id')::uuid, n, day, d.id, c.id, (t->>'n')::bigint, t->>'a'
    from jsonb_array_elements(entries) e, jsonb_array_elements(e->'transfers') with ordinality as x(t, n)
    join ledger.account d on d.tenant = access.org() and d.code = t->>'d' and d.member is not distinct from (t->>'dm')::uuid
    join ledger.account c on c.tenant = access.org() and c.code = t->>'c' and c.member is not distinct from (t->>'cm')::uuid;
  return true;
end $$;
grant execute on all functions in schema ledger to opbloei_app;

-- RGS 3.7 codes (MIT, nl_erpnext_rgs_mkb). Pots stand twice: as an obligation or as an earmarked reserve (a setting per financial year).
insert into ledger.chart (code, number, rgs, name, kind, per_member) values
  ('equipment',              '0200', 'BMvaBeiVvp',  'Gereedschap en inventaris',                'asset',     false),
  ('bank',                   '1100', 'BLimBanRba',     'Bank',                                     'asset',     false),
  ('cash',                   '1000', 'BLimKasKas',     'Kas',                                      'asset',     false),
  ('cashHeld',               '1010', 'BVorVlc',     'Contant geld bij lid',                     'asset',     true),
  ('underway',               '1190', 'BLimKruSto',     'Geld onderweg',                            'asset',     false),
  ('debtors',                '1300', 'BVorDebHad',     'Debiteuren',                               'asset',     true),
  ('vatReclaimable',         '1520', 'BVorVbkTvo',  'Btw terug te vragen',                      'asset',     false),
  ('creditors',              '1600', 'BSchCreHac',     'Crediteuren',                              'liability', false),
  ('owedToMember',           '1610', 'BSchSlc',     'Voorgeschoten door lid',                   'liability', true),
  ('payoutPayable',          '1620', 'BSchSlc',     'Uit te betalen aan lid',                   'liability', true),
  ('municipalityPayable',    '1630', 'BSchOvsOvs',     'Af te dragen aan gemeente',                'liability', false),
  ('vatPayable',             '1500', 'BSchBepBtw',  'Btw te betalen',                           'liability', false),
  ('taxSettlement',          '1530', 'BSchBepBaf',  'Btw-rekening Belastingdienst',             'liability', false),
  ('suspense',               '1900', 'BSchTusTov',     'Nog uit te zoeken',                        'liability', false),
  ('clearing',               '1910', 'BSchTusTdv',     'Tussenrekening',                           'liability', false),
  ('awaitingDecision',       '1690', 'BSchOvsOvs',     'Wacht op besluit',                         'liability', true),
  ('businessBudget',         '1710', 'BSchSlc',     'Bestedingsbudget eigen bedrijf',           'liability', true),
  ('developmentBudget',      '1720', 'BSchSlc',     'Bestedingsbudget ontwikkeling',            'liability', true),
  ('businessReserve',        '0610', 'BEivBerBer',     'Bestemmingsreserve eigen bedrijf',         'equity',    true),
  ('developmentReserve',     '0620', 'BEivBerBer',     'Bestemmingsreserve ontwikkeling',          'equity',    true),
  ('trainingPool',           '0630', 'BEivBerBer',     'Gezamenlijke opleidingspot',               'equity',    false),
  ('agreedReserve',          '0640', 'BEivBerBer',     'Reserve volgens afspraak',                 'equity',    false),
  ('equity',                 '0500', 'BEivOreOvw',     'Eigen vermogen coöperatie',                'equity',    false),
  ('openingBalance',         '0999', 'BEivOreOvw',     'Beginbalans',                              'equity',    false),
  ('subsidyEarmarked',       '1740', 'BSchOvsSuv',     'Subsidie met een doel',                    'liability', false),
  ('turnover',               '8000', 'WOmzNod',     'Omzet van lid',                            'income',    true),
  ('subsidy',                '8500', 'WOvbOrs',        'Subsidie',                                 'income',    false),
  ('cooperativeContribution','8600', 'WOvbOvo',        'Bijdrage van leden aan de coöperatie',     'income',    false),
  ('costs',                  '4000', 'WBedVkk',     'Kosten van lid',                           'expense',   true),
  ('generalCosts',           '4500', 'WBedKan',     'Algemene kosten coöperatie',               'expense',   false),
  ('bankCosts',              '4510', 'WBedAdl',     'Bankkosten',                               'expense',   false),
  ('badDebt',                '4520', 'WBedVkk',     'Oninbare vorderingen',                     'expense',   true),
  ('trainingCosts',          '4530', 'WBedOvp',     'Opleiding uit de pot',                     'expense',   false),
  ('developmentCosts',       '4540', 'WBedOvp',     'Ontwikkeling van lid',                     'expense',   true),
  ('budgetSpent',            '4560', 'WBedVkk',     'Besteed uit bestedingsbudget',             'expense',   true),
  ('budgetReleased',         '4890', 'WBedOrg',     'Vrijval bestedingsbudget',                 'expense',   true),
  ('resultAllocation',       '4900', 'WBedOrg',     'Verdeling van het resultaat',              'expense',   true),
  ('roundingDifference',     '4990', 'WBedAdl',     'Afrondingsverschil',                       'expense',   false);
