import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './inviting.nl.ts'

const en: Pick<SameTexts<typeof nl>, 'page' | 'refusals'> = {
  page: {
    title: 'Staff',
    intro: 'Who works for {organisation}, in which role, and until when.',
    caption: 'Who works here',
    name: 'Name',
    email: 'E-mail address',
    noEmail: 'none',
    role: 'Role',
    until: 'Up to and including',
    open: 'no end date',
    actions: 'What you can do',
    end: 'End role',
    clear: 'Clear second step',
    you: 'you',
    invite: 'Invite somebody',
    inviteIntro: 'They get a mail and can sign in at once. On the end date access stops by itself. Invite again to extend it.',
    nameHint: 'First and last name. Do we know this address already? Then the name stays as it is.',
    untilHint: 'At most three years ahead.',
    send: 'Invite',
    empty: 'Nobody works here yet.',
  },
  refusals: {
    address: { what: 'This name holds an address of the net or of mail.', next: 'Write the name only.' },
    tooMany: {
      what: 'You gave ten roles already. More can be given once the network has confirmed you.',
      next: 'End a role, or ask to be confirmed on the start path first.',
    },
    notThisRole: { what: 'You cannot give this role here.', next: 'Choose one of the roles in the list.' },
    past: { what: 'The end date is not in the future.', next: 'Choose a day after today.' },
    tooLong: { what: 'The end date is more than three years ahead.', next: 'Choose an earlier day. You can always extend it.' },
    yourself: { what: 'You cannot end your own role.', next: 'Ask another administrator to do it.' },
    notYours: {
      what: 'You cannot clear the second step of this person here. It protects a role at another organisation too.',
      next: 'Let the person sign in with a recovery code. Are those gone too? Ask whoever runs Opbloei for you.',
    },
    notHere: { what: 'This person does not have this role here.', next: 'Open the page again to see who works here.' },
  },
}

/** The words of the page of staff in a language; the mail to whoever is invited is Dutch, for their language is not known yet. */
export function invitingTexts(language: Language): typeof en {
  return language === 'en' ? en : nl
}
