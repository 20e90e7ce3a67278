import { longDay } from '#kit/day.ts'
import { cents, euro, minus, negate } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { disposingTexts } from '../disposing/disposing.en.ts'
import type { Disposal } from '../disposing/disposing.types.ts'

/** The bill for a thing as the data of a letter, from the frozen document; after it was taken back, the credit note that belongs to it. */
export function billPaper({ document, creditNumber, undoneOn }: Disposal, language: Language): unknown {
  if (!document) throw new Error('no bill was made')
  const words = disposingTexts[language]
  const { seller } = document
  const credit = creditNumber !== null && undoneOn !== null
  const signed = (text: string) => (credit ? negate(cents(BigInt(text))) : cents(BigInt(text)))
  const [price, vat] = [signed(document.price), signed(document.vat)]
  const number = credit ? creditNumber : document.number
  const rows = [
    [document.thing, euro(document.percent ? minus(price, vat) : price)],
    ...(document.percent ? [[fill(words.vat, { percent: document.percent }), euro(vat)]] : []),
    [words.price, euro(price)],
  ]
  const said = [
    ...(words.treatments[document.treatment] ? [words.treatments[document.treatment]] : []),
    ...(credit
      ? [fill(words.credits, { number: document.number, day: longDay(document.issuedOn, language) })]
      : document.paidBy === 'cash'
        ? [words.paidCash]
        : [
            fill(words.payBefore, { day: longDay(document.dueOn, language) }),
            fill(words.payHow, { iban: seller.iban ?? '', seller: seller.name, number: document.number }),
          ]),
  ]
  return {
    language,
    title: fill(credit ? words.creditTitle : words.billTitle, { number }),
    author: seller.name,
    sender: [seller.name, ...seller.lines, `${words.kvk} ${seller.kvk}`, ...(seller.vatId ? [`${words.vatId} ${seller.vatId}`] : [])],
    to: document.buyer,
    facts: [
      [words.number, number],
      [words.issuedOn, longDay(credit && undoneOn ? undoneOn : document.issuedOn, language)],
      [words.suppliedOn, longDay(document.suppliedOn, language)],
    ],
    parts: [
      {
        kind: 'table',
        columns: [
          { label: words.thing, amount: false },
          { label: words.price, amount: true },
        ],
        rows,
        total: true,
      },
      ...said.map((text) => ({ kind: 'text', text })),
    ],
    foot: [seller.name],
    pages: words.pages,
  }
}
