import type { JobName } from './jobs.ts'

/**
 * What follows when something happened: kind → jobs, in a transaction of their own after the commit. Money and standing
 * never move here. A kind that is not listed has no consequence beyond its row.
 */
export const REACTIONS: Readonly<Record<string, readonly JobName[]>> = {
  'message.left': ['message.mail'],
  'application.sent': ['application.tell'],
  'consent.sent': ['consent.tellMunicipality'],
  'consent.takenOver': ['consent.tellMunicipality'],
  'consent.answered': ['consent.tellMunicipality'],
  'consent.takenBack': ['consent.tellMunicipality'],
  'consent.moreAsked': ['consent.tell', 'consent.tellCooperative'],
  'consent.granted': ['consent.tell', 'consent.tellCooperative'],
  'consent.refused': ['consent.tell', 'consent.tellCooperative'],
  'consent.leftUnprocessed': ['consent.tell', 'consent.tellCooperative'],
  'consent.suspended': ['consent.tell', 'consent.tellCooperative'],
  'consent.resumed': ['consent.tell', 'consent.tellCooperative'],
  'consent.consentWithdrawn': ['consent.tell', 'consent.tellCooperative'],
  'consent.paperConfirmed': ['consent.tell', 'consent.tellCooperative'],
  'consent.paperCorrected': ['consent.tell', 'consent.tellCooperative'],
  'consent.changeCancelled': ['consent.tell', 'consent.tellCooperative'],
  'agreement.proposed': ['agreement.tell'],
  'agreement.proposedToMore': ['agreement.tell'],
  'cooperationAgreement.proposed': ['cooperationAgreement.tell'],
  'cooperationAgreement.changeAsked': ['cooperationAgreement.tellAnswered'],
  'cooperationAgreement.declined': ['cooperationAgreement.tellAnswered'],
  'invoice.sent': ['invoice.mail'],
  'invoice.credited': ['invoice.mail'],
  'invoice.shareAsked': ['invoice.tellShareAsked'],
  'invoice.shareSet': ['invoice.tellShareSet'],
  'invoice.reminded': ['invoice.mailReminder'],
  'receipt.shared': ['receipt.tellShared'],
  'quote.sent': ['quote.mail'],
  'quote.accepted': ['quote.tell', 'quote.askDeposit'],
  'quote.declined': ['quote.tell'],
  'quote.asked': ['quote.tell'],
  'receipt.revised': ['receipt.tellRevised'],
  'spending.cancelled': ['spending.tellCancelled'],
  'spending.replanned': ['spending.tellReplanned'],
  'spending.purchaseUndone': ['spending.tellUndone'],
}
