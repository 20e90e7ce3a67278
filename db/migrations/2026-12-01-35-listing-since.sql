-- The feed tells of a new cooperative once: a board that checks its entry again is no news.
alter table network.listing add column shown_since timestamptz;
alter table network.listing no force row level security;
update network.listing set shown_since = kept_at where shown;
alter table network.listing force row level security;
alter table network.listing add constraint listing_shown_since_check check (not shown or shown_since is not null);
