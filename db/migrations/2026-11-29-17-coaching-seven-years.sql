-- Who looks after the money, and who made steps and terms, promised seven years and nothing threw them away: rows stay unchangeable, and the program alone may sweep them.
do $$
declare
  name text;
begin
  foreach name in array array['bewind', 'bewind_consent', 'bewind_end', 'track_version', 'track_step', 'own_terms'] loop
    execute format('drop trigger only_added on coaching.%I', name);
    execute format('create trigger only_added before update on coaching.%I for each row execute function access.no_change()', name);
    execute format('grant delete on coaching.%I to opbloei_app', name);
    -- Nobody who signed in deletes: a sweep acts for no person.
    execute format('create policy program_sweeps on coaching.%I as restrictive for delete using (access.me() is null)', name);
  end loop;
end $$;
comment on column coaching.own_terms.written_by is 'personal: who wrote the terms; kept: 7 years after they were replaced, and as long as somebody’s acceptance rests on them';
comment on column coaching.track_version.made_by is 'personal: who changed the steps; kept: 7 years after the version was replaced, and as long as somebody follows it';
