export const nl = {
  refusals: {
    empty: { what: 'Dit bestand is leeg.', next: 'Kies het bestand opnieuw, of maak een nieuwe foto.' },
    tooBig: { what: 'Dit bestand is groter dan {megabytes} MB.', next: 'Kies een kleiner bestand. Een foto met minder kwaliteit is ook goed.' },
    unknown: { what: 'Dit soort bestand kunnen we niet lezen.', next: 'Kies een foto (JPEG, PNG, WebP of HEIC) of een PDF.' },
    notThis: { what: 'Dit soort bestand past hier niet.', next: 'Kies een ander bestand: {kinds}.' },
    gone: { what: 'Dit bestand is er niet.', next: 'Ga terug naar de pagina waar je vandaan kwam.' },
  },
}
