-- A quote that answers a question in the catalogue said nothing of it: the address of what led to a quote goes with it, so that both lead to each other.
alter table invoicing.quote add column origin text check (origin ~ '^/[a-z]');
