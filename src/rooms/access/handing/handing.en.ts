import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './handing.nl.ts'

const en: SameTexts<typeof nl> = {
  cooperative: {
    title: 'Handing over members',
    lead: 'Who supports whom, and from when on does somebody else? The member gets a mail.',
    who: 'Which members?',
    to: 'New coach',
    nobody: 'Nobody yet',
    empty: 'There is nobody to hand over.',
    emptyNext: 'As soon as somebody becomes a member, they stand here.',
    noOther: 'There is nobody yet who can take over your members.',
    noOtherOffice: 'There is nobody yet who can take over these members.',
    noOtherNext: 'Ask {names} to invite a coach. After that you can hand over here. Until then nothing changes.',
    noOtherInvite: 'Invite a coach first. After that you can hand over here. Until then nothing changes.',
    whoInvites: 'the administrator',
  },
  municipality: {
    title: 'Handing over cases',
    lead: 'Who deals with whom, and from when on does somebody else? The resident gets a mail, without your name.',
    who: 'Which residents?',
    to: 'New case manager',
    nobody: 'Nobody yet',
    empty: 'There is nobody to hand over.',
    emptyNext: 'As soon as a case manager picks up a request, they stand here.',
    noOther: 'There is nobody yet who can take over your cases.',
    noOtherOffice: 'There is nobody yet who can take over these cases.',
    noOtherNext: 'Ask {names} to invite a case manager. After that you can hand over here. Until then nothing changes.',
    noOtherInvite: 'Invite a case manager first. After that you can hand over here. Until then nothing changes.',
    whoInvites: 'the policy adviser',
  },
  note: 'What should your colleague know?',
  noteHint: 'Only what is needed to go on. Your colleague reads this; who it is about may ask for it.',
  received: 'Handed over to you',
  receivedBy: 'by {by}, from {day} on',
  noNote: 'Without a note.',
  justNow: 'Handed over just now',
  justNowNote: 'For ten minutes you can take it back. Who it is about gets a mail.',
  undo: 'Undo',
  or: 'or',
  cases: { few: 'fewer than 5 cases', many: '{count} cases' },
  desks: {
    lead: 'Who has how many cases, and from when on does somebody else? You see no names of residents. The resident gets a mail, without your name.',
    who: 'Of whom do all cases go over?',
    part: 'Only some of them? The case manager does that.',
  },
  on: 'From which day on?',
  onHint: 'Up to and including the day before everything stays as it is.',
  choose: 'Choose',
  invite: 'Invite somebody',
  back: 'Back to your start page',
  now: 'This is how it is now',
  send: 'Hand over',
  gone: '{name} (does not work here any more)',
  end: {
    title: 'End role',
    lead: '{name} is {role} here. From now on {name} has no access any more.',
    peopleLeft: '{name} still has people. Hand them over first.',
    peopleLeftNext: 'Do you end the role anyway? Then nobody has these people on a list, until somebody takes them over.',
    handOver: 'Hand over first',
    anyway: 'End anyway',
    end: 'End role',
    back: 'Back to staff',
  },
  mail: {
    coach: {
      subject: 'You get another coach',
      text: `Hello {name},

From {day} on {professional} is your coach at {organisation}. Your coach can see your file and help you. You need not do anything now.

Do you have a question? Ask {organisation}.

Opbloei`,
    },
    caseManager: {
      subject: 'You get another case manager',
      text: `Hello {name},

From {day} on another case manager of {organisation} deals with your consent and your statements. Nothing else changes. You need not do anything now.

Do you have a question? Ask {organisation}.

Opbloei`,
    },
  },
  undone: {
    coach: {
      subject: 'You keep your coach',
      text: `Hello {name},

You just got a mail about another coach. That does not go ahead. Nothing changes. You need not do anything.

Do you have a question? Ask {organisation}.

Opbloei`,
    },
    caseManager: {
      subject: 'You keep your case manager',
      text: `Hello {name},

You just got a mail about another case manager. That does not go ahead. Nothing changes. You need not do anything.

Do you have a question? Ask {organisation}.

Opbloei`,
    },
  },
  refusals: {
    tooLate: { what: 'This handing over is longer than ten minutes ago.', next: 'Ask your colleague to hand over to you again.' },
    movedOn: { what: 'This handing over was changed already.', next: 'Open the page again and see how it is now.' },
    nobody: { what: 'You have chosen nobody.', next: 'Tick whom you want to hand over.' },
    noColleague: { what: 'You have not chosen yet who takes over.', next: 'Choose a colleague from the list.' },
    notYours: { what: 'One of these people you cannot hand over.', next: 'Open the page again and choose from the list.' },
    notHere: { what: 'This colleague does not work here in this role on that day.', next: 'Choose somebody from the list, or another day.' },
    past: { what: 'This day is over.', next: 'Choose today or a later day.' },
    tooFar: { what: 'This day is more than a year ahead.', next: 'Choose an earlier day.' },
    itself: { what: 'Nobody can be their own coach.', next: 'Choose another colleague for this member.' },
    same: { what: 'All these people are with this colleague already.', next: 'Choose another colleague, or other people.' },
    peopleLeft: { what: 'This colleague still has people.', next: 'Hand them over first, or end the role anyway.' },
  },
}

/** The words of handing over, and its mails, in the language of whoever reads them. */
export function handingTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
