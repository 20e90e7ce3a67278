-- Mail that leaves the house and files that come in: written in the transaction of whatever caused them, so neither is lost or sent for nothing.
create table kit.mail (
  id uuid primary key,
  -- null: a mail of signing in, which belongs to a person and to no organisation
  organisation uuid references access.organisation,
  to_address text not null,
  subject text not null,
  body text not null,
  html text,
  written_at timestamptz not null,
  attempts int not null,
  delivered_at timestamptz,
  -- the kind of fault only: a mail server may answer with somebody's address
  fault text
);
create index on kit.mail (organisation, written_at);
create index on kit.mail (written_at) where delivered_at is null;
comment on column kit.mail.to_address is 'personal: to deliver the mail; kept: 90 days after delivery';
comment on column kit.mail.subject is 'personal: what somebody was told; kept: 90 days after delivery';
comment on column kit.mail.body is 'personal: what somebody was told; kept: 90 days after delivery';
comment on column kit.mail.html is 'personal: what somebody was told; kept: 90 days after delivery';
select access.wall('kit.mail', 'organisation = access.org()');
grant select, insert, update, delete on kit.mail to opbloei_signin;
create policy sign_in on kit.mail to opbloei_signin using (organisation is null) with check (organisation is null);

create table kit.mail_attachment (
  mail uuid not null references kit.mail on delete cascade,
  nr int not null,
  name text not null,
  type text not null,
  bytes bytea not null,
  primary key (mail, nr)
);
comment on column kit.mail_attachment.name is 'personal: what was sent along, such as an invoice; kept: 90 days after delivery';
comment on column kit.mail_attachment.bytes is 'personal: what was sent along, such as an invoice; kept: 90 days after delivery';
select access.wall('kit.mail_attachment', 'exists (select from kit.mail m where m.id = mail and m.organisation = access.org())');

-- A file belongs to one organisation. What crosses a border is copied at sending into a row that names the reader too.
create table kit.file (
  organisation uuid not null references access.organisation,
  id uuid not null,
  shared_with uuid references access.organisation,
  name text not null,
  type text not null,
  size int not null check (size > 0),
  sha256 text not null,
  bytes bytea not null,
  stored_at timestamptz not null,
  primary key (organisation, id)
);
create index on kit.file (shared_with) where shared_with is not null;
comment on column kit.file.name is 'personal: the name a person gave the file; kept: as long as what it belongs to';
comment on column kit.file.bytes is 'personal: receipts, letters and decisions; kept: as long as what it belongs to';
select access.wall('kit.file', 'organisation = access.org()');
revoke update on kit.file from opbloei_app;
create policy shared on kit.file for select to opbloei_app using (shared_with = access.org());
