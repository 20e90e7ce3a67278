-- Tips of a market day waited in suspense for ever: a cooperative chooses whose they are, and the books tell them apart from other money.
insert into ledger.chart (code, number, rgs, name, kind, per_member) values
  ('tipsHeld', '1625', 'BSchSlc', 'Fooi bewaard voor lid', 'liability', true),
  ('tipsIncome', '8610', 'WOvbOvo', 'Fooi voor de coöperatie', 'income', true);

-- Whose the tips were when the day was booked; none: there were none, or they wait.
alter table invoicing.till add column tips_to text check (tips_to in ('member', 'turnover', 'cooperative'));
