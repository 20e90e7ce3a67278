-- Members.
create table members.leave (tenant uuid not null);
create table members.member (tenant uuid not null);
create view members.shared as select 1;
