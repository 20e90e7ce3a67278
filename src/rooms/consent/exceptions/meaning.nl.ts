/** Words of what a proposed event means, for everybody who is about to confirm one. */
export const nl = {
  title: 'Wat dit betekent',
  period: '{from} tot en met {until}',
  states: {
    may: 'Werk mag worden verkocht',
    unknownBenefit: 'Niet verkopen: we weten nog niet welke uitkering er is',
    noConsent: 'Niet verkopen: er is geen toestemming',
    awaiting: 'Niet verkopen: er is nog geen besluit',
    suspended: 'Niet verkopen: de toestemming staat stil',
    ended: 'Niet verkopen: de toestemming is afgelopen',
    upcoming: 'Niet verkopen: de toestemming is nog niet begonnen',
    elsewhere: 'Niet verkopen: een andere gemeente moet toestemming geven',
  },
  changes: { opens: 'Dat mocht eerst niet.', closes: 'Dat mocht eerst wel.' },
  exceptions: {
    backdated: 'De toestemming geldt ook voor dagen van vóór de aanvraag: {from} tot en met {until}.',
    notCovered: 'Gevraagd, maar zonder toestemming: {from} tot en met {until}.',
    beyondTown: 'Zo ver terug kan niet bij deze gemeente: {from} tot en met {until}. Voor die dagen komt er geen toestemming.',
    gap: 'Tussen twee toestemmingen is niets geregeld: {from} tot en met {until}. Verkoop dan geen werk.',
    extensionRunsOn: 'De verlenging is op tijd gevraagd. De toestemming loopt na {last} door, tot de gemeente besluit.',
    extensionStops: 'De verlenging is op tijd gevraagd. Toch stopt de toestemming na {last}. Daarna mag niets worden verkocht tot de gemeente besluit.',
    extensionLate: 'De verlenging is te laat gevraagd: de toestemming liep tot en met {last}. Verkoop niets tot de gemeente besluit.',
    moved: 'Vanaf {from} betaalt een andere gemeente de uitkering. Vraag die gemeente ook om toestemming.',
    postedEarlier: 'Het besluit telt vanaf de dag van verzending, {on}. Wat eerder bekend was, verandert niet.',
    nothingChanges: 'Voor geen enkele dag verandert wat er mag.',
  },
  waiting: {
    free: 'Al verkocht werk van {days}: de penningmeester kan het geld vrijgeven.',
    held: 'Al verkocht werk van {days}: het geld blijft apart staan.',
  },
  months: {
    added: 'Er komt een maandopgave bij voor: {months}.',
    dropped: 'Er hoeft geen maandopgave meer voor: {months}.',
  },
}
