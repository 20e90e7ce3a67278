/** Every Dutch word of signing a plan of action. */
export const nl = {
  title: 'Plan van aanpak tekenen',
  lead: 'Lees de hele tekst. Klopt alles? Dan teken je onderaan.',
  versionOf: 'Versie {version}, vastgelegd op {day}',
  draft: 'Nog niet vastgelegd',
  fingerprint: 'Kenmerk van deze tekst: {hash}',
  fingerprintHint: 'Verandert er één letter, dan verandert het kenmerk ook. Zo weet je dat iedereen hetzelfde tekent.',
  by: 'Van',
  cooperative: 'Coöperatie',
  signers: 'Wie tekent',
  who: { member: 'het lid', coach: 'de begeleider', caseManager: 'de gemeente', other: 'op uitnodiging' },
  signedOn: 'getekend door {name} op {day}',
  open: 'nog niet getekend',
  openUntil: 'nog niet getekend, de link werkt tot en met {day}',
  name: 'Je naam',
  agreed: 'Ik heb dit plan gelezen en ben het ermee eens.',
  sign: 'Teken dit plan',
  done: 'Je hebt getekend',
  doneText: 'Dat deed je op {day}, onder de naam {name}.',
  notAsked: 'Er ligt nu niets dat jij moet tekenen.',
  back: 'Naar het plan',
  byLink: 'Je tekent als {name}. De link werkt tot en met {day}.',
  over: { title: 'Deze link is afgelopen', text: 'Je kunt het plan hier niet meer lezen of tekenen. Vraag {cooperative} om een nieuwe link.' },
  renewed: { title: 'Er is een nieuwe versie', text: 'Deze versie hoef je niet meer te tekenen. Je krijgt een nieuwe mail als dat nodig is.' },
  freeze: {
    title: 'Klaarzetten om te tekenen',
    text: 'De tekst wordt vastgelegd zoals hij er nu staat. Lid en begeleider tekenen met hun eigen account, en de gemeente als zij meedoet.',
    other: 'Moet er nog iemand tekenen?',
    otherHint: 'Iemand zonder account krijgt een mail met een link. Die werkt veertien dagen.',
    otherName: 'Naam',
    otherEmail: 'E-mailadres',
    go: 'Zet klaar om te tekenen',
  },
  nothing: 'Niets ingevuld',
  noDay: 'geen dag',
  noWho: 'nog niet gekozen',
  pages: 'Bladzijde {page} van {pages}',
  mail: {
    subject: 'Wil je een plan van aanpak tekenen?',
    text: `Dag {name},

{member} vraagt je om een plan van aanpak te lezen en te tekenen. Dat kan zonder account, tot en met {day}:
{link}

Ken je {member} niet? Dan hoef je niets te doen.

{cooperative}`,
  },
  refusals: {
    twoTexts: { what: 'Bij een onderdeel staan nog twee teksten.', next: 'Kies eerst wat het moet worden. Zet het plan daarna klaar.' },
    notReady: { what: 'Er staat nog geen doel of geen stap in het plan.', next: 'Vul die eerst in en bewaar.' },
    sameAgain: { what: 'Deze tekst ligt al klaar om te tekenen.', next: 'Je hoeft niets te doen. Verander eerst iets als het anders moet.' },
    changed: { what: 'De tekst is intussen veranderd.', next: 'Lees de nieuwe tekst, en teken die.' },
    notRead: { what: 'Je hebt het vinkje nog niet gezet.', next: 'Lees de tekst. Ben je het eens? Zet dan het vinkje.' },
    notAsked: { what: 'Jij hoeft deze versie niet te tekenen.', next: 'Ga terug naar het plan.' },
    noLink: { what: 'Deze link werkt niet.', next: 'Kijk of je hem helemaal hebt overgenomen, of vraag een nieuwe.' },
    nothingToSign: { what: 'Er ligt nog geen plan om te tekenen.', next: 'Ga terug naar het plan en zet het eerst klaar.' },
    halfOther: { what: 'De naam of het e-mailadres ontbreekt.', next: 'Vul beide in, of laat beide leeg.' },
    linkOver: { what: 'Deze link is afgelopen.', next: 'Vraag de coöperatie om een nieuwe link.' },
  },
}
