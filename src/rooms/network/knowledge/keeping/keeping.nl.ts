/** Every Dutch word of keeping what the network knows; only the network reads them. */
export const nl = {
  title: 'Kennis bijhouden',
  lead: 'Bovenaan staat wat je moet nakijken. Daaronder wat lezers het minst helpt.',
  write: 'Nieuw antwoord',
  network: 'Netwerk',
  columns: { item: 'Antwoord', review: 'Nakijken voor', yes: 'Nuttig', no: 'Niet nuttig' },
  late: '{day}, te laat',
  counted: 'De telling gaat over de laatste {days} dagen. We bewaren per mening alleen de dag.',
} as const
