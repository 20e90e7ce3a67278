import { day } from '#kit/day.ts'
import {
  agreementChange,
  askBack,
  bw1,
  bw3,
  bw6,
  counts,
  exempt,
  fw,
  integration,
  integrationDecree,
  type LawReference,
  laterMoney,
  livingBusiness,
  noMoreThanNeeded,
  participation,
  pw,
  report,
  settle,
  wgs,
} from './references.rules.ts'

/** The screens of money. */
export const MONEY_SCREENS = {
  estimate: [
    exempt,
    pw('art. 19 en 21', 'De bijstand vult aan tot de norm.', 'The benefit tops up to the norm.'),
    settle,
    pw('art. 34a', 'Vanaf 2027 geldt een andere vrijlating.', 'From 2027 another exemption holds.', {
      nl: 'Het besluit over de dag van ingang is niet nagelezen.',
      en: 'The decree on the first day was not read.',
    }),
  ],
  monthStatement: [report, counts, settle],
  payOut: [exempt, laterMoney, askBack],
  potOnLeaving: [
    laterMoney,
    askBack,
    pw(
      'art. 33 lid 1',
      'Iets krijgen kan ook inkomen zijn. De gemeente bepaalt de waarde.',
      'Getting a thing can be income too. The municipality decides what it is worth.',
    ),
    pw('art. 34', 'De gemeente kijkt ook naar wat iemand heeft.', 'The municipality also looks at what somebody owns.', {
      nl: 'Of een pot daarbij hoort, heeft geen rechter beslist.',
      en: 'Whether a pot belongs to that, no court has decided.',
    }),
  ],
  smallBusinessScheme: [
    {
      article: 'Wet OB 1968 art. 25 en 25a',
      says: {
        nl: 'Onder € 20.000 per jaar kan de coöperatie zonder btw factureren. De grens geldt voor alle leden samen.',
        en: 'Below € 20,000 a year the cooperative may invoice without VAT. The limit holds for all members together.',
      },
      since: day('2026-01-01'),
      source: 'Wet op de omzetbelasting 1968 (BWBR0002629), tekst van 1-1-2026',
      doubt: null,
    },
  ],
  invoiceReminder: [
    bw6(
      'BW 6:96 lid 6',
      'Een consument die te laat is, betaalt pas kosten na een aanmaning met veertien dagen tijd, vanaf de dag erna. In die aanmaning staat hoeveel de kosten zijn.',
      'A consumer who is late pays costs only after a reminder that gives fourteen days, from the day after it. The reminder says how much the costs are.',
    ),
  ],
  agreementSigning: [
    agreementChange,
    bw3(
      'BW 3:15a',
      'Een elektronische handtekening geldt als een op papier, als de manier van tekenen betrouwbaar genoeg is voor het doel.',
      'An electronic signature counts like one on paper, where the way of signing is reliable enough for its purpose.',
    ),
  ],
} as const satisfies Record<string, readonly LawReference[]>

/** The screens of coming in and of the four routes. */
export const ROUTE_SCREENS = {
  selfCheck: [report, counts, livingBusiness],
  referral: [noMoreThanNeeded],
  sharing: [noMoreThanNeeded],
  ownPlan: [livingBusiness, report],
  actionPlan: [
    participation(
      'Participatiewet art. 44a',
      'In een plan van aanpak staat welke hulp je krijgt, wat je moet doen om werk te vinden en wat er gebeurt als je dat niet doet. De gemeente helpt je erbij en bekijkt het geregeld samen met jou.',
      'A plan of action says which help you get, what you must do to find work and what happens if you do not. The municipality helps you with it and looks at it with you from time to time.',
    ),
  ],
  track: [
    participation(
      'Participatiewet art. 7, 7a en 10',
      'De gemeente helpt je op weg naar werk. Welke hulp nodig is, onderzoekt en beslist zij. Tot je 27 jaar bent, gelden eigen regels.',
      'The municipality helps you on the way to work. It finds out and decides which help is needed. Until you are 27, other rules hold.',
    ),
    integration(
      'Wet inburgering 2021 art. 15',
      'Moet je inburgeren? Dan staat je leerroute in je PIP. De gemeente stelt die vast.',
      'Do you have to integrate? Then your learning route stands in your PIP. The municipality sets it.',
    ),
  ],
  needs: [
    {
      article: 'AVG art. 9',
      says: {
        nl: 'Over je gezondheid hoef je niets te schrijven. Zulke gegevens gebruiken is verboden, behalve bijvoorbeeld als je er uitdrukkelijk toestemming voor geeft.',
        en: 'You need not write anything about your health. Using such data is forbidden, except for instance where you expressly allow it.',
      },
      since: day('2018-05-25'),
      source: 'Verordening (EU) 2016/679, art. 9 lid 1 en 2 onder a gelezen op gdpr-text.com, art. 99 op gegevensbeschermingsrecht.nl',
      doubt: null,
    },
  ],
  bewind: [
    bw1(
      'BW 1:431',
      'De kantonrechter kan je geld en spullen, of een deel daarvan, onder bewind stellen.',
      'The court may place your money and goods, or a part of them, under administration.',
    ),
    bw1(
      'BW 1:438',
      'Wat onder bewind staat, beheert de bewindvoerder. Je beslist er alleen over als de bewindvoerder meewerkt. Weigert die, dan kan de kantonrechter het toestaan.',
      'What is under administration is managed by the administrator. You decide about it only with the administrator. If they refuse, the court may allow it.',
    ),
    wgs(
      'Wet gemeentelijke schuldhulpverlening art. 3',
      'De gemeente helpt haar inwoners bij schulden. Soms mag zij weigeren, bijvoorbeeld als iemand al eerder hulp kreeg.',
      'The municipality helps its residents with debts. Sometimes it may refuse, for instance where somebody was helped before.',
    ),
    fw(
      'Faillissementswet art. 295, 296 en 316',
      'In de schuldsanering beheert de bewindvoerder wat in de boedel valt. Je beslist daar zelf niet over. Van je inkomen blijft de beslagvrije voet erbuiten.',
      'In debt restructuring the administrator manages what belongs to the estate. You do not decide about that yourself. The protected part of your income stays out of it.',
    ),
  ],
  learningHours: [
    integration(
      'Wet inburgering 2021 art. 9 en 15',
      'De gemeente beslist welke leerroute je volgt. Dat staat in je PIP.',
      'The municipality decides which learning route you follow. That stands in your PIP.',
    ),
    integrationDecree(
      'Besluit inburgering 2021 art. 3.14',
      'In de Z-route volg je 800 uur les bij een cursusinstelling: Nederlands en kennis van de maatschappij. Wie hier is met asiel, of als familie daarvan, doet ook 800 uur mee. De gemeente biedt die uren aan.',
      'In the Z-route you take 800 hours of lessons at a school: Dutch and knowledge of society. Whoever is here with asylum, or as their family, also takes part for 800 hours. The municipality offers those hours.',
    ),
    report,
  ],
  ownTerms: [
    agreementChange,
    pw(
      'art. 7 en 9',
      'Zonder bijstand heb je geen toestemming van de gemeente nodig.',
      'Without social assistance you need no consent from the municipality.',
      {
        nl: 'Krijg je wel bijstand, dan gelden de voorwaarden van de gemeente.',
        en: 'If you do get social assistance, the conditions of the municipality hold.',
      },
    ),
  ],
} as const satisfies Record<string, readonly LawReference[]>
