-- How long a town may look after closing a sample was chosen freely per sample: now the town lays a maximum down with its own rules.
alter table consent.town_rules add column seen_days smallint check (seen_days between 0 and 56);
