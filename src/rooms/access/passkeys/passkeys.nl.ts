export const nl = {
  enter: 'Inloggen met een passkey',
  enterText: 'Heb je een passkey gemaakt? Dan log je in met je vinger, je gezicht of de code van je toestel.',
  step: 'Gebruik je passkey',
  onlyPasskey: 'Je hebt een passkey. Laat daarmee zien dat jij het bent.',
  lostPasskey: 'Heb je dat toestel niet meer? Vraag de beheerder van je organisatie om je tweede stap te wissen.',
  failed: 'Het lukte niet met de passkey. Probeer het nog eens, of gebruik een code.',
  title: 'Passkeys',
  what: 'Met een passkey log je in met je vinger, je gezicht of de code van je toestel. Je hoeft dan geen code uit je mail te halen.',
  counts: 'Een passkey telt ook als tweede stap.',
  none: 'Je hebt nog geen passkey.',
  noScript: 'Een passkey maken kan alleen als scripts in je browser aanstaan. Inloggen met een code uit je mail kan altijd.',
  noScriptStep: 'Zet scripts aan in je browser om je passkey te gebruiken.',
  label: 'Naam voor dit toestel',
  labelHint: 'Bijvoorbeeld: mijn telefoon. Je mag dit leeg laten.',
  add: 'Maak een passkey',
  added: 'gemaakt op {day}',
  used: 'laatst gebruikt op {day}',
  unused: 'nog niet gebruikt',
  remove: 'Haal weg',
  devices: 'Waar ben ik ingelogd?',
  devicesText: 'Zie je iets dat je niet kent? Log dat toestel uit.',
  here: 'dit toestel',
  seen: 'laatst gezien op {day}',
  since: 'ingelogd op {day}',
  signOut: 'Log uit',
  on: 'op',
  unknown: 'Een onbekend toestel',
  mail: {
    subject: 'Er is een passkey toegevoegd',
    text: `Dag {name},

Er is een passkey toegevoegd aan je account bij Opbloei. Daarmee kun je inloggen.

Heb je dit niet zelf gedaan? Haal de passkey dan weg bij Mijn account, en log overal uit:
{link}

Opbloei`,
  },
  refusals: {
    failed: { what: 'Het lukte niet met de passkey.', next: 'Probeer het nog eens. Of log in met een code uit je mail.' },
    unknown: { what: 'Deze passkey kennen we niet.', next: 'Log in met een code uit je mail. Daarna kun je een nieuwe passkey maken.' },
    notMade: { what: 'De passkey is niet gemaakt.', next: 'Ververs de bladzijde en probeer het nog eens.' },
    many: { what: 'Je hebt al tien passkeys.', next: 'Haal er eerst een weg die je niet meer gebruikt.' },
    lastWayIn: { what: 'Dit is je enige manier om zelf in te loggen.', next: 'Maak eerst een andere passkey, of vul een e-mailadres in.' },
    secondStep: { what: 'Voor jouw rol is een tweede stap verplicht.', next: 'Zet eerst een app met codes aan, of maak een andere passkey.' },
    onlyPasskey: {
      what: 'Je hebt een passkey als tweede stap.',
      next: 'Gebruik je passkey. Ben je hem kwijt? Vraag de beheerder om je tweede stap te wissen.',
    },
  },
}
