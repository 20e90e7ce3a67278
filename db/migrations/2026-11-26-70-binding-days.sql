-- A version binds from the day in its text; where another one bound the member before, never for work from before both had signed.
create or replace view agreements.binding with (security_invoker = true) as
  with bound as (
    select o.tenant, o.member, o.version, v.number, v.until_day, 'signed' as by, v.from_day, greatest(m.signed_on, c.signed_on) as bound_on
    from agreements.recipient o
    join agreements.version v on v.tenant = o.tenant and v.id = o.version
    join agreements.signature m on m.tenant = o.tenant and m.version = o.version and m.member = o.member
    join agreements.signature c on c.tenant = o.tenant and c.version = o.version and c.party = 'cooperative'
    union all
    select n.tenant, n.member, n.version, v.number, v.until_day, 'notice', n.binds_from, n.binds_from
    from agreements.notice n
    join agreements.version v on v.tenant = n.tenant and v.id = n.version),
  placed as (
    select *, max(coalesce(until_day, 'infinity')) over (partition by tenant, member order by bound_on, number rows between unbounded preceding and 1 preceding) as taken_until
    from bound)
  select tenant, member, version, number, until_day, by,
    -- Days for which nothing else was agreed may be agreed upon afterwards, in so many words; other days may not.
    case when taken_until is null then from_day else greatest(from_day, least(bound_on, taken_until + 1)) end as binds_from
  from placed;
