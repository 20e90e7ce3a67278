import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './panel.nl.ts'

const en: SameTexts<typeof nl> = {
  label: 'May this work be sold?',
  done: 'Is the work done already? Then just ask for the invoice. The treasurer may send it.',
  waits: 'The money waits until there is consent. Until then nothing is divided or spent.',
  toCome: 'Does the work still have to be done? That is not allowed yet. Do not start.',
  look: 'See at Consent',
  yes: 'Yes, work of {day} may be sold.',
  yesUntil: 'The consent counts up to and including {until}.',
  otherDay: 'Was the work on another day?',
  whoAndDay: 'First see whether it is allowed: for whom, and on which day?',
  member: 'For whom?',
  choose: 'Choose a member',
  day: 'Day of the work',
  check: 'See whether it is allowed',
}

export const panelTexts: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }
