/** The words of the register as a paper: for the notary, the meeting and the trade register. */
export const nl = {
  title: 'Ledenregister',
  lead: 'Iedereen die bij de coöperatie hoort of hoorde, met de dagen van begin en einde. Om te laten zien bij de notaris of in de vergadering.',
  sheet: 'Ledenregister van {cooperative}',
  on: 'Stand van {day}',
  day: 'Op welke dag?',
  show: 'Laat zien',
  former: 'Ook wie geen lid meer is',
  print: 'Printen',
  csv: 'Als bestand',
  fileName: 'ledenregister-{day}.csv',
  back: 'Leden',
  columns: { number: 'Nummer', name: 'Naam', class: 'Soort', aspirantFrom: 'Op proef vanaf', memberFrom: 'Lid vanaf', until: 'Tot en met' },
  classes: { aspirant: 'aspirant-lid', member: 'lid', former: 'geen lid meer' },
  count: { one: '1 lid', more: '{n} leden' },
  looked: 'Wie hierin staat, ziet bij ‘Wie keek er?’ dat je het register bekeek.',
  empty: 'Er stond op deze dag niemand in het register.',
}
