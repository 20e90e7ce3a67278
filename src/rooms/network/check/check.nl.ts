import type { Fit, Given, Reason } from './check.rules.ts'

/** Every Dutch word of "Is het iets voor mij?". */
export const nl = {
  title: 'Is het iets voor mij?',
  lead: 'Een paar vragen. We vragen geen naam en bewaren je antwoorden niet.',
  step: 'Vraag {step} van hooguit {most}',
  back: 'Terug',
  again: 'Begin opnieuw',
  questions: {
    living: {
      title: 'Waar leef je nu van?',
      why: 'Wie je uitkering betaalt, beslist ook of je mag ondernemen.',
      answers: {
        b: ['Bijstand', 'Een uitkering van de gemeente, ook IOAW of IOAZ'],
        u: ['Een andere uitkering', 'Van het UWV: WW, WIA, Wajong of ziektewet'],
        g: ['Ik heb geen uitkering', 'Ik leef van iets anders, of van mijn partner'],
        w: ['Dat weet ik niet', 'Ik weet niet zeker wie mij betaalt'],
      },
    },
    wish: {
      title: 'Wat wil je het liefst?',
      why: 'Er is geen goed of fout.',
      answers: {
        s: ['Iets van mezelf, samen met anderen', 'Iemand helpt me, en doet de boeken'],
        z: ['Een eigen bedrijf, alleen', 'Ik regel alles zelf'],
        l: ['Een baan', 'Bij een baas, met loon'],
        w: ['Dat weet ik nog niet', 'Daar wil ik over praten'],
      },
    },
    idea: {
      title: 'Weet je al wat je wilt maken of doen?',
      why: 'Koken, naaien, tuinen, muziek, klussen: het mag klein zijn.',
      answers: { j: ['Ja', 'Ook als het nog maar een idee is'], n: ['Nog niet', 'Dat wil ik graag uitzoeken'] },
    },
    size: {
      title: 'Hoe groot moet je bedrijf worden?',
      why: 'Voor een groot bedrijf en een klein bedrijf zijn er andere regels.',
      answers: {
        v: ['Ik wil ervan leven', 'De hele week, en binnenkort zonder uitkering'],
        d: ['Een paar uur per week', 'Naast mijn uitkering'],
        w: ['Dat weet ik niet', 'Dat moet ik nog bekijken'],
      },
    },
    debts: {
      title: 'Loopt er een schuldregeling?',
      why: 'Dan mag een eigen bedrijf soms niet. Samen kan het soms wel.',
      answers: {
        n: ['Nee', 'Ik heb geen schuldregeling'],
        j: ['Ja', 'Of hij begint binnenkort'],
        w: ['Dat weet ik niet', 'Of dat zeg ik liever niet'],
      },
    },
  },
  outcomes: {
    cooperative: ['Een sociale coöperatie lijkt bij je te passen', 'Je onderneemt samen met anderen. De coöperatie doet de boeken en je hebt een begeleider.'],
    bbz: ['De Bbz lijkt bij je te passen', 'Dat is hulp van de gemeente voor wie van een eigen bedrijf wil leven. Je doet alles zelf, op eigen risico.'],
    partTime: ['Parttime ondernemen lijkt bij je te passen', 'Je werkt een paar uur per week voor jezelf, naast je uitkering. Niet elke gemeente heeft dit.'],
    job: ['Een baan lijkt bij je te passen', 'Je wilt loon en een baas. Daar helpt een sociale coöperatie je niet aan.'],
    talk: ['Praat er eerst met iemand over', 'We kunnen nu nog geen richting geven. Dat is niet erg: een gesprek helpt verder.'],
  } satisfies Record<Fit, readonly [string, string]>,
  /** Who decides, by what somebody lives on. */
  indication: {
    assistance: 'Dit is een eerste richting. De gemeente beslist, niet deze pagina.',
    uwv: 'Dit is een eerste richting. Het UWV beslist, niet deze pagina.',
    none: 'Dit is een eerste richting, meer niet.',
    unknown: 'Dit is een eerste richting. Wie jouw uitkering betaalt, beslist.',
  } satisfies Record<NonNullable<Given['living']>, string>,
  why: 'Waarom?',
  reasons: {
    wantsTogether: 'Je wilt het samen met anderen doen.',
    wantsJob: 'Je wilt het liefst een baan.',
    wantsAlone: 'Je wilt een bedrijf voor jezelf.',
    noIdea: 'Je weet nog niet wat je wilt maken of doen.',
    unsureWish: 'Je weet nog niet wat je het liefst wilt.',
    livesOfIt: 'Je wilt ervan leven. De Bbz vraagt dat je genoeg uren maakt en alles zelf beslist.',
    fewHours: 'Je wilt een paar uur per week werken.',
    unsureSize: 'Je weet nog niet hoe groot het bedrijf wordt.',
    debtsForbid: 'Er loopt een schuldregeling. Een eigen bedrijf mag dan vaak niet. In een coöperatie kan het soms wel.',
    debtsAskFirst: 'Loopt er een schuldregeling? Vraag eerst je bewindvoerder of schuldhulpverlener.',
    uwvDecides: 'Het UWV betaalt je. Het UWV beslist dus wat mag.',
    unsureLiving: 'Je weet niet zeker wie je uitkering betaalt. Dat moet je eerst weten.',
    noBenefit: 'Zonder uitkering heb je geen toestemming van de gemeente nodig. Niet elke coöperatie neemt leden zonder uitkering aan.',
    assistanceNeedsConsent: 'Je hebt bijstand. De gemeente moet eerst toestemming geven.',
  } satisfies Record<Reason, string>,
  benefit: 'Wat gebeurt er met mijn uitkering?',
  benefits: {
    cooperative: {
      assistance: [
        'De gemeente geeft eerst toestemming, in een brief. Begin niet eerder.',
        'Je uitkering blijft, zolang je doet wat in die brief staat.',
        'Het geld dat je verdient, is van de coöperatie. Een deel mag je besteden aan je bedrijf en aan leren.',
        'Krijg je zelf geld in handen? Dat kan tellen voor je uitkering. Vraag het eerst.',
      ],
      none: ['Je hebt geen uitkering, dus er verandert niets.', 'Vraag je later toch een uitkering aan? Vertel dan dat je lid bent.'],
    },
    bbz: {
      assistance: [
        'De gemeente beslist of je de Bbz krijgt.',
        'Soms mag je je eerst voorbereiden met behoud van je uitkering, hooguit twaalf maanden en met verplichte hulp (Bbz 2004).',
        'Wat je verdient, telt mee.',
      ],
    },
    partTime: {
      assistance: [
        'Vraag vooraf toestemming aan de gemeente. Begin niet eerder.',
        'Wat je verdient, gaat meestal van je uitkering af. Elke gemeente heeft eigen regels.',
        'Je moet je inkomsten steeds melden (Participatiewet, artikel 17).',
      ],
    },
    job: {
      assistance: ['Loon gaat van je uitkering af. Soms mag je een tijd een deel houden. Vraag dat aan de gemeente.', 'Meld werk altijd meteen.'],
      uwv: ['Loon telt mee voor je uitkering. Hoe, hangt af van de soort. Vraag het aan het UWV.', 'Meld werk altijd meteen.'],
      none: ['Je hebt geen uitkering, dus er verandert niets.'],
      unknown: ['Loon telt mee voor je uitkering.', 'Op je afschrift van de bank staat wie je betaalt. Vraag het daar.'],
    },
    talk: {
      assistance: ['Er verandert niets door te praten.', 'Verkoop nog niets voordat de gemeente het goed vindt.'],
      uwv: ['Er verandert niets door te praten.', 'Verkoop nog niets voordat het UWV het goed vindt.'],
      none: ['Je hebt geen uitkering, dus er verandert niets.'],
      unknown: ['Er verandert niets door te praten.', 'Op je afschrift van de bank staat wie je betaalt. Verkoop nog niets voordat je dat weet.'],
    },
  } satisfies Record<Fit, Partial<Record<NonNullable<Given['living']>, readonly string[]>>>,
  who: 'Bij wie kun je terecht?',
  places: {
    cooperative: 'Kies een coöperatie bij jou in de buurt. Een begeleider belt je. Je zit nergens aan vast.',
    bbz: 'Bel je gemeente en vraag naar de Bbz. Zeg dat je een bedrijf wilt beginnen waar je van kunt leven.',
    partTime: 'Bel je gemeente en vraag naar parttime ondernemen. Kan het daar niet? Vraag dan naar een sociale coöperatie.',
    job: 'Bel je gemeente en vraag wie je helpt met werk. Krijg je geld van het UWV? Bel dan het UWV.',
    talk: 'Bel degene die je uitkering betaalt, of praat met een begeleider van een coöperatie.',
  } satisfies Record<Fit, string>,
  /** Where nobody pays a benefit, for who would talk first. */
  talkWithout: 'Praat met een begeleider van een coöperatie. Wil je liever alleen ondernemen? Vraag dan uitleg aan de Kamer van Koophandel.',
  jobWithout: 'Vraag je gemeente wie je helpt met werk.',
  nearest: 'Zoek de dichtste coöperatie in de lijst',
  askNetwork: 'Stel eerst een vraag aan het netwerk',
  nowhere: 'Er staat nog geen coöperatie op deze site. Vraag je gemeente of er een is.',
  along: {
    title: 'Aanmelden bij een coöperatie',
    otherwise: 'Toch liever samen met anderen?',
    choose: 'Welke coöperatie?',
    chooseOne: 'Kies er een',
    send: 'Mag de begeleider je antwoorden zien?',
    yes: 'Ja, stuur mijn antwoorden mee',
    yesHint: 'Je leest ze terug voordat je iets verstuurt.',
    no: 'Nee',
    noHint: 'Dan verdwijnen ze als je deze pagina sluit.',
    go: 'Naar aanmelden',
  },
  brought: 'Zelf ingevuld bij "Is het iets voor mij?":',
  refusals: {
    unknown: { what: 'Deze antwoorden kunnen we niet lezen.', next: 'Begin de vragen opnieuw. Het duurt drie minuten.' },
    noCooperative: { what: 'Deze coöperatie is er niet.', next: 'Kies een coöperatie uit de lijst.' },
  },
}
