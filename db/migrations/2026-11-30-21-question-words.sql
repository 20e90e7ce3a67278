-- A question of who takes part was found by its own words only, and on its own page: these are the words of a question and of all its answers, for the search of the knowledge.
-- One row per question that others may still find: it goes when the question is taken back, hidden or thrown away, or when its answer became an item that everybody reads.
create table network.question_words (
  tenant uuid not null,
  question uuid not null,
  shown_to text not null check (shown_to in ('network', 'everybody')),
  topics text[] not null,
  words tsvector not null,
  primary key (tenant, question),
  foreign key (tenant, question) references network.knowledge_question (tenant, id) on delete cascade
);
-- The newest first: a word that all hold is found without reading them all.
create index on network.question_words (question);
comment on column network.question_words.words is 'personal: what people at work ask and answer, as separate words; kept: 2 years after it was asked';
select access.wall('network.question_words', 'true');
drop policy wall on network.question_words;
revoke update on network.question_words from opbloei_app;
grant update (words) on network.question_words to opbloei_app;
-- As the questions themselves; what costs least is asked first, for a search asks it of every row.
create policy readers on network.question_words for select
  using (access.org() is not null and (shown_to = 'everybody' or tenant = access.org() or access.is_network()));
create policy asks on network.question_words for insert with check (tenant = access.org());
create policy answers on network.question_words for update
  using (access.org() is not null and (shown_to = 'everybody' or tenant = access.org() or access.is_network())) with check (true);
create policy takes_out on network.question_words for delete using (tenant = access.org() or access.is_network());

alter table network.knowledge_question no force row level security;
alter table network.knowledge_answer no force row level security;
alter table network.question_words no force row level security;
insert into network.question_words (tenant, question, shown_to, topics, words)
  select q.tenant, q.id, q.shown_to, q.topics, q.found || coalesce(
    (select setweight(to_tsvector('network.dutch', string_agg(a.words, ' ')), 'D') from network.knowledge_answer a where a.tenant = q.tenant and a.question = q.id), '')
  from network.knowledge_question q
  where q.hidden_at is null and not exists (select from network.knowledge_shown s where s.item = q.item);
alter table network.knowledge_question force row level security;
alter table network.knowledge_answer force row level security;
alter table network.question_words force row level security;
