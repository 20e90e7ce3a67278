import type { ListPath } from './filters.rules.ts'

/** The words of filters that somebody keeps. */
export const nl = {
  title: 'Bewaarde filters',
  lead: 'Wat je vaak bekijkt, staat als link boven de lijst. Alleen jij ziet jouw filters, in deze rol.',
  mine: 'Jouw filters',
  keep: 'Bewaar dit filter',
  all: 'Filters beheren',
  name: 'Naam van het filter',
  nameHint: 'Bijvoorbeeld: bonnen van oktober.',
  save: 'Bewaren',
  rename: 'Naam wijzigen',
  remove: 'Weghalen',
  columns: { name: 'Filter', list: 'Lijst', go: 'Wijzigen' },
  lists: {
    '/facturen': 'Facturen',
    '/bonnen': 'Bonnetjes',
    '/bank': 'Bank',
    '/leden': 'Leden',
    '/klantmanager': 'Mijn bureau',
    '/grootboek': 'Grootboek',
  } as Record<ListPath, string>,
  empty: 'Je bewaarde nog geen filter',
  emptyText: 'Kies in een lijst wat je wilt zien. Druk daarna op “Bewaar dit filter”.',
  refusals: {
    noList: { what: 'Van deze lijst kun je geen filter bewaren.', next: 'Ga terug en kies een andere lijst.' },
    nothingAsked: { what: 'Er is niets gekozen om te bewaren.', next: 'Kies eerst in de lijst wat je wilt zien.' },
    tooMany: { what: 'Je bewaarde al {most} filters van deze lijst.', next: 'Haal er eerst een weg.' },
    thereAlready: { what: 'Je hebt al een filter met deze naam.', next: 'Kies een andere naam.' },
    missing: { what: 'Dit filter is er niet.', next: 'Ga terug naar je filters.' },
  },
}
