import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './signing.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'Sign the plan of action',
  lead: 'Read the whole text. Is everything right? Then sign at the bottom.',
  versionOf: 'Version {version}, laid down on {day}',
  draft: 'Not laid down yet',
  fingerprint: 'Mark of this text: {hash}',
  fingerprintHint: 'When one letter changes, the mark changes too. So you know that everybody signs the same.',
  by: 'Of',
  cooperative: 'Cooperative',
  signers: 'Who signs',
  who: { member: 'the member', coach: 'the coach', caseManager: 'the municipality', other: 'by invitation' },
  signedOn: 'signed by {name} on {day}',
  open: 'not signed yet',
  openUntil: 'not signed yet, the link works until {day}',
  name: 'Your name',
  agreed: 'I have read this plan and agree with it.',
  sign: 'Sign this plan',
  done: 'You have signed',
  doneText: 'You did so on {day}, under the name {name}.',
  notAsked: 'There is nothing for you to sign now.',
  back: 'To the plan',
  byLink: 'You sign as {name}. The link works until {day}.',
  over: { title: 'This link has ended', text: 'You can no longer read or sign the plan here. Ask {cooperative} for a new link.' },
  renewed: { title: 'There is a new version', text: 'You need not sign this version any more. You get a new mail if that is needed.' },
  freeze: {
    title: 'Lay down to be signed',
    text: 'The text is laid down as it stands now. Member and coach sign with their own account, and the municipality if it takes part.',
    other: 'Must somebody else sign?',
    otherHint: 'Somebody without an account gets a mail with a link. It works for fourteen days.',
    otherName: 'Name',
    otherEmail: 'E-mail address',
    go: 'Lay down to be signed',
  },
  nothing: 'Nothing filled in',
  noDay: 'no day',
  noWho: 'not chosen yet',
  pages: 'Page {page} of {pages}',
  mail: nl.mail,
  refusals: {
    twoTexts: { what: 'One part still has two texts.', next: 'First choose what it should become. Then lay the plan down.' },
    notReady: { what: 'The plan has no goal or no step yet.', next: 'Fill those in first and save.' },
    sameAgain: { what: 'This text is ready to be signed already.', next: 'You need not do anything. Change something first if it should be different.' },
    changed: { what: 'The text has changed meanwhile.', next: 'Read the new text, and sign that.' },
    notRead: { what: 'You have not ticked the box yet.', next: 'Read the text. Do you agree? Then tick the box.' },
    notAsked: { what: 'You need not sign this version.', next: 'Go back to the plan.' },
    noLink: { what: 'This link does not work.', next: 'See whether you copied all of it, or ask for a new one.' },
    nothingToSign: { what: 'There is no plan to sign yet.', next: 'Go back to the plan and lay it down first.' },
    halfOther: { what: 'The name or the e-mail address is missing.', next: 'Fill in both, or leave both empty.' },
    linkOver: { what: 'This link has ended.', next: 'Ask the cooperative for a new link.' },
  },
}

/** The words of signing a plan, in a language. */
export function signingTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
