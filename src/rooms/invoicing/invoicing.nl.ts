import { type Day, longDay } from '#kit/day.ts'

export const nl = {
  kind: { invoice: 'Factuur', 'credit-note': 'Creditnota', 'day-sheet': 'Dagstaat' },
  unit: {
    piece: 'stuk',
    hour: 'uur',
    day: 'dag',
    kilo: 'kilo',
    litre: 'liter',
    metre: 'meter',
    'square-metre': 'm²',
    kilometre: 'km',
    month: 'maand',
  },
  vatKind: {
    standard: '21% btw',
    reduced: '9% btw',
    zero: '0% btw',
    exempt: 'vrijgesteld',
    'reverse-charge': 'btw verlegd',
    kor: 'geen btw (kleineondernemersregeling)',
  },
  vatReason: {
    zero: 'Btw-tarief 0% (Wet op de omzetbelasting 1968, artikel 9, lid 2 b).',
    exempt: 'Vrijgesteld van btw (Wet op de omzetbelasting 1968, artikel 11).',
    'reverse-charge': 'Btw verlegd (Wet op de omzetbelasting 1968, artikel 12).',
    kor: 'Factuur vrijgesteld van omzetbelasting op grond van de kleineondernemersregeling (Wet op de omzetbelasting 1968, artikel 25).',
  },
  vatIdOfBuyer: (vatId: string) => `Btw-nummer van de afnemer: ${vatId}.`,
  personInsteadOfKvk: 'particulier',
  noReference: 'Geen kenmerk opgegeven',
  payBefore: (on: Day, number: string) => `Graag betalen uiterlijk ${longDay(on)}, met vermelding van ${number}.`,

  refusals: {
    nothingToCredit: { what: 'Je hebt niets gekozen om te crediteren.', next: 'Vul bij minstens één regel in hoeveel je wilt crediteren.' },
    moreThanInvoiced: { what: 'Bij "{line}" staat meer dan er nog over is op de factuur.', next: 'Vul hoogstens het aantal in dat nog niet gecrediteerd is.' },
  },
} as const
