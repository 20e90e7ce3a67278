create table members.member (id uuid primary key); -- planted: no why, and a name out of order
