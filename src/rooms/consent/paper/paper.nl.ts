/** The words of a consent that was taken over from paper; the pages of the municipality are Dutch only. */
export const nl = {
  taken: 'Aanvraag en besluit op papier',
  takenOn: 'Overgenomen door de coöperatie op {day}',
  waits: 'Overgenomen van papier, nog niet bevestigd door de gemeente',
  waitsText: 'De coöperatie schreef dit over uit het besluit op papier. De gemeente kijkt nog na of het klopt. Tot die tijd geldt wat hier staat.',
  corrected: 'Besluit van {on}. {from} tot en met {until}. {pay}. Kosten: {kinds}.',
}

/** Words that only the case manager reads. */
export const office = {
  title: 'Klopt deze toestemming van {member}?',
  lead: '{cooperative} nam dit over van een besluit op papier. Leg het naast jullie eigen besluit.',
  says: 'Zo staat het er nu',
  decidedOn: 'Dag van het besluit',
  right: 'Klopt',
  rightText: 'Alles is zoals in jullie besluit. Het lid en de begeleider krijgen bericht.',
  wrong: 'Klopt niet',
  wrongText: 'Schrijf wat er in jullie besluit staat. Wat de coöperatie overnam, blijft te lezen.',
  from: 'Vanaf',
  until: 'Tot en met',
  ground: 'Grond',
  costKinds: 'Deze kosten tellen mee',
  payOut: 'Uitbetalen mag',
  payOutHint: 'Niet aangekruist: er wordt niets uitbetaald.',
  note: 'Wil je er iets bij zeggen?',
  noteHint: 'Het lid en de coöperatie lezen dit.',
  correct: 'Bekijk de verbetering',
  settled: 'Hier is al op geantwoord. Verandert er iets? Dan kun je de toestemming stilzetten of intrekken.',
  list: 'Overgenomen van papier: klopt het?',
  same: { what: 'Je hebt niets veranderd.', next: 'Klopt alles? Kies dan Klopt. Klopt iets niet? Verander dat eerst.' },
}
