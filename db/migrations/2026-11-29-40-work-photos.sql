-- A member could show work in words only, and took no picture of it along: photos of own work are kept now, of the member alone until one is shown.
create table members.work_photo (
  tenant uuid not null references access.organisation,
  id uuid not null,
  member uuid not null references access.person,
  -- Its bytes are in kit.file.
  file uuid not null,
  bytes bigint not null check (bytes > 0),
  width int not null check (width > 0),
  height int not null check (height > 0),
  made_on date not null,
  -- What is to be seen, for who does not see it; and what the member tells of it.
  seen text not null check (seen <> ''),
  words text,
  added_at timestamptz not null,
  primary key (tenant, id)
);
create index on members.work_photo (tenant, member);
comment on column members.work_photo.member is 'personal: whose work it is; kept: until the member takes the photo away, or can sign in no more after leaving';
comment on column members.work_photo.seen is 'personal: what is on the photo; kept: as long as the photo';
comment on column members.work_photo.words is 'personal: what the member tells of it; kept: as long as the photo';
select access.wall('members.work_photo');
revoke update on members.work_photo from opbloei_app;
