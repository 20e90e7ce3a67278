-- The home of a member only linked to the track; the next step itself stands there now, read in a question that the home asks anyway.
create view coaching.shared_track with (security_invoker = true) as
select distinct on (t.tenant, t.member) t.tenant, t.member, t.track,
  (select jsonb_agg(jsonb_build_object('key', s.key, 'who', s.who,
      'nl', jsonb_build_object('title', s.title_nl, 'why', s.why_nl, 'help', s.help_nl),
      'en', jsonb_build_object('title', s.title_en, 'why', s.why_en, 'help', s.help_en)) order by s.place)
    from coaching.track_step s where s.tenant = t.tenant and s.track = t.track and s.version = t.version) as own_steps,
  (select coalesce(jsonb_agg(l.key), '[]') from (
      select distinct on (m.key) m.key, m.done from coaching.member_step m
      where m.tenant = t.tenant and m.member = t.member and m.track = t.track order by m.key, m.nr desc) l
    where l.done) as done_keys
from coaching.member_track t
order by t.tenant, t.member, t.nr desc;
grant select on coaching.shared_track to opbloei_app;
