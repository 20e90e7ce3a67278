-- A booking rule says once what lines of the bank that look alike are, so that nobody has to remember it; the treasurer switches it on and off.
create table banking.booking_rule (
  tenant uuid not null references access.organisation,
  id uuid not null,
  -- What a line must have: this account, these words in its name or description, or both.
  iban text,
  words text,
  way text not null check (way in ('in', 'out')),
  kind text not null,
  member uuid references access.person,
  -- VAT in the amount that comes back, in basis points.
  vat int not null check (vat between 0 and 10000),
  -- The usual amounts, without a sign: another one asks for a look. Without them every line does.
  least bigint,
  most bigint,
  made_by uuid references access.person,
  made_at timestamptz not null,
  off_at timestamptz,
  primary key (tenant, id),
  constraint recognises_something check (iban is not null or words is not null),
  constraint one_rule unique nulls not distinct (tenant, iban, words, way)
);
comment on column banking.booking_rule.iban is 'personal: the account of who is paid or pays; kept: as long as the cooperative books by it, then 7 years (AWR 52)';
comment on column banking.booking_rule.words is 'personal: a name or words on a line; kept: as long as the cooperative books by it, then 7 years (AWR 52)';
comment on column banking.booking_rule.member is 'personal: whose money it is; kept: as long as the cooperative books by it, then 7 years (AWR 52)';
comment on column banking.booking_rule.made_by is 'personal: who made the rule; kept: as long as the cooperative books by it, then 7 years (AWR 52)';
select access.wall('banking.booking_rule');
-- By which rule a line was booked, to tell how often a rule was used.
alter table banking.booking add column rule uuid;
alter table banking.booking add constraint booked_by_rule foreign key (tenant, rule) references banking.booking_rule;
