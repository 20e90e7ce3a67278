/** Words of the pages that only the office reads, and of mail to customers. */
export const office = {
  remind: 'Wie herinneren we vandaag?',
  credit: {
    title: (number: string) => `Creditnota bij ${number}`,
    lead: 'Vul per regel in hoeveel je terugneemt. Is alles fout? Laat dan staan wat er staat.',
    left: (left: string) => `Nog te crediteren: ${left}`,
    note: 'Waarom?',
    noteHint: 'Dit staat op de creditnota.',
    send: 'Verstuur de creditnota',
  },
  writeOff: {
    title: (number: string) => `Factuur ${number} afboeken`,
    lead: 'Twee mensen beslissen samen. De ene stelt het voor, de andere keurt het goed.',
    customer: 'Klant',
    open: 'Nog open',
    due: 'Betalen voor of op',
    reason: 'Waarom betaalt de klant niet meer?',
    propose: 'Stel voor om af te boeken',
    proposedBy: 'Voorgesteld door',
    agree: 'Ik keur dit goed',
    own: 'Je deed dit voorstel zelf. Iemand anders keurt het goed: een bestuurslid of een andere penningmeester.',
    withdraw: 'Trek het voorstel in',
    refuse: 'Wijs het voorstel af',
    endReason: 'Waarom niet?',
    certain: 'Het staat vast dat de klant niet meer betaalt',
    certainHint:
      'Bijvoorbeeld: de klant is failliet en de curator schreef dat er niets komt. Dan komt de btw meteen terug. Anders pas een jaar na de laatste dag om te betalen.',
    certainShort: 'Het staat vast',
    yes: 'ja',
    ended: {
      refused: (by: string, reason: string) => `${by} wees een eerder voorstel af: ${reason}`,
      withdrawn: (by: string, reason: string) => `${by} trok een eerder voorstel in: ${reason}`,
    },
  },
  trust: {
    title: 'Wie mag zelf facturen versturen?',
    lead: 'Een lid met vertrouwen verstuurt zonder dat de penningmeester meekijkt. Geef dat als de eerste facturen goed gingen.',
    member: 'Lid',
    state: 'Mag versturen',
    yes: 'ja',
    no: 'nee',
    give: 'Geef vertrouwen',
    end: 'Stop hiermee',
    caption: 'Leden',
    empty: 'Er zijn nog geen leden.',
  },
  kor: {
    title: 'Kleineondernemersregeling',
    meter: (sold: string, limit: string) => `Dit jaar is ${sold} verkocht. Zonder btw mag tot en met ${limit}.`,
    near: 'De grens komt in zicht. De verkoop die over de grens gaat krijgt btw.',
    over: 'De grens is voorbij. Er komt btw op de facturen, dit jaar en het volgende.',
    ended: (on: string, until: string) =>
      `De verkoop van ${on} ging over de grens. Op al het werk vanaf die dag komt btw, tot en met ${until}. Werk van vóór die dag blijft zonder btw.`,
    again: (from: string) => `Weer meedoen kan vanaf ${from}. Meld de coöperatie dan opnieuw aan en vul bij Organisatie de nieuwe begindag in.`,
    tooEarly: (from: string) => `Bij Organisatie staat ${from} als nieuwe begindag. Die dag telt nog niet mee: zo lang kan niemand opnieuw meedoen.`,
    correct: 'Deze facturen hadden btw moeten hebben. De grens bleek eerder bereikt. Maak een creditnota en stuur ze opnieuw:',
  },
  mail: {
    subject: { invoice: 'Factuur {number} van {tradeName}', 'credit-note': 'Creditnota {number} van {tradeName}', 'day-sheet': 'Dagstaat {number}' },
    text: {
      invoice:
        'Beste {name},\n\nHierbij de factuur {number} voor {amount}. Wilt u het bedrag uiterlijk {dueOn} betalen op {iban}, met vermelding van {number}?\n\nVragen? Antwoord gerust op deze mail.\n\nMet vriendelijke groet,\n{tradeName}\n{seller}',
      'credit-note':
        'Beste {name},\n\nHierbij de creditnota {number} voor {amount}. Heeft u al betaald? Dan krijgt u dit bedrag terug.\n\nMet vriendelijke groet,\n{tradeName}\n{seller}',
      'day-sheet': '',
    },
  },
} as const
