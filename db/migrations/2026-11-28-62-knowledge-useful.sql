-- Whether an answer was of use, said by anybody. Only the day is kept, and a digest of the form against sending it twice: nothing leads back to who said it.
create table network.knowledge_opinion (
  form_hash text primary key check (form_hash <> ''),
  item uuid not null references network.knowledge_item,
  on_day date not null,
  useful boolean not null
);
create index on network.knowledge_opinion (item, on_day);
select access.wall_append_only('network.knowledge_opinion', 'true');
drop policy wall on network.knowledge_opinion;
create policy anybody_says on network.knowledge_opinion for insert with check (exists (select from network.knowledge_shown s where s.item = knowledge_opinion.item));
create policy keeper_counts on network.knowledge_opinion for select using (
  access.is_network() or exists (select from network.knowledge_item i where i.id = item and i.owner = access.org())
);
