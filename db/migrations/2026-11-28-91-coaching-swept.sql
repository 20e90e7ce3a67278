-- Plans of action, partners, invitations and accepted terms promised how long they are kept, and nothing threw them away: rows stay unchangeable, and the program alone may sweep them.
do $$
declare
  name text;
begin
  foreach name in array array['plan', 'plan_text', 'plan_version', 'plan_signer', 'plan_signature', 'partner_invitation', 'partner_link', 'partner_end',
    'partner_look', 'partner_answer', 'case_invitation', 'case_invitation_end', 'terms_accepted'] loop
    execute format('drop trigger only_added on coaching.%I', name);
    execute format('create trigger only_added before update on coaching.%I for each row execute function access.no_change()', name);
    execute format('grant delete on coaching.%I to opbloei_app', name);
    -- Nobody who signed in deletes: a sweep acts for no person.
    execute format('create policy program_sweeps on coaching.%I as restrictive for delete using (access.me() is null)', name);
  end loop;
end $$;

-- Two walls show less than a sweep must reach: what the municipality wrote at the end of an invitation, and how far each reader came.
create policy swept on coaching.case_invitation_end for delete using (tenant = access.org());
create policy swept on coaching.plan_seen for delete using (tenant = access.org() and access.me() is null);
create policy program_reads on coaching.plan_seen for select using (tenant = access.org() and access.me() is null);
