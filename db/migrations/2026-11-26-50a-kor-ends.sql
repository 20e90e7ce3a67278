-- The small business scheme ends by the day of supply: late work can show that it ended earlier, and a new registration begins anew.
alter table invoicing.kor_ended drop constraint kor_ended_pkey;
alter table invoicing.kor_ended add primary key (tenant, invoice);
-- The first day of the registration that ended; the scheme in this shape exists since 2020.
alter table invoicing.kor_ended add column since date not null default '2020-01-01';
alter table invoicing.kor_ended alter column since drop default;
-- Seen afterwards: the invoice itself went out without VAT, and must be corrected.
alter table invoicing.kor_ended add column found_late boolean not null default false;
alter table invoicing.kor_ended alter column found_late drop default;
create index on invoicing.invoice (tenant, performed_on);
