/** Words of an objection in which something is missing, and of its further delay, that a member reads too. */
export const nl = {
  grounds: {
    everyoneAgrees: 'Iedereen die er belang bij heeft, is het ermee eens',
    objectorAgrees: 'Wie bezwaar maakte, is het ermee eens, en anderen hebben er geen nadeel van',
    procedure: 'Nodig om de regels voor de procedure te volgen',
  },
  alert: {
    title: 'Er mist iets aan je bezwaar',
    until: 'Stuur het uiterlijk op {day}. Komt er niets? Dan mag de gemeente besluiten je bezwaar niet te behandelen.',
    over: 'De laatste dag was {day}. Je kunt het nog sturen, maar de gemeente hoeft er niet meer op te wachten.',
    link: 'Bezwaar aanvullen',
  },
  title: 'Bezwaar aanvullen',
  lead: 'Dit mist er volgens de gemeente:',
  meanwhile: 'Zolang het er niet is, staat de tijd van de gemeente om te beslissen stil, en hoogstens tot en met {day}.',
  field: 'Wat wil je sturen?',
  fieldOffice: 'Wat kwam er binnen?',
  unsure: 'Weet je het niet? Vraag je begeleider om hulp.',
  on: 'Op welke dag kwam het binnen?',
  button: 'Versturen',
  buttonOffice: 'Opschrijven',
  refusals: {
    empty: { what: 'Er staat nog te weinig.', next: 'Schrijf wat er miste. Weet je het niet? Vraag je begeleider om hulp.' },
  },
}
