-- Days that royal decree equates with a holiday move the end of a term (Algemene termijnenwet art. 3 lid 3); the holidays themselves are computed.
create table consent.equated_day (
  on_day date primary key,
  source text not null,
  doubt text
);
grant select on consent.equated_day to opbloei_app;
insert into consent.equated_day values
  ('2026-01-02', 'Koninklijk besluit gelijkgestelde dagen 2026', 'Nog te bevestigen in het Staatsblad.'),
  ('2026-05-15', 'Koninklijk besluit gelijkgestelde dagen 2026', 'Nog te bevestigen in het Staatsblad.'),
  ('2027-05-07', 'Koninklijk besluit gelijkgestelde dagen 2027', 'Nog te bevestigen in het Staatsblad.');
