/** The words around the law that a screen rests on. */
export const nl = {
  summary: 'Wat zegt de wet?',
  since: 'Gelezen in de tekst die geldt vanaf {day}.',
  notRead: 'De tekst is nog niet nagelezen.',
  source: 'Bron: {source}.',
  amounts: 'Alle bedragen uit de wet',
  /** For who reads English: the law itself stands in Dutch. */
  english: { summary: 'What does the law say? (in Dutch)', amounts: 'All amounts of the law (in Dutch)' },
} as const
