import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './paper.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'Sign-in code for {name}',
  print: 'Print',
  shownOnce: 'This page closes after ten minutes. After that you can only make a new code, and the old one no longer works.',
  give: 'Hand the paper to {name} yourself. Do not read the code aloud and take no photo. {name} sees that you printed a code.',
  back: 'Back to the file',
  sheet: {
    title: 'Your code to sign in',
    go: 'Go to {address}',
    fill: 'Fill in your {who}, and then the code.',
    number: 'member number ({number})',
    name: 'name ({name})',
    code: 'Code',
    until: 'The code works until {until}, and once only.',
    keep: 'Give this paper to nobody else. Lost it? Ask your coach for a new code.',
  },
  file: {
    title: 'Signing in without e-mail',
    why: 'Does this member have no e-mail? Print a code. The member can sign in with it once, within two days.',
    make: 'Make a sign-in code',
  },
}

/** The words about a code on paper in a language; the paper itself is in the language of the member. */
export function paperTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
