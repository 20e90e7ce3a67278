-- One address per person: it was written down at the member too, so that filling one in there gave no way in. A new address now proves itself.
alter table access.person no force row level security;
alter table members.member no force row level security;
update access.person p set email = lower(m.email)
from (select distinct on (lower(email)) member, email from members.member where email is not null order by lower(email), added_at) m
where m.member = p.id and p.email is null and not exists (select from access.person o where lower(o.email) = lower(m.email));
update access.person set email = lower(email) where email <> lower(email);
alter table access.person force row level security;
alter table members.member force row level security;
create unique index one_person_per_address on access.person (lower(email));

alter table members.member drop column email, drop column language;

-- A new address of somebody who signs in waits here until the link in the mail is pressed. Only digests of the links are kept.
create table access.new_address (
  person uuid primary key references access.person,
  organisation uuid not null references access.organisation,
  email text not null,
  proof_hash text not null unique,
  stop_hash text not null unique,
  asked_at timestamptz not null,
  -- Asked by somebody else it waits some days, so that the owner of the old address can stop it.
  works_from timestamptz not null,
  works_until timestamptz not null,
  asked_by uuid references access.person
);
comment on column access.new_address.person is 'personal: whose new address waits; kept: until proved, stopped or 10 days';
comment on column access.new_address.email is 'personal: the address that must prove itself; kept: until proved, stopped or 10 days';
comment on column access.new_address.asked_by is 'personal: who asked for the change; kept: until proved, stopped or 10 days';
select access.wall('access.new_address', 'organisation = access.org() or person = access.me()');
grant select, insert, update, delete on access.new_address to opbloei_signin;
create policy sign_in on access.new_address to opbloei_signin using (true) with check (true);

-- What other rooms may read of a person beside the name: by the rights of whoever reads.
create view access.contact with (security_invoker = true) as
  select p.id as person, p.email, p.language, n.email as new_email, n.works_until as new_until
  from access.person p left join access.new_address n on n.person = p.id;
grant select on access.contact to opbloei_app;

-- Whether somebody ever came in: until then a coach may set an address that was written down wrongly.
alter table signin.identity add column entered_at timestamptz;
update signin.identity i set entered_at = updated_at where email_verified or exists (select from signin.session s where s.identity = i.id);
