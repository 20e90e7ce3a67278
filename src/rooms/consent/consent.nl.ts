export const nl = {
  procedure: {
    draft: 'In voorbereiding',
    waiting: 'Wacht op besluit',
    incomplete: 'Gemeente vraagt meer',
    granted: 'Toestemming gegeven',
    refused: 'Geweigerd',
    unprocessed: 'Niet in behandeling',
    withdrawn: 'Aanvraag ingetrokken',
  },
  effect: {
    none: 'Geen toestemming',
    upcoming: 'Gaat nog in',
    inForce: 'Geldt nu',
    suspended: 'Geschorst',
    ended: 'Afgelopen',
  },
  refusals: {
    notSentYet: { what: 'Deze aanvraag is nog niet verstuurd.', next: 'Wacht tot het lid de aanvraag heeft verstuurd.' },
    notAskedYet: { what: 'Je hebt nog niet om meer gevraagd.', next: 'Vraag eerst wat er ontbreekt. Komt er geen antwoord, dan kan dit daarna.' },
    alreadyDecided: { what: 'Over deze aanvraag is al besloten.', next: 'Bekijk het besluit op de pagina van de aanvraag.' },
    dayInFuture: { what: 'Deze dag ligt in de toekomst.', next: 'Vul een dag in tot en met vandaag.' },
    beforeReceipt: { what: 'Deze dag ligt vóór de ontvangst op {received}.', next: 'Vul de dag in waarop het besluit is verstuurd.' },
    reasonMissing: { what: 'De reden ontbreekt of is te kort.', next: 'Schrijf in gewone woorden waarom. Het lid moet het kunnen begrijpen.' },
    untilBeforeFrom: { what: 'De laatste dag ligt vóór de eerste dag.', next: 'Pas een van de twee dagen aan.' },
    statementDay: { what: 'De dag van de opgave klopt niet.', next: 'Kies een dag van 1 tot en met 28.' },
    notNow: { what: 'Dit kan nu niet (meer) met deze aanvraag.', next: 'Bekijk op de pagina van de aanvraag wat er nu kan.' },
  },
}
