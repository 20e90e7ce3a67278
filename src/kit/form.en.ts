import type { nl } from './form.nl.ts'
import type { SameTexts } from './text.ts'

export const en: SameTexts<typeof nl> = {
  required: 'Fill this in.',
  choose: 'Choose one of these.',
  amount: 'This is not an amount. Write it like this: 12,50.',
  amountPositive: 'Fill in an amount above zero.',
  amountFromZero: 'Fill in an amount of nil or more.',
  day: 'This is not a date. Write it like this: 10-11-2026.',
  month: 'This is not a month. Write it like this: 2026-11.',
  number: 'This is not a number. Write it like this: 2 or 1,5.',
  percent: 'This is not a percentage. Write it like this: 25 or 12,5.',
  tooLong: 'This is too long. Use {max} characters at most.',
  email: 'This is not an e-mail address. Write it like this: name@example.nl.',
  check: 'Please check what you filled in.',
  checkNext: 'Each field that is not right says what you can do. What you typed is still there.',
}
