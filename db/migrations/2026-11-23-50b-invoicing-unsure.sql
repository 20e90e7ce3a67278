-- A member may say "weet ik niet" about VAT: the treasurer must see that before sending.
alter table invoicing.draft add column unsure boolean not null default false;
