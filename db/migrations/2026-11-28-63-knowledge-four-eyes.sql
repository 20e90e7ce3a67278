-- What is read was published: whoever may write the list of what is shown cannot put a version there that no colleague decided on.
create policy only_published on network.knowledge_shown as restrictive for insert with check (
  exists (select from network.knowledge_verdict d where d.version = knowledge_shown.version and d.published)
);
create policy only_published_after on network.knowledge_shown as restrictive for update using (true) with check (
  exists (select from network.knowledge_verdict d where d.version = knowledge_shown.version and d.published)
);
