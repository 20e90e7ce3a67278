-- Letters of a town carried only its name: it sets a logo as cooperatives do for invoices. Each that was ever set is kept, so that a letter shows the one it went out with.
alter table organisations.municipality add column logo text;
alter table organisations.municipality add constraint logo_was_kept foreign key (organisation, logo) references organisations.logo_kept (tenant, digest);
