export const nl = {
  title: 'Inlogcode voor {name}',
  print: 'Print',
  shownOnce: 'Deze pagina gaat na tien minuten dicht. Daarna kun je alleen een nieuwe code maken; de oude werkt dan niet meer.',
  give: 'Geef het papier zelf aan {name}. Lees de code niet voor en maak geen foto. {name} ziet dat je een code hebt afgedrukt.',
  back: 'Terug naar het dossier',
  sheet: {
    title: 'Jouw code om in te loggen',
    go: 'Ga naar {address}',
    fill: 'Vul je {who} in, en daarna de code.',
    number: 'lidnummer ({number})',
    name: 'naam ({name})',
    code: 'Code',
    until: 'De code werkt tot {until}, en maar één keer.',
    keep: 'Geef dit papier aan niemand anders. Ben je het kwijt? Vraag je begeleider om een nieuwe code.',
  },
  file: {
    title: 'Inloggen zonder e-mail',
    why: 'Heeft dit lid geen e-mail? Druk een code af. Daarmee kan het lid één keer inloggen, binnen twee dagen.',
    make: 'Maak een inlogcode',
  },
}
