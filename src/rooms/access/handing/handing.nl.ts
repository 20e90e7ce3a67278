/** The words of handing over own members and own cases, and the mail in the language of the person. */
export const nl = {
  cooperative: {
    title: 'Leden overdragen',
    lead: 'Wie begeleidt wie, en vanaf wanneer doet een ander dat? Het lid krijgt een mail.',
    who: 'Welke leden?',
    to: 'Nieuwe begeleider',
    nobody: 'Nog niemand',
    empty: 'Er is niemand om over te dragen.',
    emptyNext: 'Zodra iemand lid wordt, staat die hier.',
    noOther: 'Er is nog niemand die jouw leden kan overnemen.',
    noOtherOffice: 'Er is nog niemand die deze leden kan overnemen.',
    noOtherNext: 'Vraag {names} om een begeleider uit te nodigen. Daarna kun je hier overdragen. Tot dan verandert er niets.',
    noOtherInvite: 'Nodig eerst een begeleider uit. Daarna kun je hier overdragen. Tot dan verandert er niets.',
    whoInvites: 'de beheerder',
  },
  municipality: {
    title: 'Dossiers overdragen',
    lead: 'Wie behandelt wie, en vanaf wanneer doet een ander dat? De inwoner krijgt een mail, zonder jouw naam.',
    who: 'Welke inwoners?',
    to: 'Nieuwe klantmanager',
    nobody: 'Nog niemand',
    empty: 'Er is niemand om over te dragen.',
    emptyNext: 'Zodra een klantmanager een aanvraag oppakt, staat die hier.',
    noOther: 'Er is nog niemand die jouw dossiers kan overnemen.',
    noOtherOffice: 'Er is nog niemand die deze dossiers kan overnemen.',
    noOtherNext: 'Vraag {names} om een klantmanager uit te nodigen. Daarna kun je hier overdragen. Tot dan verandert er niets.',
    noOtherInvite: 'Nodig eerst een klantmanager uit. Daarna kun je hier overdragen. Tot dan verandert er niets.',
    whoInvites: 'de beleidsadviseur',
  },
  note: 'Wat moet je collega weten?',
  noteHint: 'Alleen wat nodig is om verder te gaan. Je collega leest dit; de inwoner of het lid kan erom vragen.',
  received: 'Aan jou overgedragen',
  receivedBy: 'door {by}, vanaf {day}',
  noNote: 'Zonder notitie.',
  justNow: 'Zojuist overgedragen',
  justNowNote: 'Tot tien minuten erna kun je het terugdraaien. Wie het aangaat, krijgt daar bericht van.',
  undo: 'Ongedaan maken',
  or: 'of',
  cases: { few: 'minder dan 5 dossiers', many: '{count} dossiers' },
  desks: {
    lead: 'Wie heeft hoeveel dossiers, en vanaf wanneer doet een ander ze? Je ziet geen namen van inwoners. De inwoner krijgt een mail, zonder jouw naam.',
    who: 'Van wie gaan alle dossiers over?',
    part: 'Maar een deel overdragen? Dat doet de klantmanager zelf.',
  },
  on: 'Vanaf welke dag?',
  onHint: 'Tot en met de dag ervoor blijft alles zoals het is.',
  choose: 'Kies',
  invite: 'Iemand uitnodigen',
  back: 'Terug naar je startpagina',
  now: 'Zo is het nu',
  send: 'Overdragen',
  gone: '{name} (werkt hier niet meer)',
  end: {
    title: 'Rol beëindigen',
    lead: '{name} is hier {role}. Vanaf nu heeft {name} geen toegang meer.',
    peopleLeft: '{name} heeft nog mensen. Draag ze eerst over.',
    peopleLeftNext: 'Beëindig je de rol toch? Dan heeft niemand deze mensen op de lijst, totdat iemand ze overneemt.',
    handOver: 'Eerst overdragen',
    anyway: 'Toch beëindigen',
    end: 'Rol beëindigen',
    back: 'Terug naar medewerkers',
  },
  mail: {
    coach: {
      subject: 'Je krijgt een andere begeleider',
      text: `Dag {name},

Vanaf {day} is {professional} je begeleider bij {organisation}. Je begeleider kan je dossier zien en je helpen. Je hoeft nu niets te doen.

Heb je een vraag? Stel die aan {organisation}.

Opbloei`,
    },
    caseManager: {
      subject: 'Je krijgt een andere klantmanager',
      text: `Dag {name},

Vanaf {day} behandelt een andere klantmanager van {organisation} je toestemming en je opgaven. Er verandert verder niets. Je hoeft nu niets te doen.

Heb je een vraag? Stel die aan {organisation}.

Opbloei`,
    },
  },
  undone: {
    coach: {
      subject: 'Je houdt je begeleider',
      text: `Dag {name},

Je kreeg net een mail over een andere begeleider. Dat gaat niet door. Er verandert niets. Je hoeft niets te doen.

Heb je een vraag? Stel die aan {organisation}.

Opbloei`,
    },
    caseManager: {
      subject: 'Je houdt je klantmanager',
      text: `Dag {name},

Je kreeg net een mail over een andere klantmanager. Dat gaat niet door. Er verandert niets. Je hoeft niets te doen.

Heb je een vraag? Stel die aan {organisation}.

Opbloei`,
    },
  },
  refusals: {
    tooLate: { what: 'Deze overdracht is langer dan tien minuten geleden.', next: 'Vraag je collega om weer over te dragen aan jou.' },
    movedOn: { what: 'Deze overdracht is al veranderd.', next: 'Open de pagina opnieuw en kijk hoe het nu is.' },
    nobody: { what: 'Je hebt niemand gekozen.', next: 'Vink aan wie je wilt overdragen.' },
    noColleague: { what: 'Je hebt nog niet gekozen wie het overneemt.', next: 'Kies een collega uit de lijst.' },
    notYours: { what: 'Een van deze mensen kun je niet overdragen.', next: 'Open de pagina opnieuw en kies uit de lijst.' },
    notHere: { what: 'Deze collega werkt hier die dag niet in deze rol.', next: 'Kies iemand uit de lijst, of een andere dag.' },
    past: { what: 'Deze dag is al geweest.', next: 'Kies vandaag of een latere dag.' },
    tooFar: { what: 'Deze dag ligt meer dan een jaar vooruit.', next: 'Kies een eerdere dag.' },
    itself: { what: 'Niemand kan zichzelf begeleiden.', next: 'Kies een andere collega voor dit lid.' },
    same: { what: 'Al deze mensen horen al bij deze collega.', next: 'Kies een andere collega, of andere mensen.' },
    peopleLeft: { what: 'Deze collega heeft nog mensen.', next: 'Draag ze eerst over, of beëindig de rol toch.' },
  },
} as const
