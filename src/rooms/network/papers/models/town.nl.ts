import { type Model, provision as p } from '../papers.rules.ts'

/** What a cooperative and a municipality agree, with the bounds from the house. */
export const cooperationAgreement: Model = {
  code: 'samenwerkingsovereenkomst',
  title: 'Samenwerkingsovereenkomst',
  about: 'De afspraak tussen coöperatie en gemeente. Grenzen en verplichte stappen komen uit de afspraak die in Opbloei staat.',
  check: 'De gemeente laat haar eigen jurist meelezen. Vraag zelf een jurist als er geld van de gemeente bij hoort: dat kan een subsidie of een opdracht zijn.',
  versions: [],
  provisions: [
    p(
      'partijen',
      'Wie dit afspreken',
      '{volledigeNaam}, gevestigd in {plaats}, en de gemeente {gemeente}.',
      'Het college van burgemeester en wethouders tekent namens de gemeente.',
      'Participatiewet 7',
      { toCheck: true },
    ),
    p(
      'doel',
      'Waarom wij samenwerken',
      'De gemeente helpt inwoners om mee te doen en werk te vinden. De coöperatie biedt een veilige plek om met behoud van uitkering te ondernemen.\nDe leden doen dit werk: {werk}',
      'De gemeente kan de coöperatie zien als een voorziening: een hulpmiddel naar werk.',
      'Participatiewet 7, 8a, 9 en 10',
    ),
    p(
      'besluit',
      'Toestemming per persoon',
      'De gemeente beslist per inwoner, op schrift, met voorwaarden, een begin en een eind. Zij doet dat binnen de termijn van de wet.',
      'Deze overeenkomst vervangt het besluit niet. Tegen een besluit kan iemand bezwaar maken.',
      'Awb 4:13 en 6:7',
    ),
    p(
      'middelen',
      'Wat van een lid is, en wat niet',
      'Partijen gaan ervan uit dat een lid niet vrij kan beschikken over zijn budget, en dat het budget daarom geen middel is zolang er niets wordt uitbetaald.\nZegt een rechter of wet iets anders, dan overleggen partijen meteen.',
      'De wet noemt de coöperatie niet. Er is geen uitspraak van de hoogste rechter gevonden over zo’n budget. Schrijf het dus op.',
      'Participatiewet 31 lid 1',
      { toCheck: true },
    ),
    p(
      'grenzen',
      'Grenzen en stappen',
      'Voor de verdeling van geld gelden deze grenzen.',
      'Dit komt uit de afspraak met de gemeente in Opbloei. Een ledenovereenkomst die erbuiten valt, kan niet worden getekend.',
      'BW 2:59',
      { from: 'cooperation' },
    ),
    p(
      'afdracht',
      'Deel terug naar de gemeente',
      'De coöperatie betaalt het deel voor de gemeente dat in de verdeling staat, na elke gesloten maand.',
      'Alleen als jullie dit samen kiezen. Elke coöperatie maakt hierover haar eigen afspraak.',
      null,
      { when: { afdracht: 'ja' } },
    ),
    p(
      'opgave',
      'Wat de gemeente ziet',
      'De gemeente krijgt {opgave} per lid een opgave: omzet, aanvaarde kosten, resultaat en wat is uitbetaald. Het lid ziet die eerst en zegt dat zij klopt.\nZij krijgt geen namen van klanten en geen verslagen van gesprekken.',
      'Het lid blijft zelf verplicht om te melden. De gemeente mag tot zes maanden terug verrekenen, dus op tijd is belangrijk.',
      'Participatiewet 17, 53a en 58 lid 4',
    ),
    p(
      'bsn',
      'Geen burgerservicenummer',
      'De coöperatie vraagt en bewaart geen burgerservicenummer. De gemeente geeft per inwoner een eigen kenmerk.',
      'Alleen wie een wet daarvoor aanwijst, mag dit nummer gebruiken.',
      'UAVG 46; Wabb 10',
    ),
    p(
      'vertrek',
      'Als een lid vertrekt',
      'Voordat er geld of gereedschap naar een vertrekkend lid gaat, vraagt de coöperatie de gemeente hoe zij dat telt. De gemeente antwoordt op schrift.',
      'Uitgesteld inkomen telt in de maanden waarin het is verdiend.',
      'Participatiewet 32 lid 2',
    ),
    p(
      'duur',
      'Hoe lang',
      'Deze overeenkomst duurt {looptijd} jaar. Elk jaar kijken partijen samen hoe het gaat. Uiterlijk drie maanden voor het eind beslissen zij of zij verdergaan.',
      'Een eind met een dag voorkomt dat leden ineens zonder afspraak zitten.',
      null,
      { blanks: ['Begint op', 'Namens de coöperatie, naam en dag', 'Namens de gemeente, naam en dag'] },
    ),
  ],
}

/** The request for consent, as a paper beside the one that goes through the house. */
export const consentRequest: Model = {
  code: 'toestemming',
  title: 'Verzoek om toestemming',
  about: 'De brief waarmee een lid de gemeente om toestemming vraagt. In Opbloei kan het ook zonder papier.',
  check: 'Geen notaris of jurist nodig. De begeleider leest mee; het lid verstuurt.',
  versions: [],
  provisions: [
    p(
      'vraag',
      'Wat ik vraag',
      'Ik vraag de gemeente {gemeente} om mee te mogen doen bij {volledigeNaam}, met behoud van mijn uitkering.',
      'De gemeente beslist over een aanvraag op schrift, meestal binnen acht weken.',
      'Awb 4:13',
      { blanks: ['Mijn naam', 'Kenmerk van de gemeente, geen BSN'] },
    ),
    p('werk', 'Wat ik ga doen', 'Bij de coöperatie doen leden dit werk: {werk}', 'Een duidelijk plan helpt bij een duidelijk besluit.', 'Participatiewet 44a', {
      toCheck: true,
      blanks: ['Mijn eigen werk', 'Hoeveel uur per week, ongeveer'],
    }),
    p(
      'geld',
      'Wat er met het geld gebeurt',
      'De coöperatie stuurt de factuur. Ik kan niet zelf over het geld beschikken. De gemeente ziet {opgave} de cijfers, nadat ik ze heb nagekeken.',
      'Hiermee kan de gemeente zien of er iets te verrekenen is.',
      'Participatiewet 31 lid 1',
    ),
    p(
      'voorwaarden',
      'Waarover ik graag een besluit heb',
      '- Welke kosten de gemeente aanneemt.\n- Of ik tijdelijk niet hoef te solliciteren, en tot wanneer.\n- Vanaf wanneer en tot wanneer ik mee mag doen.',
      'Kosten aannemen is een keuze van de gemeente. Wat niet in het besluit staat, geeft later ruzie.',
      'Participatiewet 9 lid 2',
    ),
    p(
      'melden',
      'Wat ik zelf blijf doen',
      'Ik weet dat ik veranderingen zelf aan de gemeente meld.',
      'De opgave van de coöperatie vervangt deze plicht niet.',
      'Participatiewet 17',
      { blanks: ['Handtekening en dag'] },
    ),
  ],
}

/** The plan with steps to work that belongs to a consent. */
export const actionPlan: Model = {
  code: 'plan-van-aanpak',
  title: 'Plan van aanpak',
  about: 'Wat een lid wil bereiken, met welke stappen en wie helpt. Voor bij het verzoek aan de gemeente.',
  check: 'Geen notaris of jurist nodig. De klantmanager en het lid maken het plan samen.',
  versions: [],
  provisions: [
    p(
      'wie',
      'Van wie is dit plan',
      'Dit plan hoort bij het lidmaatschap van {volledigeNaam}',
      'Het plan is van het lid. Schrijf niets over ziekte of schulden.',
      'AVG 9',
      { blanks: ['Naam', 'Begeleider'] },
    ),
    p('doel', 'Wat wil ik bereiken', 'In eigen woorden. Een klein doel is ook een doel.', 'De gemeente kijkt later of het plan helpt.', 'Participatiewet 44a', {
      toCheck: true,
      blanks: ['Mijn doel over drie maanden', 'Mijn doel over een jaar'],
    }),
    p(
      'stappen',
      'Mijn stappen',
      'Eerst {proef} maanden op proef. Daarna stap voor stap verder.',
      'Kleine stappen met een dag erbij kun je zien lukken.',
      null,
      { blanks: ['Stap 1, wie helpt, voor welke dag', 'Stap 2, wie helpt, voor welke dag', 'Stap 3, wie helpt, voor welke dag'] },
    ),
    p(
      'leren',
      'Wat ik wil leren',
      'Scholing kan uit het ontwikkelbudget, als een ander dan het lid dat goedkeurt.',
      'Een cursus telt niet altijd als bedrijfskosten. Daarom is er een eigen budget.',
      null,
      { blanks: ['Cursus of les', 'Wat dat kost, ongeveer'] },
    ),
    p(
      'kijken',
      'Samen terugkijken',
      'Wij kijken na zes maanden samen terug, en daarna elk half jaar.',
      'Dan wordt op tijd duidelijk of iets anders moet.',
      null,
      { blanks: ['Eerste gesprek op'] },
    ),
  ],
}
