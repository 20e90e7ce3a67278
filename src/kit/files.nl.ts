export const nl = {
  refusals: {
    empty: { what: 'Dit bestand is leeg.', next: 'Kies het bestand opnieuw, of maak een nieuwe foto.' },
    tooBig: { what: 'Dit bestand is groter dan {megabytes} MB.', next: 'Kies een kleiner bestand. Een foto met minder kwaliteit is ook goed.' },
    unknown: { what: 'Dit soort bestand kunnen we niet lezen.', next: 'Kies een foto (JPEG, PNG, WebP of HEIC) of een PDF.' },
    notThis: { what: 'Dit soort bestand past hier niet.', next: 'Kies een ander bestand: {kinds}.' },
    oldOffice: {
      what: 'Dit is een oud bestand van Word of Excel, of er zit een wachtwoord op.',
      next: 'Bewaar het als DOCX, XLSX, ODT of ODS zonder wachtwoord. Kies het dan opnieuw.',
    },
    macros: {
      what: 'In dit bestand zit een macro: een programma dat vanzelf kan starten.',
      next: 'Bewaar het zonder macro’s, of als PDF. Kies het dan opnieuw.',
    },
    script: { what: 'In deze PDF zit een opdracht die vanzelf kan starten.', next: 'Druk het document opnieuw af naar PDF. Kies dan dat bestand.' },
    holdsFile: { what: 'In dit bestand zit nog een ander bestand. Dat kunnen we niet nakijken.', next: 'Haal het eruit, en voeg het apart toe.' },
    locked: {
      what: 'We kunnen niet in dit bestand kijken. Misschien zit er een wachtwoord op.',
      next: 'Bewaar het opnieuw zonder wachtwoord. Kies het dan nog een keer.',
    },
    gone: { what: 'Dit bestand is er niet.', next: 'Ga terug naar de pagina waar je vandaan kwam.' },
  },
}
