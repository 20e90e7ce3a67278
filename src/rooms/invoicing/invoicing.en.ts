import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './invoicing.nl.ts'

/** What members meet besides the invoice itself, which is Dutch by its nature. */
type Spoken = Pick<typeof nl, 'unit' | 'vatKind' | 'kind' | 'refusals'>

export const en: SameTexts<Spoken> = {
  kind: { invoice: 'Invoice', 'credit-note': 'Credit note', 'day-sheet': 'Day sheet' },
  unit: {
    piece: 'piece',
    hour: 'hour',
    day: 'day',
    kilo: 'kilo',
    litre: 'litre',
    metre: 'metre',
    'square-metre': 'm²',
    kilometre: 'km',
    month: 'month',
  },
  vatKind: {
    standard: '21% VAT',
    reduced: '9% VAT',
    zero: '0% VAT',
    exempt: 'exempt',
    'reverse-charge': 'VAT reverse-charged',
    kor: 'no VAT (small businesses scheme)',
  },
  refusals: {
    missing: { what: 'This invoice is not there.', next: 'Look in the list of invoices, or search for the number.' },
    noneChosen: { what: 'You have not chosen any invoices.', next: 'Tick the invoices that may go.' },
    returnedToMember: { what: 'This one is with the member to be improved.', next: 'Wait until the member changes it, or open it and change it yourself.' },
    noDraft: { what: 'This draft is no longer there.', next: 'Perhaps the invoice was sent already. Look in the list of invoices.' },
    nothingToCredit: { what: 'You chose nothing to credit.', next: 'Fill in at one line at least how much you want to credit.' },
    moreThanInvoiced: { what: 'At "{line}" there is more than is left on the invoice.', next: 'Fill in at most what was not credited yet.' },
    noCreditOfCredit: { what: 'This is a credit note itself.', next: 'Make a new invoice if the credit note was wrong.' },
    writtenOffBefore: { what: 'This invoice was written off.', next: 'Talk to the board if the customer pays after all.' },
    noMember: { what: 'No member is chosen yet.', next: 'Choose for which member the invoice is.' },
    noLines: { what: 'There is nothing on the invoice yet.', next: 'Fill in what you did and what it costs.' },
    noCustomer: { what: 'No customer is chosen yet.', next: 'Choose a customer, or fill in the name of a new one.' },
    notYetDone: { what: 'This day is still to come.', next: 'Fill in the day on which you did the work. Ask for the invoice when the work is done.' },
    nothingToPay: {
      what: 'The total is zero or less.',
      next: 'Check the amounts. Does the customer get money back? Then ask for a credit note of the old invoice.',
    },
    moreByCard: { what: 'More was paid by card than was sold.', next: 'Check the amounts.' },
    moreChange: { what: 'More change is left than you counted.', next: 'Check how much stays in the box.' },
    tillShort: { what: 'There is {amount} too little in the box.', next: 'Count again. Is it right? Then write how it came, also if you do not know.' },
    tillOver: { what: 'There is {amount} too much in the box.', next: 'Count again. Is it right? Then write how it came, also if you do not know.' },
    notTrusted: { what: 'You may not send invoices yourself yet.', next: 'The treasurer checks your request and sends the invoice.' },
    noVatId: {
      what: 'The VAT number of the cooperative is not filled in yet.',
      next: 'Ask the treasurer to fill it in. Without that number an invoice is not valid.',
    },
    noIban: {
      what: 'The bank account of the cooperative is not filled in yet.',
      next: 'Ask the treasurer to fill it in. The customer must know where to pay.',
    },
    noAddress: { what: 'The address of {customer} is not complete.', next: 'Fill in street, postcode and town of the customer. An invoice must show them.' },
    noBuyerVatId: { what: 'No VAT number of {customer} is known.', next: 'Ask the customer for it. With "VAT reverse-charged" it must be on the invoice.' },
    noBuyerKvk: {
      what: 'No KvK number of {customer} is known.',
      next: 'Fill in the KvK number of the customer. Is it no company? Then set the customer to "person".',
    },
    laterNumber: { what: 'An invoice with a later date was sent already.', next: 'Check the clock of the computer. Then try again.' },
    seriesInUse: { what: 'Numbers of this year were used already.', next: 'The series goes on by itself. You need not do anything.' },
    moreThanOpen: {
      what: 'This is more than is open on invoice {number} ({open}).',
      next: 'Match the open amount at most. Put the rest with "to be sorted out".',
    },
    receivedBefore: { what: 'This payment was booked on invoice {number} already.', next: 'You need not do anything.' },
    undoneBefore: { what: 'This payment was undone already.', next: 'You need not do anything.' },
    nothingToRefund: { what: 'The customer of invoice {number} does not get so much back.', next: 'Make a credit note first, or check the amount.' },
    nothingOpen: { what: 'Nothing is open on invoice {number}.', next: 'You need not do anything.' },
    notDueYet: { what: 'The customer still has time to pay.', next: 'Send the reminder after the last day to pay.' },
    remindedBefore: { what: 'A reminder was sent already.', next: 'Call the customer. That often works best.' },
    proposedBefore: { what: 'Writing this invoice off was proposed already.', next: 'Somebody else agrees to it or refuses it.' },
    notProposed: { what: 'Nobody proposed to write this invoice off.', next: 'Make a proposal with a reason first. Somebody else agrees to it.' },
    ownProposal: { what: 'You made this proposal yourself.', next: 'Ask somebody else of the board to agree to it.' },
    doesNotWait: { what: 'This invoice does not wait for a decision.', next: 'You need not do anything.' },
    releasedBefore: { what: 'The money of this invoice was released already.', next: 'You need not do anything.' },
    sharesTooMuch: {
      what: 'The shares do not fit this invoice.',
      next: 'Something must be left for everybody, for you too. Shares are of the amount without VAT.',
    },
    shareOfWhom: { what: 'This member cannot have a share.', next: 'Choose another member of the cooperative. Your own share is what is left.' },
    shareTwice: { what: 'This member is named twice.', next: 'Put the share of this member on one line.' },
    shareAmount: { what: 'The share is not filled in right.', next: 'Fill in a share, such as 40% or € 120.' },
    shareAnswered: { what: 'You answered this already, or nothing was asked.', next: 'You need not do anything.' },
    notAgreed: { what: 'Not everybody agreed to their own share yet.', next: 'Wait for an answer, or change the shares and save them.' },
    sharedBySender: { what: 'More members worked on this invoice.', next: 'The treasurer checks the shares and sends the invoice.' },
    noPaper: { what: 'The PDF of this invoice could not be made.', next: 'Print this page instead, and tell the treasurer.' },
    notOnPaper: { what: 'There is nothing to post for this invoice.', next: 'You need not do anything.' },
  },
}

export const texts: Readonly<Record<Language, SameTexts<Spoken>>> = { nl, en }
