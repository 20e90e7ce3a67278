-- Answers kept for an estimate end after a year, as their comment promises: the sweep sees when they were kept, and never what they say.
grant usage on schema homes to opbloei_signin;
grant select (kept_at), delete on homes.kept_situation to opbloei_signin;
create policy sweep on homes.kept_situation to opbloei_signin using (true);
