/** What several parts of coaching say. */
export const nl = {
  back: 'Terug naar het traject',
  ownBack: 'Terug naar mijn traject',
  somebody: 'iemand',
  refusals: {
    missing: { what: 'Dit lid is er niet, of is niet van jou.', next: 'Ga terug naar je eigen leden.' },
  },
} as const
