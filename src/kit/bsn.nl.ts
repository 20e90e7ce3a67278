export const nl = {
  found: {
    what: 'In je tekst staat een nummer dat een burgerservicenummer (BSN) kan zijn.',
    next: 'Haal het nummer weg. Opbloei mag geen BSN bewaren. De gemeente kent de persoon aan een eigen kenmerk.',
  },
}
