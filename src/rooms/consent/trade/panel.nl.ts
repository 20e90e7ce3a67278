/** Words of the panel that says, before somebody fills in an invoice or a day sheet, whether the work may be sold. */
export const nl = {
  label: 'Mag dit werk worden verkocht?',
  done: 'Is het werk al gedaan? Vraag de factuur dan gewoon aan. De penningmeester mag hem versturen.',
  waits: 'Het geld wacht tot er toestemming is. Tot die tijd wordt er niets verdeeld of uitgegeven.',
  toCome: 'Moet het werk nog komen? Dat mag nog niet. Begin er nog niet aan.',
  look: 'Kijk bij Toestemming',
  yes: 'Ja, werk van {day} mag worden verkocht.',
  yesUntil: 'De toestemming geldt tot en met {until}.',
  otherDay: 'Was het werk op een andere dag?',
  whoAndDay: 'Kijk eerst of het mag: voor wie, en op welke dag?',
  member: 'Voor wie?',
  choose: 'Kies een lid',
  day: 'Dag van het werk',
  check: 'Kijk of het mag',
}
