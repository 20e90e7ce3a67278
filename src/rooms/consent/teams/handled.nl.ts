/** What a resident reads about where the own file is. */
export const nl = {
  label: 'Behandelt je aanvraag',
  office: 'Team',
  at: '{team} behandelt je aanvraag',
  everybody: 'De gemeente behandelt je aanvraag, zonder vast team',
}
