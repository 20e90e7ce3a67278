-- Posting many entries at once found its accounts by walking all of them for every transfer: a close of a thousand members took minutes.
create or replace function ledger.post_many(day date, at timestamptz, kind text, by_person uuid, by_action text, entries jsonb)
returns boolean language plpgsql as $$
declare org uuid := access.org();
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(org::text || to_char(day, 'YYYY-MM'), 21));
  if exists (select from ledger.period where tenant = org and month = to_char(day, 'YYYY-MM')) then return false; end if;
  insert into ledger.account (tenant, code, member)
    select distinct org, side.code, side.member
    from jsonb_array_elements(entries) e, jsonb_array_elements(e->'transfers') t,
      lateral (values (t->>'d', (t->>'dm')::uuid), (t->>'c', (t->>'cm')::uuid)) side(code, member)
    on conflict do nothing;
  insert into ledger.entry (tenant, id, on_day, booked_at, source_kind, source_id, reverses, person, action)
    select org, (e->>'id')::uuid, day, at, kind, e->>'source', (e->>'reverses')::uuid, by_person, by_action from jsonb_array_elements(entries) e;
  -- Each account is looked up once, by its index: a member's part by the member, the cooperative's own by the absence of one. The id of the
  -- member is a uuid before it is compared: row security lets no cast from text near an index.
  insert into ledger.transfer (tenant, entry, line, on_day, debit, credit, cents, article)
    with t as materialized (
      select (e->>'id')::uuid as entry, n, t->>'d' as d, coalesce(t->>'dm', '') as dm, t->>'c' as c, coalesce(t->>'cm', '') as cm,
        (t->>'n')::bigint as cents, t->>'a' as article
      from jsonb_array_elements(entries) e, jsonb_array_elements(e->'transfers') with ordinality as x(t, n)),
    side as materialized (select code, key, nullif(key, '')::uuid as member from (select d as code, dm as key from t union select c, cm from t) s),
    named as materialized (
      select s.code, s.key, (select a.id from ledger.account a where a.tenant = org and a.code = s.code and a.member = s.member) as id
      from side s where s.key <> ''
      union all
      select s.code, s.key, (select a.id from ledger.account a where a.tenant = org and a.code = s.code and a.member is null)
      from side s where s.key = '')
    select org, t.entry, t.n, day, d.id, c.id, t.cents, t.article
    from t join named d on d.code = t.d and d.key = t.dm join named c on c.code = t.c and c.key = t.cm;
  return true;
end $$;

-- The same for one posting: `is not distinct from` cannot use the index on the member, so a large cooperative paid for all its members.
create or replace function ledger.account_of(wanted text, whose uuid) returns uuid language plpgsql as $$
declare found uuid;
begin
  for attempt in 1..2 loop
    if whose is null then
      select id into found from ledger.account where tenant = access.org() and code = wanted and member is null;
    else
      select id into found from ledger.account where tenant = access.org() and code = wanted and member = whose;
    end if;
    exit when found is not null;
    insert into ledger.account (tenant, code, member) values (access.org(), wanted, whose) on conflict do nothing;
  end loop;
  return found;
end $$;
