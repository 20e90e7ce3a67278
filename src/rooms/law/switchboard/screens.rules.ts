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
const WI = 'Wet inburgering 2021'
const UNREAD = 'Nog te bevestigen in de wettekst.'
const pw = (article: string, says: string, doubt: string | null = null) => ({
  article: `Participatiewet ${article}`,
  says,
  since: day('2026-07-01'),
  source: PW,
  doubt,
})
const unread = (article: string, says: string, source: string) => ({ article, says, since: null, source, doubt: UNREAD })

const exempt = pw('art. 31 lid 2 onder n, r en y', 'Een deel van wat je verdient, telt niet mee voor de bijstand.')
const settle = pw('art. 32 lid 2 en 58 lid 4', 'Inkomen hoort bij de maand waarin je het verdiende. De gemeente verrekent het.')
const report = pw('art. 17', 'Je meldt zelf aan de gemeente wat van belang is voor je uitkering.')

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
    unread('Awb art. 4:13 en 4:15', 'De gemeente beslist binnen een termijn. Die staat stil als zij meer vraagt.', 'Algemene wet bestuursrecht'),
    unread('Awb art. 6:7 en 6:8', 'Bezwaar maken kan zes weken, vanaf de dag na de bekendmaking.', 'Algemene wet bestuursrecht'),
  ],
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
  actionPlan: [unread('Participatiewet art. 44a', 'In een plan van aanpak staat welke hulp je krijgt en wat ieder doet. Je kijkt er geregeld samen naar.', PW)],
  track: [
    unread('Participatiewet art. 7 en 10', 'De gemeente helpt je op weg naar werk. Wat bij je past, bespreek je samen.', PW),
    unread('Wet inburgering 2021', 'Moet je inburgeren? Dan staat je weg in je PIP.', WI),
  ],
  needs: [
    unread('AVG art. 9', 'Over je gezondheid hoef je niets te schrijven. Zulke gegevens zijn extra beschermd.', 'Algemene verordening gegevensbescherming'),
  ],
  bewind: [
    unread('BW 1:431 en 1:438', 'Een bewindvoerder beheert je geld. Uitbetalen kan pas als de bewindvoerder dat goedvindt.', 'Burgerlijk Wetboek Boek 1'),
    unread('Wet gemeentelijke schuldhulpverlening art. 3', 'De gemeente helpt bij schulden.', 'Wet gemeentelijke schuldhulpverlening'),
    unread('Faillissementswet art. 284 tot en met 362', 'In de schuldsanering beheert een bewindvoerder je geld.', 'Faillissementswet, titel III'),
  ],
  learningHours: [unread('Wet inburgering 2021', 'In je PIP staat hoeveel uren taal en meedoen je nodig hebt. De gemeente beslist wat meetelt.', WI), report],
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
    unread('BW 3:15a', 'Een elektronische handtekening kan hetzelfde gelden als een op papier.', 'Burgerlijk Wetboek Boek 3'),
  ],
  invoiceReminder: [unread('BW 6:96 lid 6', 'Een consument betaalt pas kosten na een brief met veertien dagen tijd.', 'Burgerlijk Wetboek Boek 6')],
} as const satisfies Record<string, readonly LawReference[]>

export type LawScreen = keyof typeof LAW_SCREENS
