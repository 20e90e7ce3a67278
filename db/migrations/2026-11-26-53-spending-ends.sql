-- An approved request that nobody buys held its money for ever: it can end now. A purchase can be undone and booked again, as a cost or as equipment.
alter table spending.request alter column cents drop not null;
alter table spending.request alter column pot drop not null;
-- What the member did not know, and somebody filled in with the decision.
alter table spending.request_decision add column pot text check (pot in ('business', 'development'));
alter table spending.request_decision add column cents bigint check (cents > 0);

create table spending.request_end (
  tenant uuid not null,
  request uuid not null,
  outcome text not null check (outcome in ('takenBack', 'cancelled')),
  reason text,
  person uuid not null references access.person,
  at timestamptz not null,
  primary key (tenant, request),
  foreign key (tenant, request) references spending.request
);
comment on column spending.request_end.reason is 'personal: why an approved request ended; kept: 7 years after the financial year (AWR 52)';
comment on column spending.request_end.person is 'personal: who ended it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.request_end');

alter table spending.purchase add column nr smallint not null default 1;
alter table spending.purchase alter column nr drop default;
alter table spending.purchase drop constraint purchase_pkey;
alter table spending.purchase add primary key (tenant, request, nr);
alter table spending.purchase add column booked_as text not null default 'cost' check (booked_as in ('cost', 'equipment'));
alter table spending.purchase alter column booked_as drop default;
alter table spending.purchase add column item text;
alter table spending.purchase add column used_by uuid references access.person;
alter table spending.purchase add check (booked_as = 'cost' or item is not null);
comment on column spending.purchase.item is 'personal: which thing of the cooperative was bought; kept: 7 years after the financial year (AWR 52)';
comment on column spending.purchase.used_by is 'personal: who uses a thing of the cooperative; kept: 7 years after the financial year (AWR 52)';

create table spending.purchase_undone (
  tenant uuid not null,
  request uuid not null,
  nr smallint not null,
  reason text not null,
  on_day date not null,
  person uuid not null references access.person,
  at timestamptz not null,
  primary key (tenant, request, nr),
  foreign key (tenant, request, nr) references spending.purchase
);
comment on column spending.purchase_undone.reason is 'personal: why a purchase was undone; kept: 7 years after the financial year (AWR 52)';
comment on column spending.purchase_undone.person is 'personal: who undid it; kept: 7 years after the financial year (AWR 52)';
select access.wall_append_only('spending.purchase_undone');

-- The purchase of a request that holds: bought and not undone.
create view spending.bought with (security_invoker = true) as
select p.* from spending.purchase p
where not exists (select from spending.purchase_undone u where u.tenant = p.tenant and u.request = p.request and u.nr = p.nr);
grant select on spending.bought to opbloei_app;

-- The judgement of a receipt that holds: no question, and not revised.
create view spending.judged with (security_invoker = true) as
select j.* from spending.judgement j
where j.outcome <> 'askedBack' and not exists (select from spending.judgement n where n.tenant = j.tenant and n.revises = j.id);
grant select on spending.judged to opbloei_app;

-- What is held in a pot: asked or approved with pot and amount known, not ended and not bought.
create view spending.held with (security_invoker = true) as
select r.tenant, r.id as request, r.member, coalesce(r.pot, d.pot) as pot, coalesce(r.cents, d.cents) as cents
from spending.request r left join spending.request_decision d on d.tenant = r.tenant and d.request = r.id
where (d.outcome is null or d.outcome = 'approved') and coalesce(r.pot, d.pot) is not null and coalesce(r.cents, d.cents) is not null
  and not exists (select from spending.bought p where p.tenant = r.tenant and p.request = r.id)
  and not exists (select from spending.request_end e where e.tenant = r.tenant and e.request = r.id);
grant select on spending.held to opbloei_app;
