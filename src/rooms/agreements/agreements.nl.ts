export const nl = {
  textHead:
    'Ledenovereenkomst van {cooperative}, versie {number}. Deze afspraken gelden vanaf {from}, voor wie tekent. Had het lid al andere afspraken? Dan gelden die nog voor werk van vóór de laatste handtekening.',
  textUntil: 'Deze afspraken gelden tot en met {until}.',
  cooperationHead: 'Samenwerkingsovereenkomst van {cooperative} met {municipality}, versie {number}. Deze afspraken gelden vanaf {from}.',
  cooperationArticle: 'Artikel {number}. {sentence}',
  cooperationChange:
    'Deze afspraken veranderen geen afspraken met leden. Daarvoor moet een lid zelf tekenen (artikel 59 van Boek 2 van het Burgerlijk Wetboek).',
  refusals: {
    missing: { what: 'Deze afspraak is er niet.', next: 'Ga terug naar Afspraken en kies opnieuw.' },
    noAgreement: { what: 'Voor {day} is er geen getekende afspraak.', next: 'Laat het lid en het bestuur eerst tekenen. Daarna kun je verder.' },
    hasProblems: { what: 'Deze afspraken kunnen nog niet getekend worden. {problem}', next: 'Pas het concept aan en probeer het opnieuw.' },
    outsideBounds: {
      what: 'Dit past niet bij de afspraak met {municipality}. {problem}',
      next: 'Pas het artikel aan, of maak eerst een nieuwe afspraak met de gemeente.',
    },
    fromPassed: { what: 'De eerste dag ligt in een maand die voorbij is.', next: 'Kies {month} of later. Wat al verdeeld is, verandert niet.' },
    firstOfMonth: { what: 'Een afspraak begint op de eerste dag van een maand.', next: 'Kies de eerste dag van een maand.' },
    untilBeforeFrom: { what: 'De laatste dag ligt vóór de eerste dag.', next: 'Pas een van de twee dagen aan.' },
    nobodyChosen: { what: 'Er is niemand gekozen.', next: 'Kies leden, of bevestig hieronder dat je alleen de tekst vastlegt.' },
    nobodyMore: { what: 'Er is niemand gekozen.', next: 'Kies minstens één lid.' },
    textStands: { what: 'Deze tekst is al voorgelegd en staat vast.', next: 'Begin een nieuwe versie als er iets moet veranderen.' },
    otherText: { what: 'De tekst is een andere dan die je zag.', next: 'Lees de tekst opnieuw en teken daarna.' },
    signedBefore: { what: 'Hier is al voor getekend.', next: 'Je hoeft niets meer te doen.' },
    declinedBefore: { what: 'Deze versie wordt niet getekend.', next: 'Lees waarom op de pagina van de afspraak. De coöperatie kan een nieuwe versie maken.' },
    answerTooShort: { what: 'Er staat nog niet waarom, of te kort.', next: 'Schrijf het in gewone woorden op. De ander moet weten wat je bedoelt.' },
    newerSigned: { what: 'Er geldt al een nieuwere versie.', next: 'Bekijk bij Afspraken welke versie voor jou geldt.' },
    boardFirst: { what: 'Het bestuur heeft deze versie nog niet getekend.', next: 'Laat eerst het bestuur tekenen.' },
    notReserved: {
      what: 'Deze versie verandert meer dan de ledenvergadering zelf mag veranderen.',
      next: 'Vraag het lid om te tekenen. Tot die tijd geldt de oude versie (artikel 59 van Boek 2 van het Burgerlijk Wetboek).',
    },
    noticeInFuture: { what: 'De dag van het bericht ligt in de toekomst.', next: 'Vul de dag in waarop het lid het bericht kreeg.' },
    noMunicipality: { what: 'Deze gemeente is er niet.', next: 'Kies een gemeente uit de lijst.' },
    tickFirst: {
      what: 'Je hebt nog niet gezegd dat je het gelezen hebt.',
      next: 'Lees de tekst en zet een vinkje. Weet je het niet? Vraag het aan je begeleider.',
    },
  },
}
