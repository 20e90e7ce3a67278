/** Every word of the page on whose tips are. */
export const nl = {
  title: 'Van wie is fooi?',
  lead: 'Fooi van een marktdag is geen prijs. Jullie kiezen van wie hij is, en vanaf welke marktdag.',
  now: 'Nu',
  from: 'Vanaf {day}',
  none: 'Nog niet gekozen',
  owners: {
    member: 'Van het lid, bewaard door de coöperatie',
    turnover: 'Omzet van het lid',
    cooperative: 'Van de coöperatie',
  },
  explained: {
    member: 'De coöperatie bewaart de fooi en betaalt hem uit als dat mag. Hij wordt niet verdeeld.',
    turnover: 'De fooi telt als verkoop zonder btw. Hij wordt verdeeld volgens de afspraken van het lid.',
    cooperative: 'De fooi is inkomen van de coöperatie. Het lid ziet op de maandopgave hoeveel het was.',
  },
  waits: 'Zolang jullie niet kiezen, staat fooi op de rekening "Nog uit te zoeken". Dan kan de maand niet dicht.',
  doubtTitle: 'Dit is niet zeker',
  doubt: [
    'Fooi die niemand hoeft te geven, is volgens ons geen vergoeding en dus zonder btw. Vraag het je boekhouder.',
    'Fooi die een lid krijgt, kan inkomen zijn voor de uitkering en voor de belasting. Vraag het de gemeente.',
    'Staat er iets over fooi in jullie afspraken? Dan gaat dat voor.',
  ],
  how: 'Fooi van een dag die al geboekt is, blijft staan waar hij staat. De penningmeester kan hem overzetten bij Memoriaal.',
  fromField: 'Vanaf welke marktdag?',
  toField: 'Van wie is de fooi dan?',
  save: 'Bewaren',
}
