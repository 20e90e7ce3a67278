import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './terms.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'Terms without benefit',
  titleOf: 'Terms for {name}',
  lead: 'Do you have no benefit? Then these terms of the cooperative hold.',
  noConsent: 'You have no benefit written down. Consent of the municipality is not needed.',
  otherBenefit: 'A benefit is written down for you, or we do not know yet. Then other rules hold.',
  otherBenefitNext: 'Is that wrong? Change it with your data, or ask your coach.',
  none: 'There are no terms yet',
  noneText: 'The board writes them. Ask your coach what you agree for now.',
  version: 'Version {version}, written on {day}',
  read: 'I have read this and I agree',
  accept: 'Accept',
  accepted: 'Accepted on {day}',
  acceptedText: 'You can always read the text again here.',
  acceptedBefore: 'Version {version} was accepted on {day}. Since then there is a new text.',
  notYet: '{name} has not accepted this text yet.',
  writeLead: 'Members without benefit read this text and accept it. A new text asks for a new agreement; the old one is kept.',
  words: 'The terms',
  wordsHint: 'Short sentences. Think of: what you contribute, who insures what, and how somebody can stop.',
  save: 'Save new terms',
  earlier: 'Earlier versions',
  refusals: {
    same: { what: 'This text holds already.', next: 'Change the text, or go back.' },
    behind: { what: 'The text has just been changed.', next: 'Read it again and accept it then.' },
    notRead: { what: 'The box is not ticked yet.', next: 'Read the text and tick the box.' },
    acceptedAlready: { what: 'You accepted these terms already.', next: 'You need not do anything more.' },
    hasBenefit: { what: 'These terms are for members without benefit.', next: 'Change your data, or ask your coach.' },
    noTerms: { what: 'There are no terms yet.', next: 'Ask the board to write them.' },
  },
}

export const texts: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }
