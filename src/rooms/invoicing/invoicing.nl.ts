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

  vatShort: { standard: '21%', reduced: '9%', zero: '0%', exempt: 'vrij', 'reverse-charge': 'verlegd', kor: 'geen' },
  creditsInvoice: (number: string) => `Deze creditnota hoort bij factuur ${number}.`,
  kvk: (number: string) => `KvK ${number}`,
  footNumbers: (kvk: string, vatId: string, iban: string) => `KvK ${kvk} · Btw-nummer ${vatId} · IBAN ${iban}`,
  fact: {
    number: { invoice: 'Factuurnummer', 'credit-note': 'Nummer creditnota', 'day-sheet': 'Nummer dagstaat' },
    issuedOn: 'Datum',
    performedOn: 'Geleverd op',
    dueOn: 'Betalen voor of op',
    reference: 'Uw kenmerk',
  },
  column: {
    description: 'Omschrijving',
    quantity: 'Aantal',
    price: { without: 'Prijs zonder btw', with: 'Prijs met btw', kor: 'Prijs' },
    vat: 'Btw',
    sum: 'Bedrag',
  },
  total: {
    net: 'Totaal zonder btw',
    vat: (rate: string, over: string) => `${rate} btw over ${over}`,
    noVat: (kind: string, over: string) => `Btw ${kind} over ${over}`,
    rounding: 'Afronding',
  },
  due: { invoice: 'Te betalen', 'credit-note': 'Terug te ontvangen', 'day-sheet': 'Ontvangen' },
  pay: { amount: 'Bedrag', before: 'Voor of op', iban: 'Rekening', inNameOf: 'Op naam van', reference: 'Omschrijving' },
  paper: {
    to: 'Aan',
    tradeName: 'Handelsnaam van een lid van onze coöperatie',
    logo: 'Logo van de coöperatie',
    pay: 'Zo kunt u betalen',
    pages: 'Pagina {page} van {pages}',
  },

  refusals: {
    nothingToCredit: { what: 'Je hebt niets gekozen om te crediteren.', next: 'Vul bij minstens één regel in hoeveel je wilt crediteren.' },
    moreThanInvoiced: { what: 'Bij "{line}" staat meer dan er nog over is op de factuur.', next: 'Vul hoogstens het aantal in dat nog niet gecrediteerd is.' },
  },
} as const
