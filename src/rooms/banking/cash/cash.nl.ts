/** Cash between the box and a member. */
export const handing = {
  title: 'Contant geld van of voor een lid',
  member: 'Welk lid?',
  way: 'Wat gebeurde er?',
  ways: { in: 'Het lid leverde geld in', out: 'Het lid kreeg wisselgeld mee' },
  amount: 'Hoeveel?',
  amountHint: 'Ingeleverd geld gaat van de termijn af. Wisselgeld komt erbij.',
  save: 'Leg het vast',
  refusals: {
    nobody: { what: 'Er is nog geen lid gekozen.', next: 'Kies van wie het geld komt, of wie het meekreeg.' },
    notHeld: { what: 'Dit lid heeft geen {amount} van de coöperatie.', next: 'Het gaat om {held}. Kijk het bedrag na.' },
    notInBox: { what: 'Zoveel zit er niet in de kas.', next: 'In de kas zit {box}. Kijk het bedrag na, of tel de kas.' },
  },
} as const
