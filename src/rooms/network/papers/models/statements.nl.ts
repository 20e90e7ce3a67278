import { type Model, provision as p } from '../papers.rules.ts'

/** The form of a statement on paper. */
export const statementForm: Model = {
  code: 'opgaveformulier',
  title: 'Opgaveformulier',
  about: 'De opgave van een lid aan de gemeente, op papier. In Opbloei gaat zij vanzelf in dezelfde vorm.',
  check: 'Vraag de gemeente of zij dit formulier aanneemt. Zij bepaalt welke gegevens zij nodig heeft (Participatiewet 53a).',
  versions: [],
  provisions: [
    p(
      'wie',
      'Over wie en welke tijd',
      'Opgave van een lid van {volledigeNaam} aan de gemeente {gemeente}. De opgave gaat {opgave}.',
      'Het kenmerk is van de gemeente. Schrijf geen burgerservicenummer op.',
      'UAVG 46',
      { blanks: ['Kenmerk van de gemeente', 'Maand of maanden'] },
    ),
    p(
      'cijfers',
      'De cijfers, zonder btw',
      'Neem over wat in de boeken van de coöperatie staat.',
      'De gemeente kan alleen verrekenen wat zij kent, en dat tot zes maanden terug.',
      'Participatiewet 53a en 58 lid 4',
      {
        blanks: [
          'Omzet',
          'Aanvaarde kosten',
          'Resultaat',
          'Naar eigen bedrijf en ontwikkeling',
          'Naar de coöperatie',
          'Uitbetaald aan het lid, en over welke maanden',
        ],
      },
    ),
    p('afdracht', 'Deel voor de gemeente', 'Wat volgens de afspraak naar de gemeente gaat.', 'Alleen als jullie dat hebben afgesproken.', null, {
      when: { afdracht: 'ja' },
      blanks: ['Bedrag voor de gemeente'],
    }),
    p(
      'grens',
      'Wat hier niet in staat',
      'Deze opgave gaat alleen over het werk bij de coöperatie. Andere veranderingen meld ik zelf.',
      'De plicht om te melden is van het lid.',
      'Participatiewet 17',
    ),
    p('tekenen', 'Klopt het?', 'Ik heb dit nagekeken.', 'Niemand verstuurt iets namens een lid zonder dat het lid het zag.', null, {
      blanks: ['Handtekening van het lid en dag', 'Penningmeester en dag'],
    }),
  ],
}

/** What a buyer can show for social procurement. */
export const procurementStatement: Model = {
  code: 'sociaal-inkopen',
  title: 'Verklaring sociaal inkopen',
  about: 'Een verklaring voor een klant die bij jullie koopt en dat wil laten meetellen voor social return.',
  check: 'De opdrachtgever of gemeente beslist of en hoeveel dit meetelt. Vraag het vóór je de verklaring geeft.',
  versions: [],
  provisions: [
    p(
      'wie',
      'Wie dit verklaart',
      '{volledigeNaam} in {plaats} is een sociale coöperatie. Haar leden ondernemen samen. Zij doen onder meer dit werk: {werk}',
      'De klant wil weten bij wie hij koopt.',
      'BW 2:53',
    ),
    p('koop', 'Wat is gekocht', 'De klant hieronder kocht in de genoemde tijd bij de coöperatie.', 'Het bedrag komt uit de facturen, zonder btw.', null, {
      blanks: ['Naam van de klant', 'Van dag tot dag', 'Bedrag zonder btw', 'Nummers van de facturen'],
    }),
    p(
      'mensen',
      'Niets over personen',
      'Deze verklaring noemt geen leden en zegt niet wie een uitkering heeft.',
      'Dat iemand een uitkering heeft, gaat de klant niet aan.',
      'AVG 5',
    ),
    p(
      'telt',
      'Of het meetelt',
      'Of deze inkoop meetelt voor social return, beslist de opdrachtgever van de klant.',
      'Regels voor social return verschillen per opdrachtgever.',
      null,
      { blanks: ['Namens de coöperatie, naam en dag'] },
    ),
  ],
}
