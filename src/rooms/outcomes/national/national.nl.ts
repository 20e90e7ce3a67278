/** The words of the page on which a cooperative chooses what is counted of it in the country. */
export const nl = {
  title: 'Landelijke cijfers',
  lead: 'Jullie kiezen zelf wat er van jullie meetelt. Per jaar en per cijfer.',
  public: 'Bekijk de landelijke cijfers',
  how: 'Wat gebeurt er met jullie ja?',
  steps: [
    'Opbloei telt zelf, uit jullie leden en boeken. Jullie typen niets over.',
    'Alleen aantallen gaan mee. Geen namen, geen bedragen per lid.',
    'Ze worden opgeteld met die van andere coöperaties. Niemand ziet jullie aantal, ook het netwerk niet.',
    'Een cijfer wordt pas verteld als er minstens vijf coöperaties meedoen. Kleine aantallen blijven verborgen.',
    'Soms telt jullie cijfer niet mee, al zeiden jullie ja. Dan zou iemand het anders kunnen uitrekenen.',
  ],
  back: 'Jullie kunnen een ja terugnemen tot het jaar verteld is. Daarna blijft dat jaar staan. Voor andere jaren kan het altijd.',
  year: 'Jaar {year}',
  from: 'Wordt verteld vanaf {day}.',
  tellsNow: 'Dit jaar mag al verteld worden. Zeggen jullie nu ja? Dan tellen jullie mee in een nieuwe versie, als er vijf coöperaties bij komen.',
  choose: 'Wat mag meetellen over {year}?',
  told: 'Is al verteld, en blijft staan.',
  save: 'Keuze voor {year} bewaren',
  figures: {
    members: { name: 'Leden', what: 'Hoeveel leden jullie hadden op 31 december.' },
    trials: { name: 'Proefperiodes', what: 'Hoeveel mensen dat jaar een dag of langer op proef waren.' },
    turnover: {
      name: 'Omzet in groepen',
      what: 'Hoeveel leden geen omzet hadden, tot en met € 1.000, tot en met € 5.000, of meer. Zonder btw, van de afgesloten maanden.',
    },
    departures: { name: 'Gestopte leden', what: 'Hoeveel leden stopten, en hoeveel van hen vertelden: eigen bedrijf, of betaald werk.' },
  },
  refusals: {
    notOpen: { what: 'Voor dit jaar kun je nu niet kiezen.', next: 'Kies een van de jaren op deze bladzijde.' },
  },
} as const
