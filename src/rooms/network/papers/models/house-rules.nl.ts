import { type Model, provision as p } from '../papers.rules.ts'

/** House rules: what the deed leaves open. */
export const houseRules: Model = {
  code: 'huisregels',
  title: 'Huishoudelijk reglement',
  about: 'Hoe jullie het elke week doen. De leden stellen het vast; er is geen notaris voor nodig.',
  check: 'Laat de notaris één keer nalezen of het reglement past bij de statuten. Waar ze botsen, gaan de statuten voor.',
  versions: [{ version: 2, why: 'Wie een klacht heeft, wist niet bij wie. Versie 2 noemt twee vaste mensen en een termijn.' }],
  provisions: [
    p(
      'plaats',
      'Waarvoor dit reglement is',
      'Dit reglement hoort bij de statuten van {volledigeNaam} Staat iets in beide anders, dan gelden de statuten.',
      'Zo is er geen twijfel welk papier telt.',
    ),
    p(
      'vergaderen',
      'Bij elkaar komen',
      'De leden komen {ritme} bij elkaar. Elk lid vertelt kort hoe het met het eigen werk gaat: wat lukte, wat lastig is, wat er komt.',
      'Leden die elkaars werk kennen, helpen elkaar eerder.',
    ),
    p(
      'proef',
      'Proeftijd',
      'Wie meedoet op proef, krijgt {proef} maanden om te kijken of het past. De begeleider en het proeflid praten halverwege en aan het eind.\nEen proeflid stemt niet mee.',
      'De proeftijd is iets anders dan een proefplaats van de gemeente.',
      'Participatiewet 8a lid 2',
    ),
    p(
      'werk',
      'Werken voor klanten',
      'Een klus begint pas als er een offerte of een afspraak op schrift is. De coöperatie stuurt de factuur.\nWie een uitkering heeft, begint pas als de gemeente schriftelijk ja heeft gezegd.',
      'De coöperatie is de verkoper. Zonder toestemming kan werk geld kosten dat je moet terugbetalen.',
      'Participatiewet 17 en 31',
    ),
    p('bonnen', 'Bonnetjes', 'Lever een bon in binnen een week. Een ander dan jijzelf keurt hem goed.', 'Vier ogen beschermen jou en de penningmeester.'),
    p(
      'besteden',
      'Geld besteden',
      'Een besteding uit je budget vraag je van tevoren. Een ander dan jijzelf zegt ja of nee, met een reden.\nJe neemt geen geld op uit je budget.',
      'Kun je vrij over geld beschikken, dan telt het als middel voor je uitkering.',
      'Participatiewet 31 lid 1',
    ),
    p('klacht', 'Een klacht', 'Heb je een klacht? Vertel het een bestuurder.', 'Een klacht die niemand hoort, wordt ruzie.', null, { until: 2 }),
    p(
      'klacht',
      'Een klacht',
      'Heb je een klacht? Ga naar een van de twee mensen die de ledenvergadering daarvoor aanwijst. Zij zitten niet in het bestuur.\nJe krijgt binnen twee weken een antwoord op schrift. Helpt dat niet, dan komt je klacht in de ledenvergadering, als jij dat wilt.',
      'Een klacht over het bestuur hoort niet alleen bij het bestuur te liggen.',
      null,
      { since: 2, blanks: ['Eerste persoon voor klachten', 'Tweede persoon voor klachten'] },
    ),
    p(
      'geheim',
      'Wat van een lid is, blijft bij dat lid',
      'Vertel niet verder wat je van een ander lid hoort over uitkering, schulden of gezondheid.',
      'Dit zijn gegevens die de wet extra beschermt, of die net zo gevoelig zijn.',
      'AVG 9',
    ),
    p(
      'grens',
      'Grote uitgaven',
      'Boven € {grens} beslist de ledenvergadering, op voorstel van het bestuur met twee offertes.',
      'Dit is dezelfde grens als in de statuten.',
    ),
  ],
}
