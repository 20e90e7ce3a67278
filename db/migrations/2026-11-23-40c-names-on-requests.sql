-- A request names both owners as they were called when it was made, so that a page reads them with the row.
alter table consent.draft add column municipality_name text not null default '', add column cooperative_name text not null default '';
alter table consent.request add column municipality_name text not null default '';
alter table consent.draft alter column municipality_name drop default, alter column cooperative_name drop default;
alter table consent.request alter column municipality_name drop default;
