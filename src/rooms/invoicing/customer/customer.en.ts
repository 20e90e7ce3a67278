import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './customer.nl.ts'

/** What a customer reads on the page of a link. */
type Spoken = Pick<typeof nl, 'state' | 'pay' | 'pdf' | 'ubl' | 'ask'>

const en: SameTexts<Spoken> = {
  state: {
    open: (amount, on) => `Still to pay: ${amount}, on or before ${on}.`,
    openNow: (amount) => `Still to pay: ${amount}.`,
    part: (received) => `Received already: ${received}.`,
    paid: 'This invoice has been paid. Thank you.',
    credited: (numbers) => `Credit note ${numbers} belongs to this invoice.`,
    refund: (amount) => `You get ${amount} back.`,
    closed: 'You need not pay anything more for this invoice.',
    note: 'This is a credit note. You need not pay anything for it.',
  },
  pay: {
    title: 'Paying',
    how: 'Transfer the amount with your bank. Or scan this code with the app of your bank, if it can do that.',
    code: 'Code to pay with the app of your bank',
    amount: 'Amount',
    iban: 'Account',
    inNameOf: 'In the name of',
    reference: 'Description',
  },
  pdf: 'Download as PDF',
  ubl: 'Download as e-invoice (UBL)',
  ask: {
    title: 'I have a question',
    label: 'Your question',
    hint: 'The treasurer answers here, and by mail if your address is known.',
    send: 'Send the question',
    yours: (on) => `You asked on ${on}`,
    answer: (on) => `Answer of ${on}`,
    waits: 'We will answer as soon as we can.',
  },
}

export function customerTexts(language: Language): SameTexts<Spoken> {
  return language === 'en' ? en : nl
}
