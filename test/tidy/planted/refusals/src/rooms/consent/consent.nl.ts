export const nl = {
  refusals: {
    fine: { what: 'Er is geen toestemming.', next: 'Vraag die eerst aan.' },
    deadEnd: { what: 'Dat mag niet.' }, // planted
    empty: { what: 'Dat mag niet.', next: '' }, // planted
    bare: 'Fout', // planted
  },
}
