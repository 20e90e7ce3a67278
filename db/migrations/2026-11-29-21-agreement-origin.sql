-- A draft that began with somebody else's agreement says so for as long as it is there.
alter table agreements.version
  add column origin_words text check (origin_words <> ''),
  add column origin_path text check (origin_path like '/%'),
  add check ((origin_words is null) = (origin_path is null));
