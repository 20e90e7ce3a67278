import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './messages.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'New for you',
  lead: 'What changed for you. Open a message, and it is read.',
  none: 'You have no messages.',
  noneNew: 'You have read everything.',
  kinds: {
    statementWaits: 'A monthly statement waits for you.',
    consentAnswered: 'The municipality wrote something about your consent.',
    consentWaits: 'There is something new with a request for consent.',
    letterWaits: 'A letter waits for you: read along, or see what must change.',
    consentMoved: 'The municipality did something with a consent of one of your members.',
    sampleDrawn: 'The municipality looks along with a sample. Read what was drawn.',
    sampleReady: 'Your sample has been drawn.',
    sampleQuestion: 'The municipality asks something about a drawn piece.',
    sampleAnswered: 'There is an answer to your question about a drawn piece.',
    handedToYou: 'A colleague handed people over to you. Read the note.',
    standIn: 'A colleague is away for a while. You stand in for the cases.',
    sampleFound: 'The municipality wrote down what it found of a drawn piece.',
    sampleClosed: 'A sample of the municipality is closed. Read the result.',
    statementQuestioned: 'The municipality has a question about a month statement.',
    statementAnswered: 'There is an answer to a question about a month statement.',
    conditionAsked: 'There is a question about a condition of the consent.',
    conditionRed: 'A month was closed. One condition of the consent does not fit. Look along before the statement goes.',
    conditionAnswered: 'There is an answer to a question about a condition.',
    termEnds: 'A term of a consent is nearly over. See what the last day is.',
    memberAgreement: 'There is a new agreement to read and sign.',
    cooperationAgreement: 'An agreement with a cooperative waits for you.',
    cooperationAnswered: 'There is an answer to an agreement between cooperative and municipality.',
    receiptRevised: 'Your receipt was looked at again.',
    spendingCancelled: 'Spending of yours was cancelled.',
    promiseChanged: 'A promise to you was divided over other months.',
    receiptShared: 'Costs of work that you did with another member have been shared. See with your receipts what your part is.',
    shareAsked: 'Is your share of a job right? Somebody asks for an invoice for work that you did together.',
    quotePartDue: 'A part of a quote is due. The invoice is ready for a look.',
    shareSet: 'The treasurer set what your share of a job is. Is it not right? Then say so at once.',
    shareReminded: 'The customer of work that you did together was reminded of the invoice.',
    memberWorkAsked: 'Another member wrote down work that was done for you. Is it right?',
    memberWorkRecorded: 'The treasurer wrote down work that you did for another member.',
    memberWorkAnswered: 'There is an answer to work that you did for another member.',
    memberWorkWithdrawn: 'Work that another member wrote down for you is withdrawn.',
    memberWorkUndone: 'Work between you and another member is undone. Read why.',
    openJobAnnounced: 'There is a job that you can join.',
    openJobJoined: 'Somebody wants to join your job.',
    openJobChosen: 'You join a job. You are chosen.',
    openJobFull: 'The choice for a job is made. This time you are not in it.',
    openJobWithdrawn: 'A job that you wanted to join does not go ahead.',
    purchaseUndone: 'A purchase of yours was undone.',
    offeringAsked: 'A customer asks something about what is offered.',
    inquiryWaits: 'An inquiry to the network waits.',
    applicationWaits: 'Somebody applied.',
    potAsked: 'A resident leaves a cooperative. There is a question about money in a budget.',
    potAnswered: 'The municipality answered about the budgets at a leaving.',
    memberLeft: 'A resident of yours leaves a cooperative.',
    departureAgreed: 'A member filled in the own leaving. You or the board confirms it.',
    departureConfirmed: 'Your leaving is confirmed. Read what happens now.',
    paperNewer: 'One of your papers has a new version. Read what is different.',
    lawChanges: 'An amount of the law changes. See from when.',
    partnerAnswered: 'Somebody who looks along said something about a piece of yours.',
    planToSign: 'A plan of action is ready to be read and signed.',
    introductionMoved: 'There is something new in an introduction to another organisation.',
    requestQuestion: 'There is a question or an answer about a request for consent.',
    caseInvited: 'A resident asks a case manager to think along.',
    caseTaken: 'A case manager of your municipality took your question.',
  },
  open: 'Open',
  isNew: 'new',
  readAll: 'Everything is read',
  choose: 'Choose when you get mail',
  line: { one: 'New for you: 1 message', more: 'New for you: {count} messages' },
  card: {
    title: 'Mail about messages',
    intro: 'Messages always stand in Opbloei. How often do you want a mail about them? That mail says nothing about you or others.',
    rhythm: 'How often',
    rhythms: { atOnce: 'At once', daily: 'Once a day', weekly: 'Once a week, on Monday', never: 'No mail' },
    quietFrom: 'No mail from',
    quietUntil: 'until',
    hour: '{hour}:00',
    quietHint: 'Mail waits until these hours are over.',
    sunday: 'Mail on Sunday too',
    law: 'Does a term of law run? Then we always mail you. At 8 the next morning at the latest.',
    noEmail: 'You have no e-mail address. Your coach tells you what is new.',
    save: 'Save',
  },
  mail: {
    one: 'A message waits for you',
    more: '{count} messages wait for you',
    text: `Hello,

{what} at Opbloei. Read here:
{link}
{term}
Do you want less mail, or at other hours? You choose that at My account:
{account}

Opbloei`,
    term: '\nDo not wait too long: there is a date to it.\n',
  },
  refusals: {
    gone: { what: 'This message is gone.', next: 'Go back to your messages.' },
  },
}

/** The words about messages in a language. */
export function messageTexts(language: Language): SameTexts<typeof nl> {
  return language === 'en' ? en : nl
}
