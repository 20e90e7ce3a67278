const FIRST = [
  'Bram',
  'Tineke',
  'Jamal',
  'Griet',
  'Sjors',
  'Amina',
  'Klaas',
  'Dilara',
  'Wouter',
  'Saskia',
  'Omar',
  'Hennie',
  'Pieternel',
  'Ravi',
  'Marijke',
  'Stef',
]
const LAST = ['Haverkorn', 'Zonnevijlle', 'Kramer', 'el Idrissi', 'Tolsma', 'Wiersinga', 'Öztürk', 'van Loon', 'Roozen', 'Baptista', 'Schaap']

/** The name of an invented person by a number; no two numbers below 176 give the same, and nobody of the invented year is called so. */
export function nameOf(nr: number): string {
  return `${FIRST[nr % FIRST.length]} ${LAST[nr % LAST.length]}`
}
