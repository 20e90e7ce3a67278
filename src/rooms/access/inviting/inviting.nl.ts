export const nl = {
  page: {
    title: 'Medewerkers',
    intro: 'Wie werkt er voor {organisation}, in welke rol, en tot wanneer.',
    caption: 'Wie werkt hier',
    name: 'Naam',
    email: 'E-mailadres',
    noEmail: 'geen',
    role: 'Rol',
    until: 'Tot en met',
    open: 'geen einddatum',
    actions: 'Wat kun je doen',
    end: 'Beëindig rol',
    clear: 'Wis tweede stap',
    you: 'jij',
    invite: 'Iemand uitnodigen',
    inviteIntro: 'Diegene krijgt een mail en kan meteen inloggen. Op de einddatum stopt de toegang vanzelf. Nodig opnieuw uit om te verlengen.',
    nameHint: 'Voornaam en achternaam. Kennen we dit adres al? Dan blijft de naam zoals hij is.',
    untilHint: 'Hoogstens drie jaar vooruit.',
    send: 'Nodig uit',
    empty: 'Er werkt hier nog niemand.',
  },
  mail: {
    subject: 'Je kunt inloggen bij Opbloei',
    text: `Dag {name},

{organisation} heeft je uitgenodigd bij Opbloei, als {role}. Je kunt inloggen tot en met {until}.

Zo log je in:
1. Ga naar {link}
2. Vul dit e-mailadres in.
3. Je krijgt een mail met een code.

Bij de eerste keer stel je ook een tweede stap in. Daarvoor heb je je telefoon nodig.

Verwachtte je dit niet? Dan hoef je niets te doen.

Opbloei`,
  },
  /** What somebody is called after a plan that stopped was wiped. */
  gone: 'Iemand die stopte',
  refusals: {
    address: { what: 'In deze naam staat een internetadres of e-mailadres.', next: 'Schrijf alleen de naam.' },
    tooMany: {
      what: 'Jullie hebben al tien rollen gegeven. Meer kan als het netwerk jullie heeft bevestigd.',
      next: 'Beëindig een rol, of vraag eerst de bevestiging aan op het startpad.',
    },
    notThisRole: { what: 'Deze rol kun je hier niet geven.', next: 'Kies een van de rollen uit de lijst.' },
    past: { what: 'De einddatum ligt niet in de toekomst.', next: 'Kies een dag na vandaag.' },
    tooLong: { what: 'De einddatum ligt meer dan drie jaar vooruit.', next: 'Kies een eerdere dag. Verlengen kan altijd.' },
    yourself: { what: 'Je kunt je eigen rol niet beëindigen.', next: 'Vraag een andere beheerder om dat te doen.' },
    notYours: {
      what: 'De tweede stap van deze persoon kun je hier niet wissen. Die beschermt ook een rol bij een andere organisatie.',
      next: 'Laat de persoon inloggen met een herstelcode. Zijn die ook weg? Vraag het aan wie Opbloei voor jullie laat draaien.',
    },
    notHere: { what: 'Deze persoon heeft hier deze rol niet.', next: 'Open de pagina opnieuw om te zien wie er werkt.' },
  },
}
