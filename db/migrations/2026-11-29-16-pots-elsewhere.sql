-- A pot of who left can go to the fund of another cooperative, and what may go to the member can be set off against what that member owes for a thing.
alter table departure.release drop constraint release_receiver_check;
alter table departure.release add constraint release_receiver_check
  check (receiver in ('payout', 'trainingPool', 'cooperative', 'municipality', 'reserve', 'otherFund', 'bill'));
-- Which other cooperative, as the agreement or the treasurer named it.
alter table departure.release add column fund_of text;
alter table departure.release add check ((receiver = 'otherFund') = (fund_of is not null));
