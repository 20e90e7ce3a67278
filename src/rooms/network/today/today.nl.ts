/** Every word of where somebody of the network begins. */
export const nl = {
  title: 'Wat wacht op ons?',
  nothing: 'Er wacht nu niets op ons.',
  late: { one: '1 aanvraag is te laat.', more: '{count} aanvragen zijn te laat.' },
  inTime: 'Niets is te laat.',
  figures: {
    inquiries: ['aanvraag wacht', 'aanvragen wachten'],
    questions: ['vraag van wie meedoet', 'vragen van wie meedoet'],
    calls: ['coöperatie om te bellen', 'coöperaties om te bellen'],
    begins: ['wil beginnen en wacht op ons', 'willen beginnen en wachten op ons'],
    entries: ['vermelding is oud', 'vermeldingen zijn oud'],
  },
  first: 'Het eerst aan de beurt',
  firstNote: '{what}, van {from}. Antwoord uiterlijk {day}.',
  firstNone: 'Er wacht geen aanvraag.',
  all: 'Alle aanvragen',
  who: 'Wie doen er mee?',
  kinds: { cooperative: 'Sociale coöperaties', municipality: 'Gemeenten', partner: 'Partners' },
  count: '{kind} ({count})',
  columns: { name: 'Naam', since: 'Doet mee sinds' },
  note: 'Je ziet geen leden en geen geld van een coöperatie: die gegevens zijn van haar.',
}
