-- A condition that was passed was only noticed by who compared statements by hand: a red line now asks a question, once per condition and period, and nothing else follows.
alter table threads.thread drop constraint thread_kind_check;
alter table threads.thread add constraint thread_kind_check check (kind in ('request', 'statement', 'receiptTotal', 'payOut', 'drawnThing', 'condition'));
-- Nobody asks about a condition: the program of the municipality does.
alter table threads.thread alter column asked_by drop not null;
alter table threads.thread add constraint thread_asked_by_check check (asked_by is not null or kind = 'condition');

-- About which condition of which consent, and which period, a question was asked. The key says once.
create table oversight.watch_question (
  tenant uuid not null references access.organisation,
  municipality uuid not null references access.organisation,
  request uuid not null,
  condition text not null,
  period text not null,
  member uuid not null references access.person,
  thread uuid not null,
  asked_at timestamptz not null,
  primary key (tenant, request, condition, period),
  foreign key (tenant, thread) references threads.thread deferrable initially deferred
);
create index on oversight.watch_question (municipality, member);
create index on oversight.watch_question (tenant, thread);
comment on column oversight.watch_question.member is 'personal: about whose consent a question was asked; kept: 2 years after the answer';
select access.wall_append_only('oversight.watch_question', 'municipality = access.org()');
create policy cooperative_reads on oversight.watch_question for select using (tenant = access.org());

-- A question on a condition waits where its two sides begin, like one on a drawn thing; its page is that of the resident.
create or replace view threads.shared_waiting with (security_invoker = true) as
select t.tenant, case when side.asks then t.asker when t.asker = t.tenant then t.municipality else t.tenant end as owner, t.member,
  case t.kind when 'condition' then case when side.asks then 'conditionAsked' else 'conditionToAnswer' end
    else case when side.asks then 'questionAsked' else 'questionToAnswer' end end as what,
  t.object as id, t.asked_at as since, t.last_day as until, t.words as about, null::bigint as cents, 1 as number
from threads.thread t cross join (values (true), (false)) side (asks)
where t.kind in ('drawnThing', 'condition')
  and not exists (select from threads.answer a where a.tenant = t.tenant and a.thread = t.id)
  and not exists (select from threads.closing c where c.tenant = t.tenant and c.thread = t.id);
