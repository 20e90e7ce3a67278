import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './relocation.nl.ts'

type RelocationTexts = SameTexts<typeof nl>

const en: RelocationTexts = {
  title: 'Moving to another municipality',
  titleOf: 'Move of {member}',
  lead: 'Your new municipality decides about your benefit and your consent. Write down here when you move. We tell nothing before you have read who hears what.',
  leadCoach: 'The new municipality decides about the benefit and the consent. Write down when {member} moves. Then {member} reads who hears what.',
  none: 'There is no municipality to tell anything',
  noneText: 'We do not know which municipality pays the benefit, or there is no benefit. Is that wrong? Change it at the benefit.',
  toFile: 'To the details',
  leavesThen:
    'From {day} on another municipality decides about the consent. This one does not count for new work then. Ask the new municipality for consent in time.',
  now: 'Pays now',
  form: {
    to: 'To which municipality?',
    choose: 'Choose a municipality',
    elsewhere: 'My municipality is not in the list',
    on: 'What is the first day in the new municipality?',
    benefit: 'Does the benefit go on there?',
    benefits: {
      same: 'Yes, social assistance comes there too',
      unknown: 'That is not sure yet',
      ends: 'No, the benefit ends',
    },
    next: 'Show what happens',
  },
  check: {
    title: 'Read this first',
    lead: 'Nothing has been told yet, and nothing has changed yet.',
    from: 'From',
    to: 'To',
    on: 'First day there',
    elsewhere: 'a municipality that does not work with Opbloei',
    work: 'What does it mean for the work?',
    until: 'Work up to and including {day} is allowed by the consent of {town}.',
    trade: {
      may: 'Work from {day} is allowed too. No other consent is needed for it.',
      consent: 'Work from {day} may not be sold yet. First {town} must give consent. Ask for it in time.',
      awaiting: 'Work from {day} waits for the decision of {town}. The request runs already.',
      unknown: 'Work from {day} may not be sold yet. First it must be clear who pays the benefit.',
    },
    held: 'This work was sold already and waits for the new decision: {days}. The money stands apart.',
    askAt: 'Ask for the new consent',
    ends: 'What stops here',
    consent: 'Consent for “{work}”: it counts up to and including {day}.',
    request: 'Request for “{work}”: {town} has not decided yet. It is about work up to and including {day}. Do you not need it any more? Then take it back.',
    nothingEnds: 'No consent or request runs at {town}.',
    month: 'What does it mean for the month statement?',
    monthShared:
      '{month} has days in two municipalities, and two statements. The old municipality reads what customers paid up to and including {day}, the new one what they paid after that. You send them both. Does the new municipality ask for no statement yet? Then tell it yourself what you earned.',
    monthPlain: 'Each month goes to the municipality where you live then.',
    reported: 'The coach still checks that the benefit ends. Until then everything stays as it is.',
    toldFrom: '{town} reads this',
    toldFromText: '{member} of {cooperative} lives in another municipality from {day}.',
    toldFromNot: 'Not where to, and nothing about work or money.',
    toldTo: '{town} reads this',
    toldToText: '{member} of {cooperative} comes to live in your municipality from {day}. The work then needs consent. A request will come.',
    toldToNot: 'Nothing of the old file, unless you choose so.',
    toldNobody: 'The new municipality hears nothing from us. Tell it there yourself.',
    newTown: 'Tell {town} too',
    share: 'Let {town} read what I was allowed in the old municipality',
    shareHint: 'Only: from when until when, which costs, whether money could be paid out, and how often you sent a statement.',
    authorisation: 'How did {member} say that this is allowed?',
    authorisationHint: 'For example: read together at the office on 3 March, with a signature. It is better when {member} confirms it.',
    tell: 'Tell it like this',
    own: 'You must tell your municipality yourself too that you move. Opbloei does not do that for you.',
    callOff: 'I do not move',
    callOffCoach: 'The move is off',
  },
  earlier: 'Moves',
  told: 'To {town}, from {day}. Told on {told}.',
  calledOff: 'To {town}, from {day}. This was called off.',
  stands: {
    waits: '{town} has not dealt with this yet.',
    handled: '{town} dealt with this on {day}.',
    calledOff: '{town} reads that it is off.',
  },
  townWrites: '{town} writes',
  somewhere: 'another municipality',
  refusals: {
    missing: { what: 'This move is not there.', next: 'Go back to the details.' },
    tooFar: { what: 'This day is more than a year away.', next: 'Choose a day that is nearer.' },
    noTown: { what: 'On the day before no municipality pays the benefit.', next: 'Check the day, and what stands at the benefit.' },
    sameTown: { what: 'This municipality pays the benefit already.', next: 'Choose the municipality of the new home.' },
    another: { what: 'A move lies ready already.', next: 'Tell that one first, or say that it is off.' },
    nothingOpen: { what: 'No move lies ready.', next: 'Open the page again and see how it is now.' },
    dealtWith: { what: 'The old municipality dealt with this already.', next: 'Call that municipality. Then change what stands at the benefit.' },
    authorisation: { what: 'It is not written how the member said this.', next: 'Write where and when you read this together. Or let the member confirm it.' },
    goesOn: { what: 'Something goes on after the day of moving.', next: 'Withdraw the consent from that day. Or write below why it stays.' },
    over: { what: 'This was dealt with already, or it is off.', next: 'Open the list again.' },
  },
}

const texts: Readonly<Record<Language, RelocationTexts>> = { nl, en }

export function relocationTexts(language: Language): RelocationTexts {
  return texts[language]
}
