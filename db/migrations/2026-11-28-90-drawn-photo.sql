-- The photo of a drawn receipt was shut by the page alone after the last day to look: row security of the files now follows that of the piece it belongs to.

-- with_piece: who it is shared with reads the file only as long as the piece it belongs to; the room of that piece brings the policy.
alter table kit.file add column with_piece boolean not null default false;
alter table kit.file add constraint piece_of_somebody check (not with_piece or shared_with is not null);

alter table kit.file no force row level security;
alter table oversight.drawn no force row level security;
update kit.file f set with_piece = true
where f.shared_with is not null and exists (select from oversight.drawn d where d.tenant = f.organisation and d.file = f.id);
alter table oversight.drawn force row level security;
alter table kit.file force row level security;
alter table kit.file alter column with_piece drop default;

alter policy shared on kit.file using (shared_with = access.org() and not with_piece);

-- The question is asked under the row security of what was drawn, which knows municipality and last day.
create index on oversight.drawn (tenant, file) where file is not null;
create policy drawn on kit.file for select to opbloei_app using (shared_with = access.org() and with_piece
  and exists (select from oversight.drawn d where d.tenant = file.organisation and d.municipality = access.org() and d.file = file.id));
