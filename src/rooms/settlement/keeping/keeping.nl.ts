/** Every word of the page on how pots stand in the books. */
export const nl = {
  title: 'Hoe staan de potten in de boeken?',
  lead: 'Voor leden verandert er niets: wat in een pot zit, blijft erin. Deze keuze gaat over de jaarrekening.',
  kinds: { obligation: 'Een schuld aan de leden', reserve: 'Een bestemde reserve van de coöperatie' },
  explained: {
    obligation: 'De coöperatie is het geld aan haar leden verplicht. Het telt niet mee als eigen vermogen.',
    reserve: 'Het geld is van de coöperatie zelf, met een vaste bestemming. Het telt mee als eigen vermogen.',
  },
  now: 'In {year}',
  next: 'Vanaf 1 januari {year}',
  year: 'Vanaf welk boekjaar?',
  kept: 'Hoe staan de potten dan in de boeken?',
  save: 'Bewaren',
  how: 'Vraag je accountant of boekhouder wat bij jullie statuten past. Als december wordt afgesloten, zet Opbloei wat in de potten zit over, op 1 januari.',
  refusals: {
    year: { what: 'Dit boekjaar kun je niet kiezen.', next: 'Kies het volgende boekjaar.' },
    begun: { what: 'Er is al geboekt in dit boekjaar.', next: 'Kies vanaf {year}.' },
  },
}
