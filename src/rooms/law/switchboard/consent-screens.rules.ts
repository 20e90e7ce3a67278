import { awb, type LawReference, noMoreThanNeeded, participation, pw, reasons, remedies, report, stays } from './references.rules.ts'

/** The screens of asking the municipality and of what it decides. */
export const CONSENT_SCREENS = {
  consentRequest: [
    pw(
      'art. 7 en 9',
      'De gemeente helpt je aan het werk en kan daar voorwaarden bij stellen.',
      'The municipality helps you to find work and may set conditions for that.',
    ),
    report,
    awb(
      'Awb art. 4:13, 4:14 en 4:15',
      'De gemeente beslist binnen de termijn uit de wet. Staat daar geen termijn, dan binnen acht weken, of zij zegt op tijd wanneer wel. De termijn staat stil als zij vraagt om de aanvraag aan te vullen.',
      'The municipality decides within the term of the law. Where there is none, within eight weeks, or it says in time when it will. The term stands still when it asks for something that is missing.',
    ),
    awb(
      'Awb art. 6:7 en 6:8',
      'Bezwaar maken kan zes weken, vanaf de dag na de bekendmaking.',
      'Objecting is possible for six weeks, from the day after you were notified.',
    ),
  ],
  decision: [
    awb(
      'Awb art. 4:5',
      'De gemeente mag een aanvraag niet behandelen als er gegevens missen, maar alleen na een kans om die binnen een genoemde termijn te geven. Zij zegt het binnen vier weken nadat die termijn voorbij is.',
      'The municipality may leave a request aside when something is missing, but only after a chance to give it within a named term. It says so within four weeks after that term.',
    ),
    awb(
      'Awb art. 4:7',
      'Steunt een weigering op gegevens over de aanvrager die anders zijn dan wat die zelf vertelde? Dan mag de aanvrager eerst reageren.',
      'Does a refusal rest on facts about the applicant that differ from what they told? Then the applicant may answer first.',
    ),
    awb(
      'Awb art. 4:13 en 4:15',
      'De gemeente beslist binnen de termijn uit de wet, en anders binnen acht weken. De tijd staat stil na een vraag om aanvulling, tot het antwoord er is of de genoemde termijn voorbij is.',
      'The municipality decides within the term of the law, or else within eight weeks. The clock stands still after a question for more, until the answer is there or the named term has passed.',
    ),
    reasons,
    remedies,
  ],
  consentChange: [
    awb(
      'Awb art. 4:8',
      'Verwacht de gemeente dat iemand een besluit niet wil, en komen de gegevens niet van die persoon? Dan mag die eerst reageren.',
      'Does the municipality expect that somebody will not want a decision, and do the facts not come from that person? Then they may answer first.',
    ),
    reasons,
    remedies,
    stays,
  ],
  conditions: [
    participation(
      'Participatiewet art. 9 lid 2 en art. 55',
      'De gemeente kan plichten opleggen die bij de bijstand passen en helpen bij het vinden van werk. Zij kan iemand ook een tijd vrijstellen van solliciteren, om dringende redenen.',
      'The municipality may set duties that fit the benefit and help to find work. It may also free somebody from applying for jobs for a while, for pressing reasons.',
    ),
    awb(
      'Awb art. 3:4',
      'De gemeente weegt alle belangen. Wat een besluit voor iemand kost, staat in verhouding tot wat het oplevert.',
      'The municipality weighs all interests. What a decision costs somebody is in proportion to what it brings.',
    ),
    reasons,
  ],
  samples: [
    participation(
      'Participatiewet art. 53a lid 6',
      'De gemeente mag onderzoeken of gegevens kloppen en compleet zijn.',
      'The municipality may look into whether data are right and complete.',
    ),
    report,
    noMoreThanNeeded,
  ],
  ownRules: [
    awb(
      'Awb art. 4:81 en 4:84',
      'De gemeente mag eigen regels vaststellen over wat zij mag beslissen. Daar houdt zij zich aan, behalve als dat voor iemand in een bijzonder geval te zwaar uitpakt.',
      'The municipality may set rules of its own about what it may decide. It keeps to them, except where that weighs too heavily on somebody in a special case.',
    ),
    awb(
      'Awb art. 4:82',
      'Naar een vaste gewoonte verwijzen is alleen genoeg als die in een beleidsregel staat.',
      'Pointing at a fixed practice is only enough where it stands in a policy rule.',
    ),
    awb(
      'Awb art. 4:13',
      'Een andere termijn dan acht weken geldt alleen als die in een wettelijk voorschrift staat, zoals een verordening.',
      'Another term than eight weeks holds only where it stands in a legal rule, such as a by-law.',
    ),
    awb(
      'Awb art. 7:10 en 7:13',
      'Adviseert een commissie met een voorzitter van buiten over bezwaren, dan heeft de gemeente twaalf weken.',
      'Where a committee with a chair from outside advises on objections, the municipality has twelve weeks.',
    ),
  ],
  posting: [
    awb(
      'Awb art. 3:40 en 3:41',
      'Een besluit geldt pas als het bekend is gemaakt: toegestuurd of gegeven aan wie het aangaat.',
      'A decision counts only once it is made known: sent or handed to whom it concerns.',
    ),
    awb(
      'Awb art. 2:19 en 2:22',
      'Staat de brief in een systeem waar iemand zelf bij kan, dan telt het moment waarop de brief daar te lezen is. Zonder bericht daarover kan een te late reactie niemand worden tegengeworpen.',
      'Where a letter stands in a system that somebody can open, the moment counts at which it can be read there. Without a message about it, answering late cannot be held against anybody.',
    ),
    awb(
      'Awb art. 6:8',
      'De termijn om bezwaar te maken begint op de dag na de bekendmaking.',
      'The term to object begins on the day after the decision was made known.',
    ),
  ],
  advice: [
    awb(
      'Awb art. 3:2',
      'Voor een besluit zoekt de gemeente uit wat de feiten zijn en wie er belang bij heeft.',
      'Before a decision the municipality finds out what the facts are and whose interest is at stake.',
    ),
    awb(
      'Awb art. 3:49',
      'Een besluit mag voor de reden verwijzen naar een advies, als de reden daarin staat en de inwoner het advies krijgt.',
      'For its reason a decision may point at an advice, where the reason stands in it and the resident gets to read it.',
    ),
  ],
  moving: [pw('art. 40', 'De gemeente waar iemand woont, betaalt de bijstand.', 'The municipality where somebody lives pays the benefit.'), report],
} as const satisfies Record<string, readonly LawReference[]>
