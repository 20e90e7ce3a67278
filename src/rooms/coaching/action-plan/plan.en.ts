import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './plan.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'Plan of action',
  titleOf: 'Plan of action of {name}',
  lead: {
    member: 'This says what you want to reach and who helps you. You, your coach and your municipality write it together.',
    office: 'Member, coach and municipality write here together. Only this plan is shared.',
  },
  thisMember: 'this member',
  backMember: 'To the member',
  backCase: 'To the request',
  roles: { member: 'the member', coach: 'the coach', caseManager: 'the municipality' },
  mine: 'you',
  fields: {
    goal: 'What do I want to reach?',
    strengths: 'What can I do already?',
    support: 'What support do I need?',
    agreements: 'What do we agree?',
    review: 'When do we look again?',
  },
  hints: {
    goal: 'What will you make or do in a year?',
    strengths: 'Think of work, courses and what people ask you for.',
    support: 'Write what you need. Nothing about health: that is not needed.',
    agreements: 'Each says what they do, the municipality too.',
    review: 'The day of the next talk.',
  },
  steps: 'Steps',
  step: 'Step {nr}',
  newStep: 'New step',
  stepWords: 'What',
  stepWho: 'Who does it',
  stepDue: 'Done on',
  who: { member: 'The member', coach: 'The coach', municipality: 'The municipality', other: 'Somebody else' },
  nobody: 'Not chosen yet',
  save: 'Save',
  savedNote: 'Each part is saved by itself. Does somebody write at the same time? Then both texts stay.',
  news: { title: 'New since your last time', line: '{what} · {who}, {at}', empty: 'emptied', seen: 'I have read this' },
  two: {
    title: 'There are two texts here',
    text: '{who} wrote this at the same moment:',
    done: 'I worked this into the text above',
    next: 'Put in the box what it should become. Then tick and save.',
  },
  standing: {
    writing: { title: 'You are still writing', text: 'Is the plan good? Then lay it down to be signed.' },
    toSign: { title: 'Version {version} is ready to be signed', text: 'It can be signed until the text changes again.' },
    signed: { title: 'Everybody signed version {version}', text: 'Does something change? Then a new version comes, which everybody signs again.' },
    changed: { title: 'Something changed after version {version}', text: 'That version can still be read. Lay a new one down, and everybody signs again.' },
  },
  signHere: 'Read and sign version {version}',
  pdf: 'Save as PDF',
  share: {
    title: 'Does your municipality take part?',
    off: 'Your municipality does not see this plan. You decide whether {name} reads and writes along.',
    offNote: 'Your case manager can get in when there is a request or a consent. They see only this plan, and never notes of your coach.',
    letIn: 'Let {name} take part',
    on: '{name} reads and writes along in this plan. It does not see the rest of your data here.',
    letOut: 'No longer let {name} take part',
    none: 'There is no municipality that pays your benefit. You write this plan with your coach.',
    first: 'Write something first. After that you can let your municipality take part.',
    officeOn: '{name} takes part: the member chose so.',
    officeOff: 'The municipality does not take part. Only the member can choose that.',
  },
  history: 'What stood there before',
  notYet: nl.notYet,
  noConsent: nl.noConsent,
  looks: 'Everybody who opens this plan is listed under “Who looked at my data?”.',
  refusals: {
    missing: { what: 'There is no such plan, or you may not see it.', next: 'Go back. The member chooses who takes part.' },
    noMunicipality: { what: 'We do not know which municipality pays your benefit.', next: 'Ask your coach to write that down.' },
    noConsent: {
      what: 'There is no request or consent of this resident.',
      next: 'Then the plan is not for the municipality. Ask the member for a new request.',
    },
  },
}

/** The words of the plan of action, in a language. */
export function planTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
