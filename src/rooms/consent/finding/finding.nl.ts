/** Words of looking for a case; only the case manager does, in Dutch. */
export const finding = {
  label: 'Zoek een inwoner',
  hint: 'Op naam of op kenmerk.',
  button: 'Zoeken',
  all: 'Toon alles',
  one: 'Eén gevonden.',
  found: '{n} gevonden.',
  none: 'Er is niets gevonden met “{searched}”. Je ziet alleen je eigen zaken, en die van nog niemand zijn.',
  reference: 'Kenmerk',
}
