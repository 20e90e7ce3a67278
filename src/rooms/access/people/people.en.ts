import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './people.nl.ts'

const en: SameTexts<typeof nl> = {
  account: {
    change: 'Change e-mail address',
    newEmail: 'New e-mail address',
    newEmailHint: 'We send a mail with a link to it. Once you press the link, you sign in with this address.',
    send: 'Send the link',
    waits: 'A new address waits for your confirmation: {email}',
    waitsHow: 'Open the mail at that address and press the link, up to and including {until}. Until then you sign in with your old address.',
    stop: 'Keep my old address',
  },
  proof: {
    title: 'Confirm your new address',
    intro: 'Press the button. After that you sign in with {email}. Wherever you are signed in now, you are signed out.',
    do: 'Confirm this address',
    early: 'This link does not work yet',
    earlyText: 'Somebody else asked for this change, so the old address may still object. The link works from {from}.',
    old: 'This link no longer works',
    oldText: 'The link was used, stopped, or is too old. Ask for the change again at My account, or ask your coach.',
    done: 'Your new address works',
    doneText: 'Now sign in with your new address.',
    signIn: 'Sign in',
  },
  stop: {
    title: 'Keep your old address',
    intro: 'Did you not ask for a new address? Press the button, and nothing changes.',
    do: 'Keep my old address',
    done: 'Nothing changes',
    doneText: 'You sign in with your old address, as always. Do you not know who asked for this? Tell the administrator of your organisation.',
  },
  mails: {
    prove: {
      subject: 'Confirm your new e-mail address for Opbloei',
      text: `Hello {name},

You want to sign in to Opbloei with this address from now on.

Open this link and press the button, up to and including {until}.
{proof}

Did you not ask for this? Then you need not do anything.

Opbloei`,
    },
    proveLater: {
      subject: 'Confirm your new e-mail address for Opbloei',
      text: `Hello {name},

Your cooperative filled in this address as your new address for Opbloei.

This link works from {from} up to and including {until}. Open it then and press the button.
{proof}

We wait so long because somebody else asked for it. That way nobody can take over your account.

Is this not right? Then you need not do anything.

Opbloei`,
    },
    notice: {
      subject: 'Your e-mail address for Opbloei is changing',
      text: `Hello {name},

You asked for a new e-mail address for Opbloei. As soon as the new address is confirmed, you sign in with it.

Was this not you? Open this link and press the button. Then nothing changes.
{stop}

Opbloei`,
    },
    noticeOther: {
      subject: 'Somebody asked for a new e-mail address for you',
      text: `Hello {name},

Your cooperative filled in another e-mail address for you. Soon you sign in to Opbloei with that one, and no longer with this address.

Is that not right? Open this link before {from} and press the button. Then nothing changes.
{stop}

Is it right? Then you need not do anything here. A mail with a link is waiting in your new mailbox.

Opbloei`,
    },
    changed: {
      subject: 'Your e-mail address for Opbloei has changed',
      text: `Hello {name},

From now on you sign in to Opbloei with another address. This address no longer works.

Was this not you? Call the administrator of your organisation at once.

Opbloei`,
    },
    taken: {
      subject: 'Your address was given to Opbloei again',
      text: `Hello,

Somebody gave this e-mail address for an account at Opbloei. It belongs to your account already. Nothing changes.

Do you have two accounts and want one? Ask your coach or the administrator of your organisation.

Opbloei`,
    },
  },
  refusals: {
    addressNeeded: {
      what: 'Somebody signs in with this address. You cannot empty it.',
      next: 'Fill in another address. No e-mail any more? Leave the address and ask the administrator of your organisation for help.',
    },
    tooOften: { what: 'This address was changed too often.', next: 'Wait a quarter of an hour and try again.' },
    justNow: { what: 'Somebody else wrote this address down just now.', next: 'Wait a few seconds and send the form again.' },
  },
}

/** The words about addresses in a language. */
export function textsOf(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
