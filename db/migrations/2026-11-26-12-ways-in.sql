-- How somebody came in stands at the session, for a signature that says by which sign-in it was given; a member without e-mail comes in with a code on paper.
alter table signin.session add column entered_by text check (entered_by in ('mailCode', 'mailLink', 'paperCode', 'demo'));

-- One code on paper per person, good once. Of the code, and of the names that must be given with it, only digests are kept.
create table signin.paper_code (
  person uuid primary key references access.person,
  organisation uuid not null references access.organisation,
  code_hash text not null unique,
  who_hashes text[] not null,
  printed_at timestamptz not null,
  printed_by uuid references access.person,
  good_until timestamptz not null
);
comment on column signin.paper_code.person is 'personal: who may come in with a code on paper; kept: until used, or 1 day after it is good';
comment on column signin.paper_code.printed_by is 'personal: who printed it; kept: until used, or 1 day after it is good';
grant select, insert, update, delete on signin.paper_code to opbloei_signin;

-- What was promised to be kept for a while only is cleared away at night: denied attempts after a year, looks and questions about them after five.
drop trigger only_added on access.look;
create trigger only_added before update on access.look for each row execute function access.no_change();
drop trigger only_added on access.look_question;
create trigger only_added before update on access.look_question for each row execute function access.no_change();
grant select (at), delete on access.look to opbloei_signin;
create policy sweep on access.look to opbloei_signin using (true);
grant select (asked_at), delete on access.look_question to opbloei_signin;
create policy sweep on access.look_question to opbloei_signin using (true);
grant select (at), delete on access.denial to opbloei_signin;
create index on access.denial (at);
create index on access.look (at);
