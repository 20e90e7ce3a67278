/** Words around a question and its answer. */
export const nl = {
  refusals: {
    missing: { what: 'Deze vraag is er niet.', next: 'Ga terug naar de lijst en kies opnieuw.' },
    dayOver: { what: 'De laatste dag is al voorbij.', next: 'Kies een dag vanaf morgen.' },
    ownQuestion: { what: 'Deze vraag stelde je eigen kant.', next: 'De andere kant geeft antwoord. Je krijgt daar bericht van.' },
    notYours: { what: 'Deze vraag stelde de andere kant.', next: 'Geef antwoord. Dan is de vraag klaar.' },
    over: { what: 'Deze vraag is al klaar.', next: 'Open de bladzijde opnieuw om te lezen wat er is gezegd.' },
  },
  asked: 'Gevraagd op {at}',
  lastDay: 'Antwoord kan tot en met {day}',
  late: 'De laatste dag was {day}. Antwoord geven kan nog steeds.',
  question: 'Vraag',
  answer: 'Antwoord',
  noAnswer: 'Nog geen antwoord.',
  withdrawn: 'De vraag is gesloten zonder antwoord, op {at}.',
  evidence: 'Bewijs bij het antwoord',
  yourAnswer: 'Jouw antwoord',
  yourEvidence: 'Foto of pdf erbij',
  send: 'Antwoord versturen',
  close: 'Antwoord is niet meer nodig',
  standings: { waiting: 'wacht op antwoord', late: 'te laat, wacht nog', answered: 'beantwoord', closed: 'gesloten' },
}
