import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './passkeys.nl.ts'

const en: SameTexts<typeof nl> = {
  enter: 'Sign in with a passkey',
  enterText: 'Did you make a passkey? Then you sign in with your finger, your face or the code of your device.',
  step: 'Use your passkey',
  onlyPasskey: 'You have a passkey. Use it to show that it is you.',
  lostPasskey: 'Did you lose that device? Ask the administrator of your organisation to clear your second step.',
  failed: 'The passkey did not work. Try again, or use a code.',
  title: 'Passkeys',
  what: 'With a passkey you sign in with your finger, your face or the code of your device. You then need no code from your mail.',
  counts: 'A passkey counts as a second step too.',
  none: 'You have no passkey yet.',
  noScript: 'A passkey can only be made when scripts are on in your browser. Signing in with a code from your mail is always possible.',
  noScriptStep: 'Switch scripts on in your browser to use your passkey.',
  label: 'Name for this device',
  labelHint: 'For example: my phone. You may leave this empty.',
  add: 'Make a passkey',
  added: 'made on {day}',
  used: 'last used on {day}',
  unused: 'not used yet',
  remove: 'Remove',
  devices: 'Where am I signed in?',
  devicesText: 'Do you see something you do not know? Sign that device out.',
  here: 'this device',
  seen: 'last seen on {day}',
  since: 'signed in on {day}',
  signOut: 'Sign out',
  on: 'on',
  unknown: 'An unknown device',
  mail: {
    subject: 'A passkey was added',
    text: `Hello {name},

A passkey was added to your account at Opbloei. It can be used to sign in.

Was this not you? Then remove the passkey at My account, and sign out everywhere:
{link}

Opbloei`,
  },
  refusals: {
    failed: { what: 'The passkey did not work.', next: 'Try again. Or sign in with a code from your mail.' },
    unknown: { what: 'We do not know this passkey.', next: 'Sign in with a code from your mail. Then you can make a new passkey.' },
    notMade: { what: 'The passkey was not made.', next: 'Reload the page and try again.' },
    many: { what: 'You have ten passkeys already.', next: 'First remove one that you no longer use.' },
    lastWayIn: { what: 'This is your only way to sign in by yourself.', next: 'First make another passkey, or fill in an e-mail address.' },
    secondStep: { what: 'Your role needs a second step.', next: 'First set up an app with codes, or make another passkey.' },
    onlyPasskey: { what: 'You have a passkey as a second step.', next: 'Use your passkey. Did you lose it? Ask the administrator to clear your second step.' },
  },
}

/** The words about passkeys and own devices in a language. */
export function passkeyTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
