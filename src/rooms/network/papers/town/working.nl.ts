import { type Model, provision as p } from '../papers.rules.ts'

/** The agreement from the side of a municipality, with the bounds from the house. */
export const townCooperation: Model = {
  code: 'gemeente-samenwerking',
  title: 'Samenwerkingsovereenkomst van de gemeente',
  about: 'De afspraak met een coöperatie, geschreven vanuit de gemeente. De grenzen komen uit de afspraak die in Opbloei staat.',
  check: 'Laat jullie jurist meelezen. Bij geld van de gemeente ook de inkoper of wie over subsidie gaat.',
  versions: [],
  provisions: [
    p(
      'partijen',
      'Wie dit afspreken',
      'De gemeente {gemeenteNaam}, afdeling {afdeling}, en {socoNaam}. Namens de gemeente tekent {tekenaar}.',
      'Een gemeente wordt vertegenwoordigd door de burgemeester; het college besluit.',
      'Gemeentewet 160 en 171',
      { toCheck: true },
    ),
    p(
      'waarom',
      'Waarom de gemeente dit doet',
      'De gemeente helpt inwoners om mee te doen en werk te vinden. Bij de coöperatie doen inwoners dit werk: {werkSoort}',
      'De gemeente kan de coöperatie zien als een voorziening naar werk.',
      'Participatiewet 7, 9 en 10',
    ),
    p(
      'besluit',
      'Per inwoner een besluit',
      'De gemeente beslist per inwoner, op schrift, met voorwaarden, een begin en een eind. Deze overeenkomst vervangt dat besluit niet.',
      'Tegen een besluit kan iemand bezwaar maken. Tegen een overeenkomst van anderen niet.',
      'Awb 1:3, 4:13 en 6:7',
    ),
    p(
      'grenzen',
      'Grenzen voor de verdeling',
      'Voor de verdeling van geld gelden deze grenzen.',
      'Zo weet de gemeente vooraf hoe geld wordt verdeeld, en hoeft zij niet per lid te onderhandelen.',
      'BW 2:59',
      { from: 'cooperation' },
    ),
    p(
      'middelen',
      'Het budget van een lid',
      'Partijen gaan ervan uit dat een lid niet vrij kan beschikken over zijn budget, en dat het daarom geen middel is zolang er niets wordt uitbetaald. Zegt een rechter of wet iets anders, dan overleggen partijen meteen.',
      'De wet noemt de coöperatie niet. Schrijf het dus op.',
      'Participatiewet 31 lid 1',
      { toCheck: true },
    ),
    p(
      'opgave',
      'Wat de gemeente krijgt',
      'De gemeente krijgt {opgaveRitme} per lid een opgave: omzet, aanvaarde kosten, resultaat en wat is uitbetaald. Zij vraagt geen namen van klanten en geen verslagen van gesprekken.',
      'De gemeente vraagt niet meer dan nodig is. Te laat is te laat: verrekenen kan tot zes maanden terug.',
      'Participatiewet 53a en 58 lid 4',
    ),
    p(
      'bsn',
      'Geen burgerservicenummer',
      'De gemeente geeft per inwoner een eigen kenmerk aan de coöperatie. Zij geeft geen burgerservicenummer.',
      'De coöperatie mag dat nummer niet gebruiken.',
      'UAVG 46; Wabb 10',
    ),
    p(
      'subsidie',
      'Subsidie',
      'De gemeente geeft subsidie. Bedrag, doel en verantwoording staan in een apart besluit.',
      'Een subsidie is een besluit en geen deel van een overeenkomst.',
      'Awb 4:21',
      { toCheck: true, when: { bijdrageStad: 'subsidie' } },
    ),
    p(
      'opdracht',
      'Opdracht',
      'De gemeente geeft een opdracht. Werk, prijs en btw staan in een aparte opdracht, na toetsing aan het eigen inkoopbeleid.',
      'Een betaalde opdracht kan onder de regels voor aanbesteden vallen.',
      'Aanbestedingswet 2012',
      { toCheck: true, when: { bijdrageStad: 'opdracht' } },
    ),
    p(
      'duur',
      'Hoe lang',
      'Deze overeenkomst duurt {jaren} jaar. Elk jaar kijken partijen samen hoe het gaat. Uiterlijk drie maanden voor het eind beslissen zij of zij verdergaan.',
      'Een eind met een dag voorkomt dat inwoners ineens zonder afspraak zitten.',
      null,
      { blanks: ['Begint op', 'Namens de gemeente, naam en dag', 'Namens de coöperatie, naam en dag'] },
    ),
  ],
}

/** What a municipality and a resident agree about a trial. */
export const townTrial: Model = {
  code: 'gemeente-proef',
  title: 'Afspraak over een proef',
  about: 'Wat een inwoner, de gemeente en de coöperatie afspreken als iemand eerst op proef meedoet.',
  check: 'Laat jullie jurist kijken of een proef bij jullie onder een besluit valt. Dan hoort er een brief bij.',
  versions: [],
  provisions: [
    p(
      'wie',
      'Wie doet mee',
      'Deze proef is bij {socoNaam}. De gemeente {gemeenteNaam} vindt het goed dat de inwoner op proef meedoet.',
      'Iedereen weet bij wie hij terechtkan.',
      null,
      {
        blanks: ['Naam van de inwoner', 'Kenmerk van de gemeente, geen BSN', 'Begeleider'],
      },
    ),
    p(
      'duur',
      'Hoe lang',
      'De proef duurt {maandenProef} maanden. Stoppen mag elke dag, zonder reden en zonder gevolg voor de uitkering.',
      'Proberen lukt alleen als stoppen veilig is.',
      null,
      { blanks: ['Begint op'] },
    ),
    p(
      'geld',
      'Uitkering en geld',
      'De uitkering loopt door. In de proef wordt niets aan de inwoner uitbetaald. Verkoopt de coöperatie iets dat de inwoner maakte, dan telt dat in de opgave.',
      'Zo is er in de proef niets te verrekenen.',
      'Participatiewet 31 en 32',
    ),
    p('melden', 'Wat de inwoner zelf meldt', 'Veranderingen meldt de inwoner zelf, zoals altijd.', 'De plicht om te melden blijft.', 'Participatiewet 17'),
    p(
      'daarna',
      'Daarna',
      'Aan het eind praten drie mensen: inwoner, begeleider en klantmanager. Wil de inwoner verder, dan vraagt hij toestemming.',
      'Een proef zonder eind wordt vanzelf een gewoonte.',
      null,
      {
        blanks: ['Gesprek op', 'Handtekening van de inwoner en dag', 'Handtekening van de klantmanager en dag'],
      },
    ),
  ],
}

/** The words with which a municipality asks for and decides on consent. */
export const townConsent: Model = {
  code: 'gemeente-toestemming',
  title: 'Teksten voor toestemming',
  about: 'Wat een inwoner leest die toestemming vraagt, en de vaste delen van het besluit.',
  check: 'Dit zijn teksten voor een besluit. Jullie jurist bezwaar en beroep leest mee voordat je ze gebruikt.',
  versions: [],
  provisions: [
    p(
      'uitleg',
      'Wat de inwoner leest',
      'Wil je meedoen bij {socoNaam}? Vraag dan toestemming aan de gemeente {gemeenteNaam}. Je begeleider helpt. Je hoort meestal binnen acht weken wat wij besluiten.',
      'Een aanvraag is op schrift; de redelijke termijn is hoogstens acht weken.',
      'Awb 4:1 en 4:13',
    ),
    p(
      'vragen',
      'Wat wij vragen',
      '- Welk werk je wilt doen.\n- Hoeveel uur per week, ongeveer.\n- Wat je wilt leren of bereiken.\n- Wie je begeleidt.',
      'Vraag niet meer dan nodig is voor het besluit.',
      'Awb 4:2; Participatiewet 53a',
    ),
    p(
      'besluit',
      'Het besluit',
      'Wij geven je toestemming om mee te doen bij {socoNaam}, met behoud van je uitkering. Dit geldt {maandenBesluit} maanden. Wij nemen {kostenKeuze} aan.',
      'Een besluit met een begin en een eind is duidelijk voor iedereen.',
      'Awb 1:3 en 3:46',
      { blanks: ['Vanaf en tot en met', 'Kenmerk, geen BSN'] },
    ),
    p(
      'ontheffing',
      'Tijdelijk niet solliciteren',
      'In deze tijd hoef je niet te solliciteren, om deze dringende reden:',
      'Ontheffing kan alleen per persoon, tijdelijk en om dringende redenen.',
      'Participatiewet 9 lid 2',
      { when: { sollicitatie: 'ontheffing' }, blanks: ['De reden bij deze inwoner', 'Tot en met'] },
    ),
    p(
      'plicht',
      'Solliciteren',
      'Je blijft ook ander werk zoeken. Je klantmanager spreekt met je af hoeveel.',
      'De plicht om werk te zoeken blijft staan als er geen ontheffing is.',
      'Participatiewet 9 lid 1',
      { when: { sollicitatie: 'blijft' } },
    ),
    p(
      'cijfers',
      'Wat wij te zien krijgen',
      'Wij krijgen {opgaveRitme} een opgave van de coöperatie. Jij kijkt die eerst na. Andere veranderingen meld je zelf.',
      'De opgave vervangt de plicht om te melden niet.',
      'Participatiewet 17 en 58 lid 4',
    ),
    p(
      'bezwaar',
      'Niet mee eens?',
      'Maak dan binnen zes weken bezwaar. Schrijf op waarom, met je naam en de dag, en zet je handtekening. Je mag iemand vragen om te helpen.',
      'Een besluit zegt waar en hoe lang iemand bezwaar kan maken.',
      'Awb 3:45, 6:5 en 6:7',
      { blanks: ['Adres voor bezwaar'] },
    ),
  ],
}
