import { type Cents, decimal } from '#kit/money.ts'

export type Transfer = { readonly name: string; readonly iban: string; readonly cents: Cents; readonly reference: string }

/** What a bank's app reads from the square to pay with: EPC069-12, version 002, in UTF-8. Names and references are cut where the standard does. */
export function epcPayload({ name, iban, cents, reference }: Transfer): string {
  const line = (text: string, most: number) => text.replace(/\s+/g, ' ').trim().slice(0, most)
  return ['BCD', '002', '1', 'SCT', '', line(name, 70), iban.replaceAll(' ', ''), `EUR${decimal(cents)}`, '', '', line(reference, 140)].join('\n')
}
