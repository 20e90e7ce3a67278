-- The place of the seal in the chain beside its hash, so that a released statement can name both outside the database.
alter table settlement.closing add column head_number bigint;
