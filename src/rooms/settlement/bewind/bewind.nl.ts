/** The paper for who looks after the money of a member: professionals, so in Dutch. */
export const nl = {
  title: 'Overzicht van {month} voor {name}',
  name: 'Naam',
  month: 'Maand',
  standing: 'Stand',
  provisional: 'voorlopig, de maand is nog niet afgesloten',
  final: 'de maand is afgesloten',
  what: 'Wat',
  amount: 'Bedrag',
  note: 'Dit overzicht gaat alleen over de coöperatie. Geld in de budgetten is van de coöperatie en niet vrij opneembaar.',
  pages: 'Pagina {page} van {pages}',
  refusals: {
    toCome: { what: 'Deze maand moet nog beginnen.', next: 'Kies een maand die begonnen of voorbij is.' },
    noMonth: { what: 'Deze maand kennen we niet.', next: 'Kies een maand uit de lijst.' },
  },
} as const
