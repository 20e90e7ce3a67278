-- How a letter reached the member was shown and not kept: the term to object runs from the day of posting, or from the day on which it stood in Opbloei for
-- whoever chose that (Awb 2:14, 3:41, 6:8). Post without a day still lies on the desk; the row that gives the day comes after it.
create table consent.notification (
  tenant uuid not null references access.organisation,
  id uuid not null,
  request uuid not null,
  municipality uuid not null references access.organisation,
  -- Which event: its kind, and the moment on which it was written down.
  kind text not null,
  event_at timestamptz not null,
  way text not null check (way in ('portal', 'post')),
  notified_on date,
  recorded_by uuid references access.person,
  recorded_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, request) references consent.request (tenant, id),
  check (way = 'post' or notified_on is not null)
);
-- It was posted once.
create unique index notified_once on consent.notification (tenant, request, kind, event_at) where notified_on is not null;
create unique index notification_begun_once on consent.notification (tenant, request, kind, event_at) where notified_on is null;
comment on column consent.notification.recorded_by is 'personal: who sent or posted the letter; kept: 7 years after the consent ends';
select access.wall_append_only('consent.notification', 'municipality = access.org()');
create policy both_sides_read on consent.notification for select using (tenant = access.org() or municipality = access.org());
