import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './estimate.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'What does a pay-out do to your benefit?',
  titleOf: 'What does a pay-out do to the benefit of {name}?',
  lead: 'Suppose the cooperative pays you money. Fill in how much, per month. Then you see about what is left.',
  estimateTitle: 'This is an estimate: the municipality decides',
  estimate: 'You may always work, even when little is left. When in doubt ask your coach or the municipality.',
  notStored: 'We do not keep what you fill in. Only when you ask for it we keep your answers for next time.',
  notStoredCoach: 'We do not keep what you fill in here about a member. Fill in nothing that the member does not want to tell.',
  noAssistance: 'This estimate is about social assistance of the municipality. We have another source written down, or none yet.',
  amounts: 'If you are paid this',
  amountsHint: 'Leave a month empty when you get nothing then.',
  about: 'About you',
  aboutOther: 'About the member',
  household: 'How do you live?',
  households: {
    single: 'Alone, without children at home',
    loneParent: 'Alone, with children',
    couple: 'With a partner',
    young: 'Alone, and I am 18, 19 or 20 years old',
  },
  norm: 'How much benefit do you get a month?',
  normHint: 'The amount without income. Do you not know? Leave it empty.',
  under27: 'Are you under 27?',
  youngest: 'Is your youngest child under 12?',
  until: { no: 'No', longer: 'Yes, all this year', month: 'Yes, through {month}' },
  pensionAge: 'I have reached pension age',
  medical: 'Did the municipality say that you can work fewer hours for medical reasons?',
  medicalHint: 'Only whether the municipality found so. Nobody needs to know why.',
  helpful: 'Did the municipality say that a part of your income does not count?',
  helpfulHint: 'That is called exemption. It stands in a letter or decision.',
  yesNo: { yes: 'Yes', no: 'No', unknown: 'I do not know' },
  used: 'How many months of exemption are used already?',
  usedHint: 'Do you not know? Leave it as it is and ask.',
  usedN: 'Of the 25%',
  usedR: 'As a lone parent',
  used34a: 'Of the rules of 2027',
  calculate: 'Show what is left',
  keep: 'Keep my answers',
  keepHint: 'We do not keep your amounts. Only you see your answers.',
  kept: 'These are your answers of {day}.',
  forget: 'Throw my answers away',
  result: 'About what is left',
  columns: {
    month: 'Month',
    declared: 'Counts as income',
    exempt: 'Does not count',
    toSettle: 'Taken off your benefit',
    benefit: 'Benefit that stays',
    total: 'Together per month',
  },
  total: 'Together',
  why: 'Which rule per month?',
  doubts: 'This is not sure',
  assumed: {
    medical: 'You do not know whether the municipality found a medical limit on hours. We reckoned without. Ask.',
    helpful: 'You do not know whether the exemption applies to you. We reckoned without, so that it cannot disappoint. Ask.',
  },
  left: 'What we leave out: holiday allowance, tax, allowances and premiums.',
  refusals: {
    nothing: { what: 'You did not fill in an amount yet.', next: 'Fill in how much you get in one or more months.' },
    missing: { what: 'This member is not here.', next: 'Go back to the members.' },
  },
}

/** The words of the estimate, in the language of the reader. */
export function estimateTexts(language: Language): typeof nl {
  return language === 'en' ? (en as typeof nl) : nl
}
