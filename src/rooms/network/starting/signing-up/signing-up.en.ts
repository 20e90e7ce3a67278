import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './signing-up.nl.ts'

const en: SameTexts<typeof nl> = {
  link: {
    title: 'Begin yourself',
    words: 'You get a start path of your own with all steps and papers. It costs nothing and binds you to nothing.',
    go: 'Begin a start path',
  },
  form: {
    title: 'Begin a start path',
    lead: 'Five questions. Then you get a mail with a link. Open it, and your start path is ready. The path itself is in Dutch.',
    kind: 'Who begins?',
    kinds: {
      initiative: ['People with a plan', 'Your start path is ready at once. At the end the network confirms your cooperative.'],
      municipality: ['A municipality', 'The network first calls the general number of the municipality. That takes a week at most.'],
    },
    name: 'What is your plan called?',
    nameHint: 'A working name will do. For a municipality: what it is about.',
    place: 'In which place?',
    placeHint: 'Does a municipality begin? Leave this empty.',
    code: 'Which municipality?',
    codeHint: 'Only where a municipality begins.',
    none: 'No municipality',
    personName: 'What is your name?',
    email: 'Your e-mail address',
    emailHint: 'For a municipality: your address at work. Never fill in a citizen service number.',
    trap: 'Leave this field empty. It is there for programs that fill in forms.',
    kept: 'If you do not open the link, we wipe this after a week. A start path that stands still for half a year is wiped too. You get word first.',
    send: 'Send',
  },
  sent: {
    title: 'Look in your mail',
    lead: 'We sent a link to your address. Open it within a week.',
    none: 'No mail? Look in your spam. Or fill in the form once more.',
  },
  prove: {
    title: 'Is this right?',
    lead: 'With this button you confirm your e-mail address.',
    plan: 'Plan',
    place: 'Place',
    button: 'Yes, this is me',
    note: 'Is this not you? Do nothing. We wipe it after a week.',
    begun: {
      title: 'Your start path is being made',
      words: 'It takes a few minutes at most. You get a mail. Then sign in with your e-mail address.',
      go: 'Sign in',
    },
    waits: { title: 'The network is looking at it', words: 'Somebody calls the general number of your municipality. You get a mail within a week.' },
    accepted: { title: 'Your municipality is in', words: 'Sign in with your e-mail address. Your start path is ready.' },
    declined: { title: 'This did not go through', words: 'You got a mail with the reason. Or ask by way of Contact.' },
  },
  mail: {
    subject: 'Confirm your e-mail address for a start path',
    text: 'Hello,\n\nSomebody, hopefully you, wants to begin a social cooperative at Opbloei with this e-mail address.\n\nIs that you? Open this link within {days} days and press the button:\n{link}\n\nIs it not you? Then you need not do anything.\n\nOpbloei\n',
    declinedSubject: 'About your municipality at Opbloei',
    declined:
      'Hello,\n\nWe could not establish that the question to begin comes from your municipality. The network writes:\n\n{why}\n\nIs that not right? Let a colleague ask again, or write by way of Contact.\n\nOpbloei\n',
  },
  desk: {
    towns: 'Municipalities that want to begin',
    townsAbout: 'Call the general number of the municipality and ask for this person. Use no number from the question itself.',
    asks: '{person} asks this with {email}',
    answer: 'Is this really the municipality?',
    yes: 'Yes, we called and it is right',
    no: 'No, or we could not establish it',
    words: 'Why not?',
    wordsHint: 'For a no only. This goes by mail to who asked.',
    send: 'Save the decision',
  },
  refusals: {
    missing: { what: 'This link does not work any more.', next: 'Fill in the form at Start a cooperative again.' },
    address: { what: 'This holds an address of the net or of mail.', next: 'Write a name only.' },
    here: { what: 'This municipality takes part already.', next: 'Ask a colleague to invite you.' },
    code: { what: 'Choose which municipality begins.', next: 'Choose one from the list.' },
    place: { what: 'The place is missing.', next: 'Fill in where you want to begin.' },
    often: { what: 'With this address three plans were asked for this week.', next: 'Look in your mail. Or try again next week.' },
    why: { what: 'It does not say why.', next: 'Write one sentence for who asked.' },
    decided: { what: 'A colleague decided this already.', next: 'Load the page again.' },
    noDesk: { what: 'You cannot begin by yourself here.', next: 'Ask by way of the page Contact.' },
    trap: { what: 'There was something in a field that must stay empty.', next: 'We emptied it. Send it once more.' },
    fast: { what: 'That went very fast.', next: 'Look everything over and send it once more.' },
  },
}

/** The words in a language. */
export function texts(language: Language): typeof en {
  return language === 'en' ? en : nl
}
