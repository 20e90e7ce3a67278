-- One decree equates the days of 2026 up to and including 2028; it is made known in the Staatscourant (Algemene termijnenwet art. 3 lid 3), not in the Staatsblad.
insert into law.equated_day (on_day, source, doubt)
select on_day,
  'Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028 met een algemeen erkende feestdag',
  'De naam van het besluit noemt de dagen. Het besluit zelf is niet nagelezen in de Staatscourant.'
from unnest(array['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26']::date[]) as on_day
on conflict (on_day) do update set source = excluded.source, doubt = excluded.doubt;
