-- A line of the bank may be several things at once, and what the bank took back can be made as it was: each part says what it is, and whose.
alter table banking.booking_part
  -- What the part was; null in bookings of before this file, where it is the kind of the booking.
  add column kind text,
  add column member uuid references access.person,
  -- The fact that the money of this part has as its source; null in bookings of before this file, where it is the booking itself.
  add column source text,
  -- Of what the bank took back: the part of the earlier booking.
  add column of_booking uuid,
  add column of_part int,
  add constraint part_taken_back foreign key (tenant, of_booking, of_part) references banking.booking_part (tenant, booking, part);
comment on column banking.booking_part.member is 'personal: whose money it is; kept: 7 years after the financial year (AWR 52)';
create index on banking.booking_part (tenant, of_booking, of_part);

-- After the bank's taking back was undone, another fact stands for the part: the last one holds.
create table banking.part_again (
  tenant uuid not null,
  -- The booking that was undone, and its part.
  cause uuid not null,
  cause_part int not null,
  booking uuid not null,
  part int not null,
  -- Counts how often it stood again; the highest holds.
  nr int not null,
  ref uuid not null,
  at timestamptz not null,
  primary key (tenant, cause, cause_part),
  unique (tenant, booking, part, nr),
  foreign key (tenant, booking, part) references banking.booking_part (tenant, booking, part),
  foreign key (tenant, cause, cause_part) references banking.booking_part (tenant, booking, part)
);
select access.wall_append_only('banking.part_again');

-- Every part of a booking that holds, with the fact that stands for it now.
create view banking.part_now with (security_invoker = true) as
select p.tenant, p.booking, p.part, n.line, n.on_day, n.booked_at, p.what, coalesce(p.kind, n.kind) as kind, coalesce(p.member, n.member) as member,
  coalesce(a.ref, p.ref) as ref, p.label, p.customer, p.cents, coalesce(p.source, p.booking::text) as source, p.of_booking, p.of_part
from banking.line_now n
join banking.booking_part p on p.tenant = n.tenant and p.booking = n.booking
left join lateral (select a.ref from banking.part_again a
  where a.tenant = p.tenant and a.booking = p.booking and a.part = p.part order by a.nr desc limit 1) a on true;
grant select on banking.part_now to opbloei_app;

-- Money that went to a member without right, or too much, is a claim on that member; spending from the pool of all releases it.
insert into ledger.chart (code, number, rgs, name, kind, per_member) values
  ('claimOnMember', '1015', 'BVorVlc', 'Te vorderen van lid', 'asset', true),
  ('poolReleased', '4895', 'WBedOrg', 'Vrijval opleidingspot', 'expense', false);
