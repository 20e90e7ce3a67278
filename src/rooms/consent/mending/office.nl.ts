/** Words of what only the municipality does with an objection in which something is missing, and with its further delay. */
export const mendingOffice = {
  ask: {
    title: 'Bezwaar van {member} laten aanvullen',
    lead: 'Mist er iets? Vraag erom en noem een laatste dag. Pas daarna kan een bezwaar daarom niet-ontvankelijk zijn (Awb 6:6).',
    means: {
      still:
        '{about}: de laatste dag om te beslissen is nu {day}. Vanaf de dag na de brief staat die tijd stil, tot het er is, en hoogstens tot en met de dag die je noemt (Awb 7:10 lid 2).',
      before:
        '{about}: de tijd om te beslissen begint pas na {begins} en loopt tot en met {day}. Stilstaan telt vanaf dat begin. Of de dagen ervoor meetellen, is nog te bevestigen.',
      over: '{about}: de laatste dag om te beslissen was {day}. De tijd staat nu niet meer stil.',
    },
    question: 'Wat mist er?',
    questionHint: 'Bijvoorbeeld waarom iemand het er niet mee eens is, een handtekening of een machtiging.',
    before: 'Uiterlijk op welke dag?',
    beforeHint: 'Geef genoeg tijd. Komt het niet? Dan staat jullie tijd vanaf de dag erna niet meer stil.',
    button: 'Bekijk de brief',
  },
  others: 'De inwoner krijgt een brief. Heeft nog iemand belang bij dit besluit? Schrijf die dan zelf (Awb 7:10 lid 5).',
  delay: {
    title: 'Verder uitstel voor het bezwaar van {member}',
    lead: 'Dit kan alleen op een van deze drie gronden (Awb 7:10 lid 4). Verdagen met zes weken kan ook zonder grond, één keer.',
    now: '{about}: de laatste dag om te beslissen is nu {day}.',
    until: 'Uiterlijk op welke dag is er een beslissing?',
    untilHint: 'Deze dag blijft staan, ook als hij in een weekend valt.',
    ground: 'Waarom mag het later?',
    note: 'Wie stemde in, en wanneer? Of welk voorschrift vraagt dit?',
    noteHint: 'Een zin. Dit staat in de brief.',
    button: 'Bekijk de brief',
  },
  waits: {
    title: 'Het bezwaar wordt aangevuld',
    until: 'Dat kan tot en met {day}.',
    still: 'Dat kan tot en met {day}. Zolang staat de tijd om te beslissen stil.',
    over: 'Er kwam niets tot en met {day}. De tijd om te beslissen staat niet meer stil. Niet-ontvankelijk mag nu, maar hoeft niet (Awb 6:6).',
  },
  refusals: {
    missing: { what: 'Er staat niet wat er mist.', next: 'Schrijf op wat de inwoner moet sturen.' },
    tooEarly: { what: 'Deze dag geeft geen tijd om iets te sturen.', next: 'Noem een dag na vandaag.' },
    agreed: { what: 'Er staat niet wie instemde, of welk voorschrift dit vraagt.', next: 'Schrijf dat in een zin op.' },
    tooLate: {
      what: 'De laatste dag om op het bezwaar te beslissen was {day}.',
      next: 'Beslis zo snel mogelijk. Verder uitstel kan alleen tot en met die dag.',
    },
    mayStillCome: { what: 'Aanvullen kan nog tot en met {day}.', next: 'Wacht die dag af. Komt er niets, dan kan dit vanaf de dag erna.' },
  },
}
