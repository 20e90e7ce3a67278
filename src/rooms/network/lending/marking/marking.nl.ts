/** Words for the network about agreements in the library. */
export const nl = {
  title: 'Afspraken in de bibliotheek',
  lead: 'Kies welke afspraken een model zijn voor anderen. Iedereen leest waarom.',
  library: 'Zo ziet een lezer het',
  columns: { title: 'Afspraak', source: 'Herkomst', mark: 'Model', review: 'Nakijken voor' },
  isModel: 'Model',
  overdue: 'Nakijken',
  empty: 'Er staat nog niets in de bibliotheek',
  emptyWhat: 'Een coöperatie kan haar afspraak uitlenen. Dan staat zij hier.',
  one: {
    lead: 'Lees de afspraak. Zeg dan of zij een model is.',
    why: 'Waarom is dit een model?',
    whyHint: 'Iedereen leest dit, met jouw naam en de dag erbij.',
    mark: 'Maak dit een model',
    unmarkWhy: 'Waarom is dit geen model meer?',
    unmark: 'Geen model meer',
    unmarkNote: 'Wie hiermee begon, krijgt bericht.',
    marked: 'Model sinds {day}, door {name}: {why}',
    reviewed: 'Nagekeken, het klopt nog',
  },
  refusals: {
    missing: { what: 'Deze afspraak staat niet in de bibliotheek.', next: 'Misschien is zij teruggehaald. Kijk in de lijst.' },
    isModel: { what: 'Dit is al een model.', next: 'Laad de pagina opnieuw om te zien wie dat zei.' },
    noModel: { what: 'Dit is geen model.', next: 'Laad de pagina opnieuw om te zien hoe het staat.' },
  },
}
