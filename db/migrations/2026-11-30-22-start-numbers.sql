-- A question at a step of the start path had neither a number nor anybody at the network who saw to it. It has both now, as an inquiry has.
create table network.start_count (
  tenant uuid not null references access.organisation,
  year int not null check (year between 2000 and 2999),
  last int not null check (last > 0),
  primary key (tenant, year)
);
-- The tenant is the network that answers; whoever asks takes the next number of it.
select access.wall('network.start_count', 'access.org() is not null');
revoke delete on network.start_count from opbloei_app;

alter table network.start_question add column nr text;
alter table network.start_question disable trigger only_added;
alter table network.start_question no force row level security;
alter table threads.thread no force row level security;
alter table network.start_count no force row level security;
with numbered as (
  select q.tenant, q.thread, t.municipality as network, extract(year from t.asked_at at time zone 'Europe/Amsterdam')::int as year,
    row_number() over (partition by t.municipality, extract(year from t.asked_at at time zone 'Europe/Amsterdam') order by t.asked_at, t.id) as place
  from network.start_question q join threads.thread t on t.tenant = q.tenant and t.id = q.thread
), counted as (
  insert into network.start_count (tenant, year, last) select network, year, max(place)::int from numbered group by network, year
)
update network.start_question q set nr = 'S-' || n.year || '-' || lpad(n.place::text, 4, '0') from numbered n where n.tenant = q.tenant and n.thread = q.thread;
alter table network.start_question force row level security;
alter table threads.thread force row level security;
alter table network.start_count force row level security;
alter table network.start_question enable trigger only_added;
alter table network.start_question alter column nr set not null;
alter table network.start_question add check (nr <> '');

-- Who at the network sees to a question; the last row counts.
create table network.start_holder (
  tenant uuid not null,
  thread uuid not null,
  nr bigint not null generated always as identity,
  holder uuid not null references access.person,
  given_by uuid not null references access.person,
  given_at timestamptz not null,
  primary key (tenant, thread, nr),
  foreign key (tenant, thread) references network.start_question (tenant, thread) on delete cascade
);
comment on column network.start_holder.holder is 'personal: who at the network sees to it; kept: as long as the question';
comment on column network.start_holder.given_by is 'personal: who took it or gave it on; kept: as long as the question';
select access.wall('network.start_holder', 'access.is_network()');
revoke update, delete on network.start_holder from opbloei_app;
create policy asker_reads on network.start_holder for select using (tenant = access.org());
