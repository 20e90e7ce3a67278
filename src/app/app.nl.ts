export const nl = {
  signIn: {
    title: 'Kijk mee in de oefenwereld',
    demoIntro: 'Alle mensen, dorpen en bedragen zijn verzonnen. Kies iemand. Je ziet dan precies wat die persoon ziet. Je kunt niets stukmaken.',
    begin: 'Begin hier',
    enter: 'Kijk mee als {name}',
    everybody: 'Of kies iemand anders',
    wide: 'Uit de rest van het netwerk',
    wideNote:
      'In deze wereld doen 25 coöperaties en 40 gemeenten mee. Bij deze vijf kun je ook binnenkijken. Er is weinig te doen; je ziet er hoe kennismaken van hun kant werkt.',
    kinds: { cooperative: 'sociale coöperatie', municipality: 'gemeente', network: 'netwerk', partner: 'partner' },
    questions: {
      member: 'Waar ging mijn geld heen? En wat mag ik?',
      coach: 'Wie heeft mij nodig, en waarvoor?',
      treasurer: 'Klopt het? En wat moet ik vandaag doen?',
      board: 'Hoe gaat het met de coöperatie?',
      administrator: 'Wie doet mee, en wie mag wat?',
      caseManager: 'Wat moet ik weten? En wat moet ik beslissen?',
      policyAdviser: 'Werkt het, voor onze inwoners?',
      network: 'Wat kunnen we van elkaar leren?',
      system: '',
    },
    mailbox: 'Postvak van de oefenwereld',
    mailboxNote: 'Hier komt alle mail die Opbloei in deze wereld verstuurt.',
    byMail: 'Inloggen zoals in het echt',
    byMailNote: 'Met een code uit de mail.',
  },
  mailbox: {
    title: 'Postvak van de oefenwereld',
    intro: 'Alle mail die Opbloei hier zou versturen. Er gaat niets echt de deur uit.',
    all: 'Alles',
    signIn: 'Inloggen',
    filter: 'Van wie',
    to: 'aan {to}',
    from: 'van {from}',
    attached: 'Meegestuurd',
    emptyTitle: 'Nog geen mail',
    empty: 'Vraag een code aan om in te loggen, of verstuur een factuur. Dan zie je de mail hier.',
    toSignIn: 'Naar inloggen',
  },
  export: {
    readme: `# {name}: alles uit Opbloei

Gemaakt op {day}. Alles staat in open formaten. Je kunt het lezen zonder Opbloei.

| Bestand | Wat erin staat |
| --- | --- |
| people.csv | iedereen die lid is of was, of zich aanmeldde: kenmerk, id, naam, adres, fase, bedrijf |
| journey.csv | wanneer iemand zich aanmeldde, op proef kwam, lid werd en vertrok |
| benefits.csv | waar een uitkering vandaan komt, met de dag waarop dat begon |
| customers.csv | klanten met hun adres, en bij welk lid ze horen |
| agreements.json | elke versie van de ledenovereenkomst: de tekst en de regels |
| invoices/ | elke factuur, creditnota en dagstaat als UBL (xml) en als pdf |
| ledger.journal | het grootboek, na te rekenen met hledger: \`hledger -f ledger.journal balance\` |
| ledger.csv | hetzelfde grootboek als tabel: bedragen in euro met een punt |
| months.json | per afgesloten maand de verdeling: bedragen in hele centen, met het artikel |
| statements.json | de maandopgaven zoals leden ze verstuurden, elke versie met haar hash, en de vragen en antwoorden |
| resolutions.json | het register van besluiten van leden en bestuur; een stuk dat erbij hoort heet resolution-nummer |
| decisions.json | aanvragen om toestemming en wat erop besloten is |
| questions.json | vragen aan iedereen die meedoet, met de antwoorden: met rol en organisatie, zonder namen |
| lending.json | afspraken die de coöperatie uitleende en leende |
| knowledge.json | de kennis die de coöperatie bijhoudt; een bijlage heet knowledge- met het adres en een nummer |
| log.csv | wat er gebeurde, wanneer en in welke rol |

Mensen heten in de boeken lid-1, lid-2 enzovoort. In de bestanden voor programma’s (json) staat hun id. In people.csv staan beide, met de naam.
Wat er niet in staat: eigen notities van begeleiders, kenmerken van de gemeente, en vragen die iemand alleen aan het netwerk stelde.

De keten van het grootboek eindigt op {head}. Verandert er iets in het grootboek, dan verandert dit getal.
`,
  },
}
