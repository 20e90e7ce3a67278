/** Why work of a day may not be sold, and what to do then. */
export const stops = {
  notHere: {
    what: '{member} was op die dag geen lid of proeflid.',
    next: 'Controleer de dag van het werk, of vraag de begeleider naar de stap in het dossier.',
  },
  unknownBenefit: { what: 'We weten nog niet of {member} een uitkering heeft.', next: 'Vraag het de begeleider. Die schrijft het op. Daarna kun je verder.' },
  noConsent: { what: 'De gemeente heeft nog geen toestemming gegeven voor {member}.', next: 'Vraag eerst toestemming aan. Daarna kun je verder.' },
  awaiting: {
    what: 'De gemeente heeft nog niet besloten over de aanvraag van {member}.',
    next: 'Wacht op het besluit. Is het werk al gedaan? Dan kan de penningmeester de factuur sturen. Het geld wacht dan op het besluit.',
  },
  suspended: { what: 'De toestemming van {member} is op die dag geschorst.', next: 'Vraag de klantmanager van de gemeente wanneer het weer mag.' },
  ended: { what: 'De toestemming van {member} was op die dag afgelopen.', next: 'Vraag een nieuwe toestemming aan. Vraag je begeleider om hulp.' },
  elsewhere: {
    what: 'De toestemming van {member} is van een andere gemeente dan die op die dag de uitkering betaalt.',
    next: 'Vraag toestemming aan bij de gemeente die de uitkering betaalt. Vraag je begeleider om hulp.',
  },
  upcoming: { what: 'De toestemming van {member} gaat pas later in.', next: 'Kijk bij Toestemming vanaf welke dag het mag.' },
}

/** Why money may not be paid out, and what to do then. */
export const payoutStops = {
  unknownBenefit: { what: 'We weten nog niet of {member} een uitkering heeft.', next: 'Betaal nu niets uit. Vraag het de begeleider. Die schrijft het op.' },
  noConsent: {
    what: 'De gemeente heeft geen toestemming gegeven voor {member}.',
    next: 'Betaal nu niets uit. Het geld blijft staan. Vraag eerst toestemming aan.',
  },
  awaiting: {
    what: 'De gemeente heeft nog niet besloten over de aanvraag van {member}.',
    next: 'Betaal nu niets uit. Het geld blijft staan tot het besluit er is.',
  },
  suspended: {
    what: 'De toestemming van {member} is op die dag geschorst.',
    next: 'Betaal nu niets uit. Vraag de klantmanager van de gemeente wanneer het weer mag.',
  },
  ended: {
    what: 'De toestemming van {member} was op die dag afgelopen.',
    next: 'Betaal nu niets uit. Vraag de klantmanager van de gemeente wat er met het geld mag.',
  },
  upcoming: { what: 'De toestemming van {member} gaat pas later in.', next: 'Betaal nu niets uit. Kijk bij Toestemming vanaf welke dag het mag.' },
  elsewhere: {
    what: 'De toestemming van {member} is van een andere gemeente dan die de uitkering betaalt.',
    next: 'Betaal nu niets uit. Vraag toestemming aan bij de gemeente die de uitkering betaalt.',
  },
  forbidden: {
    what: 'In de toestemming van {member} staat dat uitbetalen niet mag.',
    next: 'Betaal nu niets uit. Het geld blijft in het bestedingsbudget. Een aankoop voor het bedrijf kan wel.',
  },
}
