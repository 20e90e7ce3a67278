import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './watch.nl.ts'

const en: SameTexts<typeof nl> = {
  plain: {
    hours: 'You work at most {bound} hours a week.',
    turnoverMonth: 'Your turnover is at most {bound} a month.',
    turnoverYear: 'Your turnover is at most {bound} a calendar year.',
    pot: 'Your budgets together hold at most {bound}.',
    costs: 'Only these costs count: {kinds}.',
    payOut: 'Paying out is allowed.',
    noPayOut: 'Nothing is paid out.',
    statement: { monthly: 'You send a statement every month.', quarterly: 'You send a statement every quarter.', none: 'You need not send a statement.' },
    jobSearch: 'You need not apply for jobs up to and including {bound}.',
  },
}

export const watchTexts: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }
