-- Articles that a board wrote anew for the library, by their place in the edition; the agreement itself stays as it was signed.
alter table network.lending_edition add column rewritten smallint[] not null default '{}';
