import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './watching.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'How do the conditions stand?',
  leads: {
    member: 'Here you see for each condition whether it goes well. Red is no punishment: a question comes and you answer it.',
    coach: 'For each member how the conditions of the municipality stand, up to the last statement.',
    caseManager: 'For each resident how it stands, by what residents sent the municipality themselves. Green is not an approval.',
  },
  look: 'See all facts and questions',
  one: '{member}: how do the conditions stand?',
  consent: 'Consent of {municipality} at {cooperative}',
  none: 'No consent runs now.',
  noneNext: 'As soon as a consent counts, its conditions stand here.',
  caption: 'How each condition stands',
  columns: { condition: 'Condition', colour: 'Stands at', fact: 'What we know', member: 'Name', at: 'At', questions: 'Open questions' },
  colours: { red: 'red: does not fit', amber: 'amber: nearly', unknown: 'grey: not known', green: 'green: good' },
  wordsOnly: 'Opbloei does not keep track of this. Talk about it together.',
  hoursUnknown: 'No hours are known yet. A member writes hours down, the coach confirms them.',
  notKnown: 'Not known yet. There is no statement about it.',
  facts: {
    turnover: '{cents} turnover in {period}',
    turnoverYear: '{cents} turnover in {period}, up to {until}',
    pot: '{cents} in the budgets at the end of {period}',
    hours: '{hours} hours in the week of {period}',
    hoursAndMinutes: '{hours} hours and {minutes} minutes in the week of {period}',
    noKinds: 'only agreed costs in {period}',
    kinds: 'in {period} also: {kinds}',
    paid: '{cents} paid out in {period}',
    due: 'the statement of {period} must be there on {day}',
    late: 'the statement of {period} should have been there on {day}',
    sent: 'the statement of {period} is there',
    noDue: 'no statement is due yet',
    left: '{left} days left, up to {period}',
    over: 'the last day was {period}',
  },
  questions: 'Questions about this',
  noSanction: 'A red line changes nothing about the consent or the benefit. What follows is decided by a person, after your answer.',
  released: 'Opbloei asks only about what you sent the municipality yourself.',
  link: 'How do my conditions stand?',
  request: 'See the consent',
  question: {
    start: 'Opbloei compares statements with the conditions of the consent. One condition does not fit.',
    condition: 'The condition: {words}',
    fact: 'What it says: {fact}.',
    end: 'Will you explain how that came? Nothing changes now because of this question.',
  },
  refusals: {
    missing: { what: 'This question or this member is not there.', next: 'Go back to the list and choose again.' },
  },
}

export const watchingTexts: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }
