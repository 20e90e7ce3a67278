-- Items are published now and then and searched all day. With a list of pending entries every search reads that list, and the planner, who counts that,
-- rather reads the whole table.
alter index network.knowledge_shown_words_idx set (fastupdate = off);
alter index network.knowledge_shown_topics_idx set (fastupdate = off);
alter index network.knowledge_shown_links_idx set (fastupdate = off);
alter index network.knowledge_word_word_idx set (fastupdate = off);
-- What the lists hold now goes into the indexes.
select gin_clean_pending_list(index::regclass) from unnest(array[
  'network.knowledge_shown_words_idx', 'network.knowledge_shown_topics_idx', 'network.knowledge_shown_links_idx', 'network.knowledge_word_word_idx'
]) index;
