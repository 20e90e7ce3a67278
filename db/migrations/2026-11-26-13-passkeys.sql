-- Signing in with a passkey, and the list of own devices: the open half of a key that never leaves its device, and in two words what a session runs on.
create table signin.passkey (
  -- the number that the device gave the key
  id text primary key,
  identity uuid not null references signin.identity on delete cascade,
  public_key bytea not null,
  -- how often the device says it used the key; zero for a key that lives on several devices
  counter bigint not null,
  label text not null,
  added_at timestamptz not null,
  used_at timestamptz
);
create index on signin.passkey (identity);
comment on column signin.passkey.identity is 'personal: who comes in with this key; kept: until the person or the administrator removes it, or the account ends';
comment on column signin.passkey.label is 'personal: what the person calls the device; kept: as long as the key';
grant select, insert, update, delete on signin.passkey to opbloei_signin;

-- A question that was answered once is worth nothing the second time. Only a digest is kept.
create table signin.answered (
  digest text primary key,
  at timestamptz not null
);
grant select, insert, delete on signin.answered to opbloei_signin;

alter table signin.session add column device text;
comment on column signin.session.device is 'personal: browser and kind of device in two words, so that a person recognises the own devices; kept: until the session ends, at most 15 days';
alter table signin.session drop constraint session_entered_by_check;
alter table signin.session add constraint session_entered_by_check check (entered_by in ('mailCode', 'mailLink', 'paperCode', 'passkey', 'demo'));
