-- What organisations tell of their experience, and how they meet: asked, answered by both, spoken, looked back on.
create table network.profile (
  tenant uuid primary key references access.organisation,
  kind text not null check (kind in ('cooperative', 'municipality')),
  phase text not null check (phase in ('idea', 'starting', 'active', 'stopped')),
  -- The first day of the month in which it began.
  since date,
  band text not null check (band in ('none', 'to4', 'to9', 'to19', 'to49', 'more')),
  -- Topic by topic how well it is known.
  knows jsonb not null,
  seeks text[] not null,
  went_wrong text not null,
  helps text[] not null,
  shown_to text not null check (shown_to in ('nobody', 'network', 'peers')),
  kept_by uuid not null references access.person,
  kept_at timestamptz not null
);
comment on column network.profile.kept_by is 'personal: who kept the profile last; kept: as long as the profile is there';
select access.wall('network.profile');
revoke delete on network.profile from opbloei_app;
create policy shown on network.profile for select
  using ((shown_to = 'peers' and access.org() is not null) or (shown_to in ('network', 'peers') and access.is_network()));

-- Two organisations that may meet; `asker` is one of them, or the network that proposes it. Only added to.
create table network.introduction (
  tenant uuid not null references access.organisation,
  id uuid not null,
  other uuid not null references access.organisation,
  asker uuid not null references access.organisation,
  -- Who meets whom: those who speak for the organisation, or two of one role.
  desk text not null check (desk in ('organisation', 'treasurer', 'coach', 'caseManager')),
  topics text[] not null,
  words text not null check (words <> ''),
  asked_by uuid not null references access.person,
  asked_name text not null check (asked_name <> ''),
  asked_at timestamptz not null,
  primary key (tenant, id),
  check (tenant <> other)
);
create index introduction_other on network.introduction (other);
create table network.introduction_answer (
  tenant uuid not null,
  introduction uuid not null,
  organisation uuid not null references access.organisation,
  yes boolean not null,
  words text check (words <> ''),
  answered_by uuid not null references access.person,
  answered_name text not null check (answered_name <> ''),
  answered_at timestamptz not null,
  primary key (tenant, introduction, organisation),
  foreign key (tenant, introduction) references network.introduction (tenant, id)
);
create table network.introduction_word (
  tenant uuid not null,
  introduction uuid not null,
  id uuid not null,
  organisation uuid not null references access.organisation,
  words text not null check (words <> ''),
  written_by uuid not null references access.person,
  written_name text not null check (written_name <> ''),
  written_at timestamptz not null,
  primary key (tenant, introduction, id),
  foreign key (tenant, introduction) references network.introduction (tenant, id)
);
create table network.introduction_look_back (
  tenant uuid not null,
  introduction uuid not null,
  organisation uuid not null references access.organisation,
  useful text not null check (useful in ('much', 'some', 'not')),
  words text check (words <> ''),
  looked_by uuid not null references access.person,
  looked_at timestamptz not null,
  primary key (tenant, introduction, organisation),
  foreign key (tenant, introduction) references network.introduction (tenant, id)
);
-- That an organisation was asked to look back, once.
create table network.introduction_told (
  tenant uuid not null,
  introduction uuid not null,
  organisation uuid not null references access.organisation,
  told_at timestamptz not null,
  primary key (tenant, introduction, organisation),
  foreign key (tenant, introduction) references network.introduction (tenant, id)
);
comment on column network.introduction.asked_by is 'personal: who asked to meet; kept: as long as both organisations take part';
comment on column network.introduction.asked_name is 'personal: name at work of who asked, read by both sides; kept: as long as both organisations take part';
comment on column network.introduction.words is 'personal: what somebody wants to speak about; kept: as long as both organisations take part';
comment on column network.introduction_answer.answered_by is 'personal: who answered; kept: as long as both organisations take part';
comment on column network.introduction_answer.answered_name is 'personal: name at work of who answered, read by both sides; kept: as long as both organisations take part';
comment on column network.introduction_answer.words is 'personal: what was said with the answer; kept: as long as both organisations take part';
comment on column network.introduction_word.words is 'personal: what was written to each other; kept: as long as both organisations take part';
comment on column network.introduction_word.written_by is 'personal: who wrote; kept: as long as both organisations take part';
comment on column network.introduction_word.written_name is 'personal: name at work of who wrote, read by both sides; kept: as long as both organisations take part';
comment on column network.introduction_look_back.looked_by is 'personal: who looked back; kept: as long as both organisations take part';
comment on column network.introduction_look_back.words is 'personal: how the meeting was; kept: as long as both organisations take part';

do $$
declare name text;
begin
  foreach name in array array['introduction', 'introduction_answer', 'introduction_word', 'introduction_look_back', 'introduction_told'] loop
    execute format('alter table network.%I enable row level security', name);
    execute format('alter table network.%I force row level security', name);
    execute format('create trigger only_added before update or delete on network.%I for each row execute function access.no_change()', name);
    execute format('create trigger never_emptied before truncate on network.%I execute function access.no_change()', name);
    execute format('grant select, insert on network.%I to opbloei_app', name);
  end loop;
end $$;
create policy parties on network.introduction for select using (access.org() in (tenant, other, asker) or access.is_network());
create policy asks on network.introduction for insert with check (asker = access.org() and (access.org() = tenant or access.is_network()));
-- Whoever may read the introduction reads its answers, words and looks back; what is said between the two is theirs alone.
create policy parties on network.introduction_answer for select
  using (exists (select from network.introduction i where i.tenant = introduction_answer.tenant and i.id = introduction_answer.introduction));
create policy answers on network.introduction_answer for insert
  with check (organisation = access.org() and exists (select from network.introduction i
    where i.tenant = introduction_answer.tenant and i.id = introduction_answer.introduction and access.org() in (i.tenant, i.other)));
create policy parties on network.introduction_word for select
  using (exists (select from network.introduction i
    where i.tenant = introduction_word.tenant and i.id = introduction_word.introduction and access.org() in (i.tenant, i.other)));
create policy writes on network.introduction_word for insert
  with check (organisation = access.org() and exists (select from network.introduction i
    where i.tenant = introduction_word.tenant and i.id = introduction_word.introduction and access.org() in (i.tenant, i.other)));
create policy parties on network.introduction_look_back for select
  using (exists (select from network.introduction i where i.tenant = introduction_look_back.tenant and i.id = introduction_look_back.introduction));
create policy looks_back on network.introduction_look_back for insert
  with check (organisation = access.org() and exists (select from network.introduction i
    where i.tenant = introduction_look_back.tenant and i.id = introduction_look_back.introduction and access.org() in (i.tenant, i.other)));
create policy own on network.introduction_told for all using (organisation = access.org()) with check (organisation = access.org());
