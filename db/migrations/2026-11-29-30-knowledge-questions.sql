-- Who takes part asks what the knowledge does not tell yet: a question with a last day and somebody at the network who sees to it, answers of anybody who may read it,
-- thanks, and the item that an answer became. The tenant is the organisation that asks.
create table network.knowledge_question (
  tenant uuid not null references access.organisation,
  id uuid not null,
  title text not null check (title <> ''),
  words text not null,
  topics text[] not null,
  -- Whom the asker chose: the network alone, or everybody who takes part.
  shown_to text not null check (shown_to in ('network', 'everybody')),
  role text not null,
  asked_by uuid not null references access.person,
  asked_at timestamptz not null,
  last_day date not null,
  -- Who at the network sees to it.
  holder uuid references access.person,
  -- Taken back by who asked, or hidden by the network with a reason.
  hidden_at timestamptz,
  hidden_by uuid references access.person,
  hidden_why text check (hidden_why <> ''),
  -- What an answer to it became.
  item uuid references network.knowledge_item,
  found tsvector not null generated always as (setweight(to_tsvector('network.dutch', title), 'A') || setweight(to_tsvector('network.dutch', words), 'D')) stored,
  primary key (tenant, id),
  check ((hidden_at is null) = (hidden_by is null))
);
create index on network.knowledge_question (asked_at);
create index on network.knowledge_question (item) where item is not null;
comment on column network.knowledge_question.asked_by is 'personal: who asked, told when there is an answer; kept: 2 years after it was asked';
comment on column network.knowledge_question.holder is 'personal: who at the network sees to it; kept: 2 years after it was asked';
comment on column network.knowledge_question.hidden_by is 'personal: who took it back or hid it; kept: 2 years after it was asked';
comment on column network.knowledge_question.words is 'personal: what somebody at work asks, in own words; kept: 2 years after it was asked';

create table network.knowledge_answer (
  tenant uuid not null,
  question uuid not null,
  id uuid not null,
  organisation uuid not null references access.organisation,
  role text not null,
  words text not null check (words <> ''),
  answered_by uuid not null references access.person,
  answered_at timestamptz not null,
  primary key (tenant, question, id),
  foreign key (tenant, question) references network.knowledge_question (tenant, id) on delete cascade
);
comment on column network.knowledge_answer.answered_by is 'personal: who answered; kept: 2 years after the question was asked';
comment on column network.knowledge_answer.words is 'personal: what somebody at work answers, in own words; kept: 2 years after the question was asked';

-- That an answer helped whoever asked, or that somebody else was glad of it.
create table network.knowledge_thanks (
  tenant uuid not null,
  question uuid not null,
  answer uuid not null,
  person uuid not null references access.person,
  helped boolean not null,
  thanked_at timestamptz not null,
  primary key (tenant, question, answer, person),
  foreign key (tenant, question, answer) references network.knowledge_answer (tenant, question, id) on delete cascade
);
comment on column network.knowledge_thanks.person is 'personal: who thanked, so that it counts once; kept: 2 years after the question was asked';

do $$
declare name text;
begin
  foreach name in array array['knowledge_question', 'knowledge_answer', 'knowledge_thanks'] loop
    execute format('alter table network.%I enable row level security', name);
    execute format('alter table network.%I force row level security', name);
    execute format('grant select, insert on network.%I to opbloei_app', name);
  end loop;
end $$;
-- Words and dates stay as they were written; only who sees to it, whether it is shown and what became of it may move.
grant update (holder, hidden_at, hidden_by, hidden_why, item), delete on network.knowledge_question to opbloei_app;

create policy readers on network.knowledge_question for select using (
  tenant = access.org() or access.is_network() or (shown_to = 'everybody' and hidden_at is null and access.org() is not null)
);
create policy asks on network.knowledge_question for insert with check (tenant = access.org() and asked_by = access.me());
-- Whoever asked takes it back; the network hides, gives a holder and ties the item.
create policy moves on network.knowledge_question for update using (access.is_network() or (tenant = access.org() and asked_by = access.me()))
  with check (access.is_network() or (tenant = access.org() and asked_by = access.me()));
create policy clears on network.knowledge_question for delete using (access.is_network());

-- Whoever may read the question reads its answers and thanks, and may answer and thank.
create policy readers on network.knowledge_answer for select
  using (exists (select from network.knowledge_question q where q.tenant = knowledge_answer.tenant and q.id = knowledge_answer.question));
create policy answers on network.knowledge_answer for insert with check (
  organisation = access.org() and answered_by = access.me()
  and exists (select from network.knowledge_question q where q.tenant = knowledge_answer.tenant and q.id = knowledge_answer.question and q.hidden_at is null)
);
create policy readers on network.knowledge_thanks for select
  using (exists (select from network.knowledge_question q where q.tenant = knowledge_thanks.tenant and q.id = knowledge_thanks.question));
create policy thanks on network.knowledge_thanks for insert with check (
  person = access.me()
  and exists (select from network.knowledge_question q where q.tenant = knowledge_thanks.tenant and q.id = knowledge_thanks.question
    and q.hidden_at is null and helped = (q.asked_by = access.me()))
);
