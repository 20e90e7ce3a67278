import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './keeping.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'Administrators',
  lead: 'An administrator lets people in and ends roles. See to it that there are always two.',
  caption: 'Who is administrator now',
  name: 'Name',
  until: 'Until',
  open: 'no end date',
  step: 'Second step',
  ready: 'set up',
  notReady: 'not set up yet',
  empty: 'There is no administrator now.',
  appoint: 'One more administrator',
  intro: 'They get a mail and can sign in at once. Choose somebody other than the administrator there is.',
  person: 'Name',
  personHint: 'First and last name. Do we know this address already? Then the name stays as it is.',
  email: 'E-mail address',
  last: 'Until',
  lastHint: 'At most three years ahead.',
  send: 'Invite',
  trouble: {
    none: { title: 'There is no administrator', text: 'Nobody can invite anybody or end a role now. Appoint two today.' },
    one: { title: 'There is only one administrator', text: 'Ill or away? Then nobody can let anybody in. Appoint one more.' },
    oneReady: {
      title: 'No two administrators can really come in yet',
      text: 'Not everybody has a second step. Ask whoever lacks it to sign in once and set it up.',
    },
  },
  refusals: {
    last: { what: 'This is the last one who can let others in.', next: 'First invite somebody else in the same role. After that this role can end.' },
  },
}

/** The words of who keeps the keys, in a language. */
export function keepingTexts(language: Language): typeof en {
  return language === 'en' ? en : nl
}
