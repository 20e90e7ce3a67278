import { type Model, provision as p } from '../papers.rules.ts'

/** What residents are told about their data by the municipality (AVG 13 and 14). */
export const townPrivacy: Model = {
  code: 'gemeente-privacy',
  title: 'Privacyverklaring van de gemeente',
  about: 'Wat inwoners lezen die meedoen bij een sociale coöperatie. Zet haar bij jullie andere verklaringen.',
  check: 'Leg dit voor aan jullie functionaris gegevensbescherming.',
  versions: [],
  provisions: [
    p(
      'wie',
      'Wie wij zijn',
      'De gemeente {gemeenteNaam}, afdeling {afdeling}, is verantwoordelijk voor de gegevens die wij zelf bewaren. Vragen? Mail {gegevensMail}. Onze functionaris gegevensbescherming: {fgMail}.',
      'Iedereen moet weten bij wie hij terechtkan.',
      'AVG 13 en 37',
    ),
    p(
      'wat',
      'Welke gegevens',
      'Wij bewaren je aanvraag, ons besluit, de voorwaarden en de opgaven. Wij krijgen geen namen van klanten en geen verslagen van gesprekken met je begeleider.',
      'Vraag niet meer dan nodig is.',
      'AVG 5; Participatiewet 53a',
    ),
    p(
      'waarom',
      'Waarom wij dat mogen',
      'Wij hebben de gegevens nodig om te besluiten en om je uitkering goed vast te stellen. Dat is een taak uit de wet. Wij vragen je daarvoor geen toestemming in de zin van de AVG.',
      'Wie een uitkering heeft, kan niet vrij nee zeggen tegen de gemeente.',
      'AVG 6 lid 1 onder e; Participatiewet 7',
      { toCheck: true },
    ),
    p(
      'soco',
      'Wat de coöperatie krijgt',
      '{socoNaam} leest ons besluit, voor zover dat over jouw meedoen gaat. Wij geven haar je burgerservicenummer niet.',
      'De coöperatie heeft een eigen verantwoordelijkheid voor haar leden.',
      'UAVG 46',
    ),
    p(
      'hulp',
      'Wie ons helpt',
      'Opbloei draait bij {wieHost}. Met die partij is afgesproken hoe zij met gegevens omgaat.',
      'Wie gegevens voor jullie verwerkt, heeft een verwerkersovereenkomst nodig.',
      'AVG 28',
    ),
    p(
      'bewaren',
      'Hoe lang wij bewaren',
      'Wij bewaren je dossier zo lang als de selectielijst voor gemeenten zegt. Daarna vernietigen wij het.',
      'Een gemeente vernietigt volgens een vastgestelde lijst.',
      'Archiefwet',
      { toCheck: true },
    ),
    p(
      'rechten',
      'Wat jij kunt vragen',
      'Je kunt vragen wat wij van je hebben en het laten verbeteren. In Opbloei zie je wie naar je gegevens keek. Ben je het niet met ons eens? Je kunt een klacht sturen naar de Autoriteit Persoonsgegevens.',
      'Deze rechten staan in de wet.',
      'AVG 15 tot en met 22 en 77',
    ),
  ],
}

/** The lines that a municipality adds to its record of processing (AVG 30). */
export const townRecord: Model = {
  code: 'gemeente-verwerkingen',
  title: 'Regels voor het register van verwerkingen',
  about: 'Wat jullie toevoegen aan het register van de gemeente. Alleen voor jullie zelf en de toezichthouder.',
  check: 'Overleg met jullie functionaris gegevensbescherming of een DPIA nodig is.',
  versions: [],
  provisions: [
    p(
      'kop',
      'Verantwoordelijke',
      'Gemeente {gemeenteNaam}, afdeling {afdeling}. Functionaris: {fgMail}. Verwerker: {wieHost}.',
      'Het register noemt wie verantwoordelijk is.',
      'AVG 30',
    ),
    p(
      'toestemming',
      'Toestemming om mee te doen',
      '- Van wie: inwoners met een uitkering die willen meedoen.\n- Wat: aanvraag, plan, besluit, voorwaarden, bezwaar.\n- Grond: taak uit de Participatiewet.\n- Wie krijgt het: {socoNaam} leest het besluit.\n- Bewaren: volgens de selectielijst.',
      'Elke verwerking heeft een doel en een grond.',
      'Participatiewet 7 en 9; AVG 30',
    ),
    p(
      'opgaven',
      'Opgaven',
      '- Van wie: inwoners met een toestemming.\n- Wat: omzet, aanvaarde kosten, resultaat, uitbetaling; {opgaveRitme}.\n- Grond: vaststellen van de uitkering.\n- Wie krijgt het: niemand buiten de gemeente.\n- Bewaren: volgens de selectielijst.',
      'De inwoner ziet de opgave eerst zelf.',
      'Participatiewet 17 en 53a; AVG 30',
    ),
    p(
      'inzage',
      'Wie keek waar',
      '- Van wie: inwoners en eigen medewerkers.\n- Wat: wie welk dossier opende, wanneer.\n- Grond: beveiliging en verantwoording.\n- Wie krijgt het: de inwoner zelf.\n- Bewaren: vijf jaar.',
      'Opbloei schrijft elke inzage op.',
      'AVG 5 lid 2 en 32',
    ),
    p(
      'beveiliging',
      'Beveiliging',
      '- Iedereen heeft een eigen inlog met een tweede stap.\n- Een klantmanager opent alleen eigen dossiers.\n- Burgerservicenummers staan er niet in.',
      'Passende beveiliging is een plicht; voor gemeenten geldt de BIO.',
      'AVG 32',
    ),
  ],
}

/** What a municipality tells its contractors about buying from the cooperative. */
export const townProcurement: Model = {
  code: 'gemeente-inkopen',
  title: 'Verklaring over sociaal inkopen',
  about: 'Wat de gemeente aan opdrachtnemers en collega’s zegt over kopen bij de coöperatie.',
  check: 'De inkoper van de gemeente beslist. Leg dit naast jullie eigen beleid voor social return.',
  versions: [],
  provisions: [
    p(
      'wie',
      'Bij wie',
      '{socoNaam} is een sociale coöperatie. De gemeente {gemeenteNaam} werkt met haar samen. Leden doen onder meer dit werk: {werkSoort}',
      'Een opdrachtnemer wil weten bij wie hij koopt.',
      'BW 2:53',
    ),
    p(
      'telt',
      'Of het meetelt',
      'Koopt een opdrachtnemer hier, dan telt {telling} mee voor social return.',
      'De gemeente stelt zelf vast wat meetelt. Zeg het vóór de opdracht.',
      null,
      { when: { telling: ['bedrag', 'deel'] } },
    ),
    p(
      'teltNiet',
      'Of het meetelt',
      'Een aankoop bij de coöperatie telt bij de gemeente niet mee voor social return. Kopen mag natuurlijk wel.',
      'Duidelijk vooraf is beter dan een verschil achteraf.',
      null,
      { when: { telling: 'nee' } },
    ),
    p(
      'zelf',
      'De gemeente als klant',
      'Ook de gemeente koopt bij de coöperatie, binnen haar eigen inkoopbeleid.',
      'Voor kleine bedragen mag een gemeente vaak één partij vragen; haar eigen beleid zegt tot hoeveel.',
      'Aanbestedingswet 2012 1.4',
      { toCheck: true, when: { koopt: 'ja' } },
    ),
    p(
      'mensen',
      'Niets over personen',
      'Niemand hoeft te zeggen wie van de leden een uitkering heeft. Een factuur van de coöperatie is genoeg bewijs.',
      'Dat iemand een uitkering heeft, gaat een opdrachtnemer niet aan.',
      'AVG 5',
      { blanks: ['Namens de gemeente, naam en dag'] },
    ),
  ],
}
