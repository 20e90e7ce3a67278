export type { MemberWork, MemberWorkFacts, MemberWorkId } from './between/between.rules.ts'
export { acceptMemberWork, declineMemberWork, memberWork, recordMemberWork, undoMemberWork, withdrawMemberWork } from './between/between.ts'
export { ENTERED_VAT } from './forms.ts'
export { texts as invoicingWords } from './invoicing.en.ts'
export { nl as invoicingTexts } from './invoicing.nl.ts'
export { routes } from './invoicing.routes.tsx'
export { countInvoices } from './invoicing.sql.ts'
export type {
  Draft,
  Invoice,
  InvoiceId,
  InvoiceReceipt,
  InvoiceReceiptId,
  InvoiceRequest,
  InvoiceStanding,
  InvoiceWithDocument,
  OpenInvoice,
} from './invoicing.types.ts'
export { type DaySheet, recordDaySheet } from './market/market-day.ts'
export type { OpenJob, OpenJobFacts, OpenJobId } from './open-jobs/open-jobs.rules.ts'
export { announceJob, chooseHands, joinJob, leaveJob, withdrawJob } from './open-jobs/open-jobs.ts'
export { type WorkOpen, workOpen } from './open-jobs/work-open.ts'
export { type InvoiceFile, invoiceFiles, invoicePaper } from './paper/files.ts'
export { releaseWaiting } from './payments/collecting.ts'
export { creditInvoice, leftToCredit, sentInvoice } from './payments/crediting.ts'
export { type Dividable, type DividableBack, type DividableMoney, dividableMoney, invoicedPerMember, type MemberWorkCost } from './payments/dividing.sql.ts'
export {
  invoicesOf,
  openInvoices,
  receivePayment,
  refundCustomer,
  undoPayment,
  undoRefund,
} from './payments/payments.ts'
export { endProposal, proposeWriteOff, relieveVat, writeOff } from './payments/writing-off.ts'
export { type KorMeter, korMeter } from './pricing/kor.rules.ts'
export { type Line, ONE, type PriceBasis, type Priced, price, type Totals, type Unit } from './pricing/pricing.rules.ts'
export { type VatKind, vatRateOn } from './pricing/vat-rates.rules.ts'
export { askInstalments, type RecordedAcceptance, recordAcceptance } from './quotes/accepting/accepting.ts'
export { acceptQuote } from './quotes/customer/answering.ts'
export { type QuoteTerms, USUAL_VALID_DAYS } from './quotes/quoting.rules.ts'
export { makeQuote, sendQuote } from './quotes/quoting.ts'
export type { QuoteId } from './quotes/quoting.types.ts'
export type { RemindingScheme } from './reminding/reminding.rules.ts'
export {
  dueToday,
  pauseReminding,
  remind,
  remindChosen,
  remindingLines,
  remindingScheme,
  remindingWords,
  resumeReminding,
  setReminding,
} from './reminding/reminding.ts'
export { allDrafts, dropDraft, membersTrusted, requestInvoice, returnDraft, reviseDraft, trustMember } from './requesting.ts'
export { beginNumbers, sendInvoice } from './sending.ts'
export { invoicesWithoutVat, korStanding } from './series/kor.ts'
export { type OpenBefore, takeOverInvoices } from './series/taking-over.ts'
export type { AskedShare } from './sharing/shares.rules.ts'
export { answerOwnShare } from './sharing/sharing.ts'
