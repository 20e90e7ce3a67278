import { type Model, provision as p } from '../papers.rules.ts'

/** What people are told about their data (AVG 13 and 14). */
export const privacyStatement: Model = {
  code: 'privacyverklaring',
  title: 'Privacyverklaring',
  about: 'Wat jullie leden, klanten en bezoekers vertellen over hun gegevens. Zet haar op jullie website.',
  check: 'Laat iemand die de AVG kent meelezen, en overleg met de gemeente wie waarvoor verantwoordelijk is.',
  versions: [],
  provisions: [
    p(
      'wie',
      'Wie wij zijn',
      '{volledigeNaam} in {plaats} is verantwoordelijk voor de gegevens van haar leden en klanten. Vragen? Mail {privacymail}.',
      'Iedereen moet weten bij wie hij terecht kan.',
      'AVG 13',
    ),
    p(
      'leden',
      'Gegevens van leden',
      'Wij bewaren naam, adres, hoe wij je bereiken, je lidnummer, je afspraken en wat je verkoopt.\nWij vragen je burgerservicenummer niet. Over gezondheid schrijven wij niets op.',
      'Vraag niet meer dan nodig is. Het nummer mag een coöperatie niet gebruiken.',
      'AVG 5 en 9; UAVG 46',
    ),
    p(
      'waarom',
      'Waarom wij dat mogen',
      'Wij hebben de gegevens nodig voor de ledenovereenkomst en de facturen, en omdat de wet een administratie vraagt.\nWij vragen je geen toestemming waar je geen nee kunt zeggen.',
      'Toestemming is een zwakke grond als iemand afhankelijk is.',
      'AVG 6',
    ),
    p(
      'gemeente',
      'Wat de gemeente krijgt',
      'De gemeente {gemeente} krijgt {opgave} een opgave per lid met een uitkering. Het lid kijkt haar eerst na en verstuurt haar zelf. Klanten en gesprekken staan er niet in.',
      'Ook de gemeente mag alleen vragen wat nodig is.',
      'Participatiewet 53a',
    ),
    p(
      'klanten',
      'Gegevens van klanten',
      'Wij bewaren wat op een factuur hoort: naam, adres en wat je kocht.',
      'De wet zegt wat op een factuur staat.',
      'Wet OB 35a',
      { toCheck: true },
    ),
    p(
      'hulp',
      'Wie ons helpt',
      'Opbloei draait bij {host}. Met die partij hebben wij afgesproken hoe zij met gegevens omgaat.',
      'Wie gegevens voor jullie verwerkt, heeft een verwerkersovereenkomst nodig.',
      'AVG 28',
    ),
    p(
      'bewaren',
      'Hoe lang wij bewaren',
      'De boekhouding zeven jaar. Een aanmelding die niet is verstuurd, twee weken. Al het andere niet langer dan nodig.',
      'Wat er niet meer is, kan ook niet lekken.',
      'AVG 5; AWR 52',
      { toCheck: true },
    ),
    p(
      'rechten',
      'Wat jij kunt vragen',
      'Je kunt vragen wat wij van je hebben, het laten verbeteren of laten wissen, en er een kopie van krijgen. Je ziet in Opbloei wie er naar je gegevens keek.\nBen je het niet met ons eens? Je kunt een klacht sturen naar de Autoriteit Persoonsgegevens.',
      'Deze rechten staan in de wet.',
      'AVG 15 tot en met 22',
    ),
  ],
}

/** The record of processing (AVG 30). */
export const processingRecord: Model = {
  code: 'verwerkingsregister',
  title: 'Register van verwerkingen',
  about: 'Een lijst van wat jullie met gegevens doen, waarom en hoe lang. Alleen voor jullie zelf en de toezichthouder.',
  check: 'Loop het elk jaar door. Bij een nieuwe soort gegevens eerst: schat het risico in (DPIA).',
  versions: [],
  provisions: [
    p(
      'kop',
      'Verantwoordelijke',
      '{volledigeNaam}, {plaats}. Contact: {privacymail}. Verwerker: {host}.',
      'Het register noemt wie verantwoordelijk is.',
      'AVG 30',
    ),
    p(
      'ledenadministratie',
      'Ledenadministratie',
      '- Van wie: leden, proefleden en oud-leden.\n- Wat: naam, bereikbaarheid, lidnummer, data van begin en eind.\n- Grond: overeenkomst en wet.\n- Wie krijgt het: niemand buiten de coöperatie.\n- Bewaren: twee jaar na vertrek; wat in de boeken staat zeven jaar.',
      'Een ledenregister hoort bij een coöperatie.',
      'BW 2:61; AVG 30',
      { toCheck: true },
    ),
    p(
      'boekhouding',
      'Verkoop en boekhouding',
      '- Van wie: leden en klanten.\n- Wat: offertes, facturen, bonnen, boekingen.\n- Grond: wet.\n- Wie krijgt het: Belastingdienst, als zij erom vraagt.\n- Bewaren: zeven jaar.',
      'De wet vraagt een administratie.',
      'AWR 52',
      { toCheck: true },
    ),
    p(
      'opgaven',
      'Opgaven aan de gemeente',
      '- Van wie: leden met een uitkering.\n- Wat: omzet, kosten, resultaat, uitbetaling, per periode: {opgave}.\n- Grond: de plicht van het lid om te melden; het lid verstuurt zelf.\n- Wie krijgt het: de gemeente {gemeente}.\n- Bewaren: zeven jaar.',
      'Elke verstrekking heeft een doel en een grond.',
      'Participatiewet 17; AVG 30',
    ),
    p(
      'begeleiding',
      'Begeleiding',
      '- Van wie: leden.\n- Wat: doelen, stappen, afspraken. Geen diagnoses.\n- Grond: overeenkomst.\n- Wie krijgt het: de eigen begeleider, en het lid zelf.\n- Bewaren: een jaar na vertrek.',
      'Aantekeningen van een begeleider zijn niet voor gemeente of bestuur.',
      'AVG 9 en 30',
    ),
    p(
      'beveiliging',
      'Hoe wij het beveiligen',
      '- Iedereen heeft een eigen inlog en ziet alleen wat bij de rol hoort.\n- Elke inzage wordt opgeschreven; het lid kan dat lezen.\n- Wie voor de coöperatie werkt, heeft een tweede stap bij het inloggen.',
      'Passende beveiliging is een plicht.',
      'AVG 32',
    ),
  ],
}
