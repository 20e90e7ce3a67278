/** Words of advice and review that only the municipality sees. */
export const adviceOffice = {
  ask: {
    title: 'Advies vragen over {member}',
    lead: 'Vraag alleen wat nodig is voor het besluit (Awb 3:5). De termijn loopt gewoon door.',
    adviser: 'Aan wie vraag je advies?',
    adviserHint: 'Bijvoorbeeld: commissie ondernemen, of werkbedrijf De Schakel.',
    question: 'Wat vraag je?',
    before: 'Antwoord graag uiterlijk',
    button: 'Opschrijven',
  },
  note: {
    title: 'Advies over {member} opschrijven',
    lead: 'Het lid mag het advies lezen. De coöperatie ziet alleen van wie het kwam.',
    adviser: 'Van wie komt het advies?',
    on: 'Wanneer kwam het binnen?',
    answer: 'Wat staat erin?',
    answerHint: 'Niets over gezondheid of schulden, tenzij het nodig is voor het besluit. Geen BSN.',
    button: 'Advies bewaren',
  },
  close: {
    title: 'Opnieuw bekeken: niets verandert',
    lead: 'Verandert er wel iets? Kies dan Besluit verbeteren, stilzetten of intrekken.',
    reason: 'Waarom verandert er niets?',
    reasonHint: 'In gewone woorden. Dit staat in de brief.',
    button: 'Afronden zonder nieuw besluit',
  },
  refusals: {
    noAdviser: { what: 'Aan deze adviseur is niets gevraagd.', next: 'Kies een adviseur uit de lijst, of vraag eerst advies.' },
    answerBefore: { what: 'Deze dag is al voorbij.', next: 'Kies een dag na vandaag, of laat hem leeg.' },
  },
}
