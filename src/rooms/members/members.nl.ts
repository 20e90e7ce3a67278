export const nl = {
  stages: { interested: 'belangstellend', applied: 'aangemeld', trial: 'proeflid', member: 'lid', former: 'oud-lid' },
  nobody: 'nog niet bekend',
  sources: {
    participatiewetOwn: 'Bijstand (Participatiewet)',
    participatiewetJoint: 'Bijstand samen met een partner',
    ioawIoaz: 'IOAW of IOAZ',
    uwv: 'Uitkering van het UWV',
    none: 'Geen uitkering',
    unknown: 'Nog niet bekend',
  },
  reasons: {
    ownWish: 'Eigen wens',
    trialEnded: 'De proeftijd liep af',
    consentEnded: 'De toestemming liep af',
    moved: 'Verhuisd',
    cooperativeResolution: 'Besluit van de coöperatie',
    deceased: 'Overleden',
  },
  destinations: {
    ownEnterprise: 'Eigen onderneming',
    paidWork: 'Betaald werk',
    otherCooperative: 'Andere sociale coöperatie',
    education: 'Opleiding',
    benefitWithoutCooperative: 'Uitkering, zonder coöperatie',
    unknown: 'Niet bekend',
  },
  support: { restAndBuild: 'Rust en opbouw', plan: 'Hulp bij mijn plan', moneyMatters: 'Hulp bij geldzaken', language: 'Hulp met taal' },
  refusals: {
    missing: { what: 'Dit lid is er niet.', next: 'Ga terug naar de ledenlijst en kies opnieuw.' },
    trialEndsFirst: { what: 'De laatste dag van de proeftijd ligt vóór de eerste.', next: 'Pas een van de twee dagen aan.' },
    dayInFuture: { what: 'Deze dag ligt in de toekomst.', next: 'Vul een dag in tot en met vandaag.' },
    notNow: {
      what: 'Dat kan nu niet: deze persoon is {stage}, en kan nu geen {wanted} worden op deze dag.',
      next: 'Kijk in het dossier welke stappen er al staan, of kies een andere dag.',
    },
    municipalityMissing: { what: 'De gemeente ontbreekt.', next: 'Kies de gemeente die de uitkering betaalt.' },
  },
}
