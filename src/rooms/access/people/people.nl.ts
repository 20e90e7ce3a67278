export const nl = {
  account: {
    change: 'E-mailadres veranderen',
    newEmail: 'Nieuw e-mailadres',
    newEmailHint: 'We sturen er een mail heen met een link. Druk je op de link, dan log je voortaan in met dit adres.',
    send: 'Stuur de link',
    waits: 'Een nieuw adres wacht op bevestiging: {email}',
    waitsHow: 'Open de mail op dat adres en druk op de link. Dat kan tot en met {until}. Tot die tijd log je in met je oude adres.',
    stop: 'Houd mijn oude adres',
  },
  proof: {
    title: 'Je nieuwe adres bevestigen',
    intro: 'Druk op de knop. Daarna log je in met {email}. Overal waar je nu ingelogd bent, word je uitgelogd.',
    do: 'Bevestig dit adres',
    early: 'Deze link werkt nog niet',
    earlyText: 'Iemand anders vroeg om deze verandering. Daarom kan het oude adres nog bezwaar maken. De link werkt vanaf {from}.',
    old: 'Deze link werkt niet meer',
    oldText: 'De link is al gebruikt, gestopt of te oud. Vraag de verandering opnieuw aan bij Mijn account, of bij je begeleider.',
    done: 'Je nieuwe adres werkt',
    doneText: 'Log nu in met je nieuwe adres.',
    signIn: 'Log in',
  },
  stop: {
    title: 'Je oude adres houden',
    intro: 'Vroeg jij niet om een nieuw adres? Druk op de knop. Dan verandert er niets.',
    do: 'Houd mijn oude adres',
    done: 'Er verandert niets',
    doneText: 'Je logt in met je oude adres, zoals altijd. Weet je niet wie dit vroeg? Zeg het tegen de beheerder van je organisatie.',
  },
  mails: {
    prove: {
      subject: 'Bevestig je nieuwe e-mailadres voor Opbloei',
      text: `Dag {name},

Je wilt voortaan inloggen bij Opbloei met dit adres.

Open deze link en druk op de knop. Dat kan tot en met {until}.
{proof}

Heb je dit niet gevraagd? Dan hoef je niets te doen.

Opbloei`,
    },
    proveLater: {
      subject: 'Bevestig je nieuwe e-mailadres voor Opbloei',
      text: `Dag {name},

Je coöperatie vulde dit adres in als jouw nieuwe adres voor Opbloei.

Deze link werkt vanaf {from}, tot en met {until}. Open hem dan en druk op de knop.
{proof}

We wachten zo lang omdat iemand anders erom vroeg. Zo kan niemand jouw account overnemen.

Klopt dit niet? Dan hoef je niets te doen.

Opbloei`,
    },
    notice: {
      subject: 'Je e-mailadres voor Opbloei verandert',
      text: `Dag {name},

Jij vroeg om een nieuw e-mailadres voor Opbloei. Zodra het nieuwe adres is bevestigd, log je daarmee in.

Was jij dit niet? Open deze link en druk op de knop. Dan verandert er niets.
{stop}

Opbloei`,
    },
    noticeOther: {
      subject: 'Iemand vroeg om een nieuw e-mailadres voor jou',
      text: `Dag {name},

Je coöperatie vulde een ander e-mailadres voor je in. Daarmee log je straks in bij Opbloei, niet meer met dit adres.

Klopt dat niet? Open deze link vóór {from} en druk op de knop. Dan verandert er niets.
{stop}

Klopt het wel? Dan hoef je hier niets te doen. In je nieuwe postvak staat een mail met een link.

Opbloei`,
    },
    changed: {
      subject: 'Je e-mailadres voor Opbloei is veranderd',
      text: `Dag {name},

Je logt voortaan in bij Opbloei met een ander adres. Met dit adres kun je niet meer inloggen.

Was jij dit niet? Bel meteen de beheerder van je organisatie.

Opbloei`,
    },
    taken: {
      subject: 'Je adres is opnieuw opgegeven bij Opbloei',
      text: `Dag,

Iemand gaf dit e-mailadres op voor een account bij Opbloei. Dit adres hoort al bij jouw account. Er verandert niets.

Heb je twee accounts en wil je er één? Vraag het je begeleider of de beheerder van je organisatie.

Opbloei`,
    },
  },
  refusals: {
    addressNeeded: {
      what: 'Met dit adres wordt ingelogd. Je kunt het niet leegmaken.',
      next: 'Vul een ander adres in. Is er geen e-mail meer? Laat het adres staan en vraag de beheerder van je organisatie om hulp.',
    },
    tooOften: { what: 'Dit adres is te vaak veranderd.', next: 'Wacht een kwartier en probeer het dan opnieuw.' },
    justNow: { what: 'Iemand anders schreef dit adres net op.', next: 'Wacht een paar tellen en verstuur het formulier opnieuw.' },
  },
}
