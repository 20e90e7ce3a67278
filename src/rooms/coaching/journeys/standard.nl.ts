/** The steps that everybody may begin with; a cooperative makes its own of them. Keys are for ever: what was done is found by them. */
export const standard = {
  restAndBuild: {
    name: 'Rust en opbouw',
    lead: 'Je werkt in je eigen tempo. Je bouwt op wat past.',
    steps: {
      need: {
        title: 'Schrijf op wat je nodig hebt',
        why: 'Dan kan het werk zich aanpassen aan jou.',
        help: 'Denk aan rust, tijden, een plek of iemand erbij. Schrijf geen ziekte op. Dat hoeft niemand te weten.',
      },
      rhythm: { title: 'Kies je dagen en uren', why: 'Een vast ritme geeft rust.', help: 'Begin klein. Twee keer twee uur in de week is ook werk.' },
      place: { title: 'Vind een plek die past', why: 'Op een goede plek gaat werken beter.', help: 'Vraag de coöperatie om een rustige plek, of werk thuis.' },
      firstJob: { title: 'Doe één kleine klus', why: 'Zo merk je wat goed gaat.', help: 'Kies iets wat je al kunt. Spreek af wanneer je klaar bent.' },
      lookBack: { title: 'Kijk samen terug', why: 'Je leert wat werkt voor jou.', help: 'Wat ging goed? Wat kostte te veel? Pas je afspraken aan.' },
      more: { title: 'Doe er iets bij', why: 'Opbouwen gaat in kleine stappen.', help: 'Een uur meer, of een nieuwe klant. Te veel? Ga een stap terug.' },
    },
  },
  plan: {
    name: 'Een eigen plan',
    lead: 'Je maakt een plan voor je bedrijf. Later kun je ermee naar de gemeente.',
    steps: {
      idea: {
        title: 'Vertel wie je bent en wat je maakt',
        why: 'Daar begint elk plan mee.',
        help: 'Gewone woorden zijn genoeg. Je kunt alles later veranderen.',
      },
      customers: {
        title: 'Praat met drie klanten',
        why: 'Dan weet je of mensen het willen kopen.',
        help: 'Vraag wat zij nodig hebben en wat zij willen betalen.',
      },
      price: { title: 'Reken je prijs uit', why: 'Een te lage prijs kost je geld.', help: 'Tel je kosten en je uren op. Je begeleider rekent mee.' },
      money: { title: 'Vul de geldstroom in', why: 'Je ziet in welke maand je geld tekortkomt.', help: 'Twaalf maanden: wat komt erin en wat gaat eruit?' },
      try: { title: 'Probeer het drie maanden', why: 'Dan klopt je plan met wat echt gebeurt.', help: 'Verkoop via de coöperatie. Schrijf op wat je leert.' },
      check: { title: 'Kijk of je plan klaar is', why: 'De gemeente kijkt naar vaste punten.', help: 'Opbloei laat zien welke delen nog missen.' },
      town: {
        title: 'Praat met de gemeente',
        why: 'Zij beslist over parttime ondernemen of Bbz.',
        help: 'Neem je plan mee. Je begeleider kan mee naar het gesprek.',
      },
    },
  },
  moneyMatters: {
    name: 'Geldzaken op orde',
    lead: 'Je werkt, en iemand helpt je met je geld. Die persoon weet wat er gebeurt.',
    steps: {
      overview: {
        title: 'Maak een lijst van je geld',
        why: 'Je weet dan waar je staat.',
        help: 'Wat komt binnen, wat gaat eruit? Je hoeft de lijst aan niemand te laten zien.',
      },
      name: {
        title: 'Schrijf op wie je helpt',
        why: 'Wij betalen niets uit zonder die persoon.',
        help: 'Bijvoorbeeld je bewindvoerder of de schuldhulp. Naam en telefoon zijn genoeg.',
      },
      consent: {
        title: 'Vraag een akkoord op papier',
        why: 'Zonder dit akkoord betaalt de coöperatie niets uit.',
        help: 'Je begeleider kan de brief vragen en bewaart hem bij je gegevens.',
      },
      agree: { title: 'Spreek af hoe het gaat', why: 'Dan verrast geld niemand.', help: 'Spreek met die persoon af op welke rekening geld komt, en wanneer.' },
      statement: {
        title: 'Geef elke maand het overzicht',
        why: 'Die persoon ziet wat erin kwam en wat je kreeg.',
        help: 'Opbloei maakt het overzicht. Jij geeft het zelf.',
      },
      lookBack: { title: 'Kijk samen terug', why: 'Hulp mag ook weer minder worden.', help: 'Wat lukt al zelf? Wat vind je nog lastig?' },
    },
  },
  language: {
    name: 'Taal en meedoen',
    lead: 'Je leert Nederlands terwijl je werkt. Je uren tellen we op.',
    steps: {
      road: { title: 'Schrijf op welke weg je volgt', why: 'Elke weg vraagt iets anders.', help: 'Kijk in je PIP. Weet je het niet? Kies dan "weet ik niet".' },
      buddy: {
        title: 'Kies iemand om mee te praten',
        why: 'Praten is de snelste manier om te leren.',
        help: 'Een taalmaatje, een buur of iemand van de coöperatie.',
      },
      words: { title: 'Leer de woorden van je werk', why: 'Dan begrijp je klanten en zij jou.', help: 'Schrijf tien woorden per week op. Oefen ze hardop.' },
      hours: { title: 'Schrijf je uren op', why: 'Zo heb je bewijs voor je inburgering.', help: 'Taal en meedoen apart. Je begeleider bevestigt je uren.' },
      pip: { title: 'Geef het overzicht aan de gemeente', why: 'Zij beslist of je uren meetellen.', help: 'Opbloei maakt het overzicht voor bij je PIP.' },
    },
  },
  withoutBenefit: {
    name: 'Zonder uitkering',
    lead: 'Je hebt geen uitkering. Je doet mee op de voorwaarden van de coöperatie.',
    steps: {
      check: {
        title: 'Controleer dat je geen uitkering hebt',
        why: 'Dan hoef je de gemeente niets te vragen.',
        help: 'Krijg je later wel een uitkering? Zeg het dan meteen.',
      },
      terms: { title: 'Lees de voorwaarden', why: 'Je weet dan wat jullie afspreken.', help: 'Begrijp je iets niet? Vraag het voordat je ja zegt.' },
      agreement: { title: 'Teken de ledenovereenkomst', why: 'Daarin staat hoe geld wordt verdeeld.', help: 'Die staat klaar bij je afspraken.' },
      tax: {
        title: 'Weet wat je met de belasting doet',
        why: 'Wat je krijgt, kan inkomen zijn.',
        help: 'Bel de Belastingdienst of vraag een boekhouder. Opbloei geeft geen belastingadvies.',
      },
      forward: { title: 'Kies hoe je verder gaat', why: 'Misschien wil je later een eigen bedrijf.', help: 'Praat erover met je begeleider.' },
    },
  },
} as const
