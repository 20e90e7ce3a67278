import { type Day, day } from '#kit/day.ts'

/** A piece of law that a screen rests on: where it stands, what it says in a sentence, and in which text that was read. */
export type LawReference = {
  readonly article: string
  readonly says: string
  /** The first day of the text that was read, or of the rule itself; null where the text is still to be read. */
  readonly since: Day | null
  readonly source: string
  readonly doubt: string | null
}

const PW = 'Participatiewet (BWBR0015703), geconsolideerde tekst van 1-7-2026'
const OB = 'Wet op de omzetbelasting 1968 (BWBR0002629), tekst van 1-1-2026'
const BW2 = 'Burgerlijk Wetboek Boek 2 (BWBR0003045), tekst van 1-7-2026'

/** These were read in the dated copy of wetten.overheid.nl that the Ministry of the Interior keeps (MinBZK/regelrecht-corpus on GitHub). */
const copy = (law: string, from: string) => (article: string, says: string) => {
  const [year, month, date] = from.split('-').map(Number)
  return { article, says, since: day(from), source: `${law}, tekst van ${date}-${month}-${year}, gelezen in de kopie van BZK`, doubt: null }
}
const awb = copy('Algemene wet bestuursrecht (BWBR0005537)', '2026-07-01')
const bw1 = copy('Burgerlijk Wetboek Boek 1 (BWBR0002656)', '2025-07-05')
const bw3 = copy('Burgerlijk Wetboek Boek 3 (BWBR0005291)', '2025-07-01')
const bw6 = copy('Burgerlijk Wetboek Boek 6 (BWBR0005289)', '2026-07-16')
const fw = copy('Faillissementswet (BWBR0001860)', '2026-09-01')
const integration = copy('Wet inburgering 2021 (BWBR0044770)', '2025-10-21')
const integrationDecree = copy('Besluit inburgering 2021 (BWBR0045555)', '2026-04-02')
const participation = copy('Participatiewet (BWBR0015703)', '2026-07-01')
const wgs = copy('Wet gemeentelijke schuldhulpverlening (BWBR0031331)', '2026-07-01')

const pw = (article: string, says: string, doubt: string | null = null) => ({
  article: `Participatiewet ${article}`,
  says,
  since: day('2026-07-01'),
  source: PW,
  doubt,
})

const exempt = pw('art. 31 lid 2 onder n, r en y', 'Een deel van wat je verdient, telt niet mee voor de bijstand.')
const settle = pw('art. 32 lid 2 en 58 lid 4', 'Inkomen hoort bij de maand waarin je het verdiende. De gemeente verrekent het.')
const report = pw('art. 17', 'Je meldt zelf aan de gemeente wat van belang is voor je uitkering.')

const reasons = awb('Awb art. 3:46 en 3:47', 'Een besluit heeft een goede reden. Die reden staat in de brief.')
const remedies = awb('Awb art. 3:45', 'In de brief staat of iemand bezwaar of beroep kan doen, bij wie en tot wanneer.')
const stays = awb('Awb art. 6:16', 'Bezwaar of beroep zet een besluit niet stil, tenzij een wet dat zegt.')

/** Which law each screen rests on. A screen names its key; a key that no screen uses, or a row without a source, fails a test. */
export const LAW_SCREENS = {
  estimate: [
    exempt,
    pw('art. 19 en 21', 'De bijstand vult aan tot de norm.'),
    settle,
    pw('art. 34a', 'Vanaf 2027 geldt een andere vrijlating.', 'Het besluit over de dag van ingang is niet nagelezen.'),
  ],
  consentRequest: [
    pw('art. 7 en 9', 'De gemeente helpt je aan het werk en kan daar voorwaarden bij stellen.'),
    report,
    awb(
      'Awb art. 4:13, 4:14 en 4:15',
      'De gemeente beslist binnen de termijn uit de wet. Staat daar geen termijn, dan binnen acht weken, of zij zegt op tijd wanneer wel. De termijn staat stil als zij vraagt om de aanvraag aan te vullen.',
    ),
    awb('Awb art. 6:7 en 6:8', 'Bezwaar maken kan zes weken, vanaf de dag na de bekendmaking.'),
  ],
  decision: [
    awb(
      'Awb art. 4:5',
      'De gemeente mag een aanvraag niet behandelen als er gegevens missen, maar alleen na een kans om die binnen een genoemde termijn te geven. Zij zegt het binnen vier weken nadat die termijn voorbij is.',
    ),
    awb('Awb art. 4:7', 'Steunt een weigering op gegevens over de aanvrager die anders zijn dan wat die zelf vertelde? Dan mag de aanvrager eerst reageren.'),
    awb(
      'Awb art. 4:13 en 4:15',
      'De gemeente beslist binnen de termijn uit de wet, en anders binnen acht weken. De tijd staat stil na een vraag om aanvulling, tot het antwoord er is of de genoemde termijn voorbij is.',
    ),
    reasons,
    remedies,
  ],
  consentChange: [
    awb('Awb art. 4:8', 'Verwacht de gemeente dat iemand een besluit niet wil, en komen de gegevens niet van die persoon? Dan mag die eerst reageren.'),
    reasons,
    remedies,
    stays,
  ],
  objection: [
    awb('Awb art. 6:8', 'De termijn om bezwaar te maken begint op de dag na de bekendmaking van het besluit.'),
    awb('Awb art. 6:11', 'Een bezwaar dat te laat is, telt toch als iemand er niets aan kon doen.'),
    stays,
    awb('Awb art. 7:2', 'Voor de gemeente op een bezwaar beslist, mag wie het maakte gehoord worden.'),
  ],
  delay: [
    awb(
      'Awb art. 4:14',
      'Lukt het niet op tijd? Dan schrijft de gemeente dat aan de aanvrager, met een zo kort mogelijke termijn waarbinnen het besluit wel komt.',
    ),
    awb('Awb art. 4:15', 'De tijd staat ook stil zolang de aanvrager schriftelijk instemt met uitstel.'),
  ],
  late: [
    awb(
      'Awb art. 4:17',
      'Is de gemeente te laat? Wie de aanvraag deed, kan dat schriftelijk zeggen. Komt er twee weken daarna nog geen besluit, dan betaalt de gemeente voor elke dag een bedrag, hooguit 42 dagen.',
    ),
  ],
  putOff: [
    awb(
      'Awb art. 7:10',
      'De gemeente beslist op een bezwaar binnen zes weken, of binnen twaalf als een commissie adviseert. Zij kan dat een keer met zes weken uitstellen.',
    ),
  ],
  moving: [pw('art. 40', 'De gemeente waar iemand woont, betaalt de bijstand.'), report],
  selfCheck: [
    report,
    pw('art. 31', 'Wat je verdient, kan meetellen voor je uitkering.'),
    {
      article: 'Bbz 2004 art. 1 tot en met 11',
      says: 'De gemeente kan wie van een eigen bedrijf wil leven helpen, ook hooguit twaalf maanden in de voorbereiding.',
      since: day('2026-01-01'),
      source: 'Besluit bijstandverlening zelfstandigen 2004 (BWBR0015711), tekst van 1-1-2026',
      doubt: null,
    },
  ],
  actionPlan: [
    participation(
      'Participatiewet art. 44a',
      'In een plan van aanpak staat welke hulp je krijgt, wat je moet doen om werk te vinden en wat er gebeurt als je dat niet doet. De gemeente helpt je erbij en bekijkt het geregeld samen met jou.',
    ),
  ],
  track: [
    participation(
      'Participatiewet art. 7, 7a en 10',
      'De gemeente helpt je op weg naar werk. Welke hulp nodig is, onderzoekt en beslist zij. Tot je 27 jaar bent, gelden eigen regels.',
    ),
    integration('Wet inburgering 2021 art. 15', 'Moet je inburgeren? Dan staat je leerroute in je PIP. De gemeente stelt die vast.'),
  ],
  needs: [
    {
      article: 'AVG art. 9',
      says: 'Over je gezondheid hoef je niets te schrijven. Zulke gegevens gebruiken is verboden, behalve bijvoorbeeld als je er uitdrukkelijk toestemming voor geeft.',
      since: day('2018-05-25'),
      source: 'Verordening (EU) 2016/679, art. 9 lid 1 en 2 onder a gelezen op gdpr-text.com, art. 99 op gegevensbeschermingsrecht.nl',
      doubt: null,
    },
  ],
  bewind: [
    bw1('BW 1:431', 'De kantonrechter kan je geld en spullen, of een deel daarvan, onder bewind stellen.'),
    bw1(
      'BW 1:438',
      'Wat onder bewind staat, beheert de bewindvoerder. Je beslist er alleen over als de bewindvoerder meewerkt. Weigert die, dan kan de kantonrechter het toestaan.',
    ),
    wgs(
      'Wet gemeentelijke schuldhulpverlening art. 3',
      'De gemeente helpt haar inwoners bij schulden. Soms mag zij weigeren, bijvoorbeeld als iemand al eerder hulp kreeg.',
    ),
    fw(
      'Faillissementswet art. 295, 296 en 316',
      'In de schuldsanering beheert de bewindvoerder wat in de boedel valt. Je beslist daar zelf niet over. Van je inkomen blijft de beslagvrije voet erbuiten.',
    ),
  ],
  learningHours: [
    integration('Wet inburgering 2021 art. 9 en 15', 'De gemeente beslist welke leerroute je volgt. Dat staat in je PIP.'),
    integrationDecree(
      'Besluit inburgering 2021 art. 3.14',
      'In de Z-route volg je 800 uur les bij een cursusinstelling: Nederlands en kennis van de maatschappij. Wie hier is met asiel, of als familie daarvan, doet ook 800 uur mee. De gemeente biedt die uren aan.',
    ),
    report,
  ],
  ownTerms: [
    {
      article: 'BW 2:59',
      says: 'De coöperatie verandert een overeenkomst alleen zoals in die overeenkomst staat.',
      since: day('2026-07-01'),
      source: BW2,
      doubt: null,
    },
    pw('art. 7 en 9', 'Zonder bijstand heb je geen toestemming van de gemeente nodig.', 'Krijg je wel bijstand, dan gelden de voorwaarden van de gemeente.'),
  ],
  monthStatement: [report, pw('art. 31', 'Wat je verdient, kan meetellen voor je uitkering.'), settle],
  payOut: [
    exempt,
    pw('art. 32 lid 2', 'Geld dat later komt, hoort bij de maand waarin je het verdiende.'),
    pw('art. 58 lid 2 onder f', 'De gemeente kan bijstand terugvragen als geld later komt.'),
  ],
  potOnLeaving: [
    pw('art. 32 lid 2', 'Geld dat later komt, hoort bij de maand waarin je het verdiende.'),
    pw('art. 58 lid 2 onder f', 'De gemeente kan bijstand terugvragen als geld later komt.'),
    pw('art. 33 lid 1', 'Iets krijgen kan ook inkomen zijn. De gemeente bepaalt de waarde.'),
    pw('art. 34', 'De gemeente kijkt ook naar wat iemand heeft.', 'Of een pot daarbij hoort, heeft geen rechter beslist.'),
  ],
  smallBusinessScheme: [
    {
      article: 'Wet OB 1968 art. 25 en 25a',
      says: 'Onder € 20.000 per jaar kan de coöperatie zonder btw factureren. De grens geldt voor alle leden samen.',
      since: day('2026-01-01'),
      source: OB,
      doubt: null,
    },
  ],
  agreementSigning: [
    {
      article: 'BW 2:59',
      says: 'De coöperatie verandert een overeenkomst alleen zoals in die overeenkomst staat.',
      since: day('2026-07-01'),
      source: BW2,
      doubt: null,
    },
    bw3('BW 3:15a', 'Een elektronische handtekening geldt als een op papier, als de manier van tekenen betrouwbaar genoeg is voor het doel.'),
  ],
  invoiceReminder: [
    bw6(
      'BW 6:96 lid 6',
      'Een consument die te laat is, betaalt pas kosten na een aanmaning met veertien dagen tijd, vanaf de dag erna. In die aanmaning staat hoeveel de kosten zijn.',
    ),
  ],
} as const satisfies Record<string, readonly LawReference[]>

export type LawScreen = keyof typeof LAW_SCREENS
