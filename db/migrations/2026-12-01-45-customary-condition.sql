-- What nearly every decision lays down was ticked one by one: a municipality says which conditions those are, in each version of them.
alter table consent.library_condition add column customary boolean not null default false;
