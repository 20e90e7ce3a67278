/** Every Dutch word of asking each other about a request. */
export const nl = {
  title: 'Vragen over deze aanvraag',
  lead: {
    municipal:
      'Vraag het hier, niet per e-mail. Dit is een gewone vraag: de termijn van het besluit loopt door. Ontbreekt er iets? Vraag dan om meer gegevens.',
    others: 'Vraag het hier, niet per e-mail. De klantmanager leest het. De termijn van het besluit loopt gewoon door.',
  },
  back: 'De aanvraag',
  link: 'Vragen over deze aanvraag',
  ask: { municipal: 'Wat wil je van het lid weten?', others: 'Wat wil je van de gemeente weten?' },
  hint: 'Schrijf geen burgerservicenummer en niets over gezondheid.',
  send: 'Verstuur de vraag',
  none: 'Er is nog niets gevraagd.',
  refusals: {
    missing: { what: 'Deze vraag is er niet.', next: 'Ga terug naar de aanvraag.' },
    notSent: { what: 'Deze aanvraag is nog niet verstuurd.', next: 'Verstuur de aanvraag eerst. Daarna kun je vragen stellen.' },
  },
}
