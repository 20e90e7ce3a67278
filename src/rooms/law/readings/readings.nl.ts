/** Every Dutch word of the page on how a municipality reads the law. */
export const nl = {
  title: 'Hoe lezen jullie de wet?',
  lead: 'Op deze punten lezen gemeenten de wet niet hetzelfde. Inwoners krijgen een schatting die rekent zoals jullie hier kiezen.',
  estimate: 'Het blijft een schatting. Over iemands uitkering beslissen jullie per persoon.',
  questions: {
    monthsMustFollow: 'Moeten de zes maanden van de vrijlating van 25% op elkaar volgen?',
    pensionAgeHasSixMonths: 'Gelden die zes maanden ook vanaf de pensioenleeftijd?',
    medicalBeforeLoneParent: 'Gaat de medische urenbeperking voor bij een alleenstaande ouder?',
    early2027: 'Passen jullie de regels van 2027 nu al toe op mensen onder de 27?',
  },
  doubts: {
    monthsMustFollow: 'Nog te bevestigen: art. 31 lid 2 onder n zegt het niet met zoveel woorden. Gebruikelijk is: nee.',
    pensionAgeHasSixMonths: 'Nog te bevestigen: art. 31 lid 2 onder n. Gebruikelijk is: nee.',
    medicalBeforeLoneParent: 'Nog te bevestigen: art. 31 lid 2 onder r en y. Gebruikelijk is: ja.',
    early2027: 'Gedoogjaar 2026: alleen voor mensen onder de 27. Het besluit is nog niet nagelezen.',
  },
  answers: { ja: 'Ja', nee: 'Nee' },
  save: 'Bewaren',
  never: 'Jullie kozen nog niets. We rekenen zoals gebruikelijk.',
  last: 'Zo sinds {day}.',
  toAmounts: 'De bedragen uit de wet',
} as const
