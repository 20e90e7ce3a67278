/** The words around the law that a screen rests on. */
export const nl = {
  summary: 'Wat zegt de wet?',
  since: 'Gelezen in de tekst die geldt vanaf {day}.',
  notRead: 'De tekst is nog niet nagelezen.',
  source: 'Bron:',
  amounts: 'Alle bedragen uit de wet',
}
