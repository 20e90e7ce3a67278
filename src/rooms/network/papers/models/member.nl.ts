import { type Model, provision as p } from '../papers.rules.ts'

const parties = p(
  'partijen',
  'Wie dit afspreken',
  '{volledigeNaam}, gevestigd in {plaats}, hierna: de coöperatie, en het lid dat hieronder staat.',
  'Een overeenkomst noemt wie haar sluiten.',
  'BW 2:53',
  { blanks: ['Naam van het lid', 'Lidnummer'] },
)
const signing = p('tekenen', 'Tekenen', 'Getekend door beide kanten, elk op een eigen dag.', 'Wie niet tekent, is niet gebonden.', null, {
  blanks: ['Namens de coöperatie, naam en dag', 'Het lid, naam en dag'],
})

/** What the cooperative and one member agree. */
export const memberAgreement: Model = {
  code: 'ledenovereenkomst',
  title: 'Ledenovereenkomst',
  about: 'De afspraak tussen coöperatie en lid. Hoe het geld wordt verdeeld, komt uit jullie eigen afspraken in Opbloei.',
  check: 'Laat een jurist meelezen over de voorbehouden (BW 2:59) en over wat de Belastingdienst van de budgetten vindt.',
  versions: [{ version: 2, why: 'Het voorbehoud voor wijzigingen noemt nu zelf wat er mag veranderen. De wet vraagt dat in de overeenkomst zelf (BW 2:59).' }],
  provisions: [
    parties,
    p(
      'handel',
      'Werken onder de coöperatie',
      'Het lid werkt onder een eigen handelsnaam. De coöperatie is de verkoper: zij stuurt de factuur, met haar eigen nummers en btw.\nHet lid heeft geen arbeidsovereenkomst met de coöperatie.',
      'Voor de klant en de Belastingdienst is er één verkoper.',
      'BW 2:53',
    ),
    p(
      'toestemming',
      'Eerst toestemming',
      'Heeft het lid een uitkering van de gemeente, dan begint het werk pas na haar besluit op schrift, en binnen de voorwaarden daarvan.',
      'Toestemming is een besluit per persoon. Het lid blijft zelf verplicht om veranderingen te melden.',
      'Participatiewet 17',
    ),
    p(
      'zonder',
      'Leden zonder uitkering',
      'Voor een lid zonder uitkering gelden de eigen voorwaarden die het bestuur daarvoor heeft vastgesteld.',
      'Zonder uitkering is er geen besluit van een gemeente. Wat je krijgt, telt dan voor de belasting.',
      null,
      { when: { anderen: 'ja' } },
    ),
    p(
      'verdelen',
      'Hoe het geld wordt verdeeld',
      'De opbrengst van het werk wordt verdeeld volgens deze artikelen.',
      'Dit zijn jullie eigen afspraken, zoals ze in Opbloei staan. Zij tellen, en niet een percentage in een ander stuk.',
      'BW 2:59',
      { from: 'member' },
    ),
    p(
      'budget',
      'Van wie het budget is',
      'Het budget is bestemd voor het bedrijf en de groei van het lid. Het is eigendom van de coöperatie. Het lid kan er niet vrij over beschikken.\nOver elke besteding beslist een ander dan het lid.',
      'Geld waarover iemand vrij kan beschikken, is een middel. Dan verlaagt het de uitkering.',
      'Participatiewet 31 lid 1',
    ),
    p(
      'wijzigen',
      'Veranderen',
      'De coöperatie kan deze overeenkomst met een besluit veranderen, als zij dat op schrift laat weten.',
      'Een besluit alleen is niet genoeg: de overeenkomst moet het zelf zeggen.',
      'BW 2:59',
      { until: 2 },
    ),
    p(
      'wijzigen',
      'Veranderen',
      'Deze overeenkomst verandert alleen als het lid tekent.\nEén uitzondering: staat bij de artikelen over verdelen dat een getal is voorbehouden, dan mag de coöperatie precies dat getal veranderen met een besluit van de ledenvergadering. Dat geldt pas na een bericht op schrift aan het lid en na de termijn die daar staat.',
      'De wet wil dat het voorbehoud duidelijk in deze overeenkomst staat. Een verwijzing naar statuten of reglement telt niet.',
      'BW 2:59',
      { since: 2 },
    ),
    p(
      'opzeggen',
      'Opzeggen',
      'Het lid kan altijd opzeggen, met {opzegging} maanden. Werk dat al is begonnen, wordt netjes afgemaakt of overgedragen.',
      'Een lid mag niet vastzitten.',
      'BW 2:60',
    ),
    signing,
  ],
}

/** What is agreed with somebody who tries whether it fits. */
export const trialAgreement: Model = {
  code: 'proefovereenkomst',
  title: 'Proefovereenkomst',
  about: 'Voor wie een tijd wil kijken of de coöperatie past. Kort, en zonder verplichting om lid te worden.',
  check: 'Vraag de gemeente of haar toestemming ook voor de proeftijd geldt. Er hoeft geen notaris naar te kijken.',
  versions: [],
  provisions: [
    { ...parties, heading: 'Wie meedoet op proef' },
    p(
      'duur',
      'Hoe lang',
      'De proeftijd duurt {proef} maanden. Beide kanten kunnen elke dag stoppen, zonder reden.',
      'Proberen mag niets kosten. Dit is geen proefplaats van de gemeente; die heeft een eigen termijn.',
      'Participatiewet 8a lid 2',
      { blanks: ['Begint op', 'Eindigt op'] },
    ),
    p(
      'samen',
      'Wat we van elkaar verwachten',
      '- Het proeflid komt bij de vergadering van leden.\n- Een begeleider praat ten minste twee keer met het proeflid.\n- Aan het eind beslist {toelating} over het lidmaatschap.',
      'Dan weet iedereen wanneer er wordt beslist, en door wie.',
    ),
    p(
      'verkopen',
      'Verkopen in de proeftijd',
      'Verkopen mag pas als de gemeente daarvoor toestemming gaf, of als het proeflid geen uitkering van de gemeente heeft.',
      'De toestemming gaat over het werk, niet over het lidmaatschap.',
      'Participatiewet 17',
    ),
    p(
      'budgetten',
      'Geld van de proeftijd',
      'Wat in de proeftijd wordt verdiend, wordt verdeeld zoals bij een lid. Wordt iemand geen lid, dan geldt de vertrekovereenkomst.',
      'Het werk van een proeflid is net zoveel waard.',
    ),
    signing,
  ],
}

/** What is agreed when a member leaves (BW 2:60). */
export const exitAgreement: Model = {
  code: 'vertrekovereenkomst',
  title: 'Vertrekovereenkomst',
  about: 'Voor een lid dat stopt: wat er gebeurt met budget, spullen, klanten en gegevens.',
  check: 'Laat een jurist meelezen zodra er geld naar het oud-lid gaat. De gemeente geeft eerst op schrift antwoord.',
  versions: [],
  provisions: [
    parties,
    p(
      'dag',
      'Laatste dag',
      'Het lidmaatschap eindigt op de dag hieronder. Werk tot en met die dag wordt verdeeld volgens de ledenovereenkomst.',
      'De dag bepaalt welke afspraak geldt.',
      'BW 2:60',
      { blanks: ['Laatste dag', 'Reden, als het lid die wil geven'] },
    ),
    p(
      'blijft',
      'Het budget',
      'Wat over is van het budget, gaat naar de gezamenlijke opleidingspot.',
      'Er wordt niets uitbetaald, dus er ontstaat geen inkomen.',
      'Participatiewet 31',
      { when: { pot: 'blijft' } },
    ),
    p(
      'spullen',
      'Het budget',
      'Het oud-lid krijgt gereedschap en voorraad die uit het budget zijn betaald, volgens de lijst hieronder. De overdracht gebeurt pas na een antwoord van de gemeente op schrift.',
      'Inkomen in natura telt voor de waarde die iemand ervoor opgaf. De gemeente beslist.',
      'Participatiewet 33 lid 1',
      { when: { pot: 'spullen' }, blanks: ['Spullen die meegaan', 'Dag van het antwoord van de gemeente'] },
    ),
    p(
      'gemeente',
      'Het budget',
      'Wat over is van het budget, gaat naar de gemeente {gemeente}.',
      'Wat de gemeente krijgt, kan zij later niet terugvragen.',
      'Participatiewet 58',
      { when: { pot: 'gemeente' } },
    ),
    p(
      'uitbetaling',
      'Het budget',
      'Wat over is van het budget, wordt uitbetaald nadat de gemeente {gemeente} op schrift heeft geantwoord hoe zij het telt. Zonder dat antwoord wordt niets uitbetaald.',
      'Uitgesteld inkomen telt in de maanden waarin het is verdiend. De gemeente kan het terugvragen, ook later.',
      'Participatiewet 32 lid 2 en 58 lid 2',
      { when: { pot: 'uitbetaling' }, blanks: ['Dag en kenmerk van het antwoord van de gemeente'] },
    ),
    p(
      'klanten',
      'Klanten en werk dat loopt',
      'De coöperatie maakt lopend werk af, of draagt het over als klant en oud-lid dat willen.',
      'Een klant mag niet merken dat er iets misgaat.',
    ),
    p(
      'gegevens',
      'Gegevens',
      'Het oud-lid krijgt de eigen gegevens als bestand mee. De coöperatie bewaart de boekhouding zeven jaar, en de rest niet langer dan nodig.',
      'Iedereen heeft recht op een kopie van de eigen gegevens.',
      'AVG 15 en 20; AWR 52',
      { toCheck: true },
    ),
    signing,
  ],
}
