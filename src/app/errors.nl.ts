export const nl = {
  ruleTitle: 'Dit gaat zo niet',
  forbiddenTitle: 'Hier mag je niet bij',
  missingTitle: 'Niet gevonden',
  oftenTitle: 'Even wachten',
  conflictTitle: 'Er is al iets gebeurd',
  faultTitle: 'Er ging bij ons iets mis',
  fault: 'Dit ligt niet aan jou. We hebben het opgeschreven onder nummer {number}.',
  faultNext: 'Probeer het over een paar minuten opnieuw. Blijft het misgaan? Noem dan dit nummer aan je begeleider of beheerder.',
  tooBig: { what: 'Dit bestand is te groot.', next: 'Kies een bestand van hoogstens 10 MB. Een foto mag kleiner.' },
  back: 'Ga terug',
  home: 'Naar de startpagina',
}
