-- A judgement can be revised by a new one that names it: what was booked is answered, never changed. What a member does not know, the judge fills in.
alter table spending.receipt alter column gross drop not null;
alter table spending.judgement add column revises uuid;
-- What the judge read on the receipt; empty is as the member sent it.
alter table spending.judgement add column gross bigint check (gross > 0);
alter table spending.judgement add column vat bigint check (vat >= 0);
alter table spending.judgement add foreign key (tenant, revises) references spending.judgement;
drop index spending.judged_once;
create unique index judged_once on spending.judgement (tenant, receipt) where outcome <> 'askedBack' and revises is null;
create unique index revised_once on spending.judgement (tenant, revises) where revises is not null;
