-- A queue may hand out a job twice (a machine stops halfway); its id is written down with its effect, so that it has one.
-- The tables of the queue itself belong to pg-boss, in a schema of their own, and are made by `migrate` too.
create table kit.done_job (
  job uuid primary key,
  at timestamptz not null
);
grant select, insert, delete on kit.done_job to opbloei_app, opbloei_signin;
