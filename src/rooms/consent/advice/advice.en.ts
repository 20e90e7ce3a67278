import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './advice.nl.ts'

const en: SameTexts<typeof nl> = {
  by: { request: 'The member asked for it', ownMotion: 'The municipality itself wants it' },
  runsOn: {
    yes: 'Asked in time. The consent goes on until the municipality answers.',
    no: 'Asked in time. The consent still ends on its last day.',
  },
  ranUntil: 'From {day} on the consent no longer goes on.',
  ends: 'The consent ends',
  open: {
    title: 'Have a decision looked at again',
    lead: 'Is there something new, or is the decision no longer right? The municipality then looks again. Meanwhile the decision counts.',
    leadOffice: nl.open.leadOffice,
    objectInstead: 'You can still object until {day}. Objecting gives you more rights.',
    by: nl.open.by,
    reason: 'What is new or different?',
    reasonHint: 'Write nothing about your health or debts. Give no BSN.',
    button: 'Ask to look again',
    buttonOffice: nl.open.buttonOffice,
  },
}

/** These words, in a language. */
export const adviceTexts: Readonly<Record<Language, typeof nl>> = { nl, en }
