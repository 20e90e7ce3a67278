export const nl = {
  roles: {
    member: 'lid',
    coach: 'begeleider',
    treasurer: 'penningmeester',
    board: 'bestuurslid',
    administrator: 'beheerder',
    caseManager: 'klantmanager',
    policyAdviser: 'beleidsadviseur',
    network: 'medewerker van het netwerk',
    system: 'Opbloei zelf',
  },
  scopes: { own: 'alleen voor zichzelf', related: 'voor de eigen mensen', organisation: 'voor de hele organisatie' },
  refusals: {
    notAllowed: { what: 'Dit hoort niet bij jouw rol.', next: 'Kijk rechtsboven in welke rol je werkt, of vraag het aan de beheerder van je organisatie.' },
    signInFirst: { what: 'Je bent niet ingelogd.', next: 'Log in. Daarna kom je hier terug.' },
    noSuchThing: { what: 'Deze pagina is er niet.', next: 'Misschien is de link oud. Ga naar je startpagina en zoek van daaruit.' },
    formExpired: { what: 'We weten niet zeker dat dit formulier van jou komt.', next: 'Open de pagina opnieuw en verstuur het formulier nog een keer.' },
    otherForm: { what: 'Dit formulier was al verstuurd, met andere gegevens.', next: 'Open de pagina opnieuw om te zien wat er is opgeslagen.' },
    nobodyToAsk: {
      what: 'Bij {organisation} kan nu niemand deze vraag per mail krijgen. Er is niets verstuurd.',
      next: 'Bel {organisation}, of vraag je begeleider om het te vragen.',
    },
    askedAlready: { what: 'Hierover heb je al een vraag gesteld.', next: 'Wacht op het antwoord. Duurt het te lang? Zeg het tegen je begeleider.' },
    notConfirmed: {
      what: 'Dit kan pas als het netwerk jullie heeft bevestigd.',
      next: 'Zet eerst de stappen van het startpad. Bij de stap Laat jullie bevestigen vraag je het aan.',
    },
    busy: { what: 'Dit formulier wordt al verwerkt.', next: 'Wacht een paar tellen en open de pagina opnieuw.' },
  },
  looksPage: {
    title: 'Wie keek er in mijn gegevens?',
    intro: 'Elke keer dat iemand jouw gegevens opent, schrijven we dat op. Hier zie je wie, wanneer en waarom.',
    empty: 'Niemand heeft jouw gegevens geopend.',
    emptyNext: 'Zodra iemand dat doet, zie je het hier.',
    ask: 'Vraag hierover stellen',
    asked: 'Vraag gesteld',
    of: '{role} van {organisation}',
    toDo: 'Om {words}.',
    purpose: 'Doel: {words}.',
    times: '{day}, {count} keer: om {times}',
    and: 'en',
    may: 'Wie mag wat?',
  },
  /** Why somebody looked, by action; what is not here is told by the table of permissions. */
  looked: {
    'member.file': 'jouw dossier te openen',
    'consent.file': 'jouw aanvraag om toestemming te lezen',
    'split.read': 'te zien waar jouw geld heen ging',
    'statement.read': 'jouw maandopgave te lezen',
    'application.read': 'jouw aanmelding te lezen',
    'register.take': 'het ledenregister als bestand mee te nemen',
    'export.make': 'alles van de coöperatie als bestand mee te nemen',
    'agreement.read': 'de afspraken met jou te lezen',
    'invoice.read': 'een factuur van jou te bekijken',
    'receipt.read': 'een bon van jou te bekijken',
    'equipment.read': 'spullen te bekijken die voor jou zijn gekocht',
    'spending.read': 'een verzoek van jou en je bestedingsbudgetten te bekijken',
    'signInCode.print': 'een inlogcode voor jou af te drukken',
  },
  askPage: {
    title: 'Vraag stellen over deze inzage',
    intro: 'Je vraag gaat naar de beheerder van {organisation}, of naar wie daar anders antwoord geeft. Die legt uit waarom er gekeken is.',
    text: 'Wat wil je weten?',
    textHint: 'Bijvoorbeeld: waarom was dit nodig?',
    goes: 'Je naam en je e-mailadres gaan mee, zodat je antwoord krijgt.',
    goesNoMail: 'Je naam gaat mee. Het antwoord komt via je begeleider.',
    send: 'Verstuur mijn vraag',
    sent: 'Je vraag is verstuurd',
    sentText: 'Je kreeg geen antwoord binnen een week? Zeg het dan tegen je begeleider.',
    back: 'Terug naar het overzicht',
    subject: 'Vraag over inzage in gegevens',
    mail: `Dag,

{name} vraagt naar een keer dat iemand van {organisation} gegevens opende.

Wie: {role}
Wanneer: {when}
Waarom: {why}

De vraag:
{text}

{answer}

Opbloei`,
    answerTo: 'Antwoord aan: {email}',
    answerVia: 'Dit lid heeft geen e-mailadres. Geef het antwoord via de begeleider.',
  },
  tablePage: {
    title: 'Wie mag wat?',
    intro: 'Dit is de tabel die Opbloei zelf gebruikt. Wat hier niet staat, kan niet.',
    mine: 'Wat jij mag als {role}',
    all: 'De hele tabel',
    action: 'Mag',
    roles: 'Wie',
    reach: 'Voor wie',
    nobody: 'niemand',
    looks: 'wordt opgeschreven',
    money: 'boekt geld',
    parts: {
      access: 'Toegang',
      organisation: 'Organisatie en klanten',
      member: 'Leden en aanmelden',
      consent: 'Toestemming',
      agreement: 'Afspraken',
      invoice: 'Facturen',
      spending: 'Bonnen en budgetten',
      bank: 'Bank',
      ledger: 'Grootboek',
      month: 'Maand, verdeling en opgave',
      other: 'En verder',
    },
  },
}
