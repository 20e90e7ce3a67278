export const nl = {
  errors: {
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
  },
  signIn: {
    title: 'Inloggen',
    demoIntro: 'Dit is een oefenwereld. Alle mensen, dorpen en bedragen zijn verzonnen. Kies iemand om mee te kijken.',
    enter: 'Kijk mee als {name}',
  },
  start: {
    listening: 'Opbloei draait: {address}',
    filling: 'We maken de oefenwereld klaar: een verzonnen jaar. {percent}%',
    realWorld: 'Dit is een database met echte mensen. De oefenwereld komt daar nooit in.',
    halfFilled: 'De oefenwereld in deze database is niet af. Maak een lege database en start opnieuw.',
    trial: 'Dit is de ingebouwde database: om te proberen, niet voor echte leden.',
    locked: 'Opbloei draait al op deze gegevens ({dir}, proces {pid}). Stop dat eerst, of kies met DATA_DIR een andere map.',
    workerEmbedded: 'De ingebouwde database is voor één proces: dat doet zijn eigen taken. Een aparte worker kan alleen met DATABASE_URL.',
    migrationsMissing: 'De database is niet bij: {names}. Draai eerst: npx opbloei migrate',
    ownsTables:
      'De databasegebruiker bezit tabellen of mag om de rijbeveiliging heen. Gebruik DATABASE_ADMIN_URL voor migrate en een gewone gebruiker in DATABASE_URL.',
  },
}
