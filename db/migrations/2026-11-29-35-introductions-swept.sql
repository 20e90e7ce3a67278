-- What two organisations said to each other stayed for as long as both took part: rows stay unchangeable, and the program alone throws them away when their time is over.
do $$
declare
  name text;
begin
  foreach name in array array['introduction', 'introduction_answer', 'introduction_word', 'introduction_look_back', 'introduction_told'] loop
    execute format('drop trigger only_added on network.%I', name);
    execute format('create trigger only_added before update on network.%I for each row execute function access.no_change()', name);
  end loop;
  foreach name in array array['introduction_answer', 'introduction_word', 'introduction_look_back', 'introduction_told'] loop
    execute format('alter table network.%1$I drop constraint %1$s_tenant_introduction_fkey', name);
    execute format('alter table network.%1$I add constraint %1$s_tenant_introduction_fkey foreign key (tenant, introduction)
      references network.introduction (tenant, id) on delete cascade', name);
  end loop;
end $$;
grant delete on network.introduction to opbloei_app;
-- Nobody who signed in deletes: a sweep acts for no person. What hangs on an introduction goes with it.
create policy program_sweeps on network.introduction for delete using (tenant = access.org() and access.me() is null);

comment on column network.introduction.asked_by is 'personal: who asked to meet; kept: 1 year after the last word, 90 days where not both said yes';
comment on column network.introduction.asked_name is 'personal: name at work of who asked, read by both sides; kept: 1 year after the last word, 90 days where not both said yes';
comment on column network.introduction.words is 'personal: what somebody wants to speak about; kept: 1 year after the last word, 90 days where not both said yes';
comment on column network.introduction_answer.answered_by is 'personal: who answered; kept: as long as the introduction';
comment on column network.introduction_answer.answered_name is 'personal: name at work of who answered, read by both sides; kept: as long as the introduction';
comment on column network.introduction_answer.words is 'personal: what was said with the answer; kept: as long as the introduction';
comment on column network.introduction_word.words is 'personal: what was written to each other; kept: as long as the introduction';
comment on column network.introduction_word.written_by is 'personal: who wrote; kept: as long as the introduction';
comment on column network.introduction_word.written_name is 'personal: name at work of who wrote, read by both sides; kept: as long as the introduction';
comment on column network.introduction_look_back.looked_by is 'personal: who looked back; kept: as long as the introduction';
comment on column network.introduction_look_back.words is 'personal: how the meeting was; kept: as long as the introduction';
