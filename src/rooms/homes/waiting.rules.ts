import type { Day, Instant } from '#kit/day.ts'
import type { Wait, Waiting } from './homes.sql.ts'

/** What a member must do, the most pressing kind first where days are equal. */
export const DUTIES = [
  'memberClaim',
  'statementToSend',
  'statementChanged',
  'consentToAnswer',
  'objectionToMend',
  'municipalityQuestion',
  'questionToAnswer',
  'conditionToAnswer',
  'requestToAnswer',
  'agreementToSign',
  'planToSign',
  'relocationToTell',
  'consentElsewhere',
  'invoiceWaiting',
  'invoiceToRelease',
  'receiptToAnswer',
  'invoiceReturned',
  'shareToAgree',
  'memberWorkToAnswer',
  'consentDraft',
  'spendingToBuy',
  'billToPay',
  'consentEnding',
  'consentAsked',
] as const satisfies readonly Wait[]
export type Duty = (typeof DUTIES)[number]

/** Where a coach can help. */
export const COACHING = [
  'memberClaim',
  'memberQuestion',
  'municipalityQuestion',
  'questionToAnswer',
  'conditionToAnswer',
  'requestToAnswer',
  'benefitReported',
  'statementToSend',
  'statementChanged',
  'consentToAnswer',
  'objectionToMend',
  'consentDraft',
  'invoiceWaiting',
  'consentStops',
  'consentEnding',
  'consentAsked',
  'trialEnding',
  'receiptToJudge',
  'receiptToAnswer',
  'spendingToDecide',
  'agreementToSign',
  'relocationToTell',
  'consentElsewhere',
] as const satisfies readonly Wait[]
export type Coaching = (typeof COACHING)[number]

/** What the books wait for. */
export const BOOKKEEPING = [
  'invoiceToRelease',
  'invoiceToSend',
  'invoiceWaiting',
  'writeOffToJudge',
  'receiptToJudge',
  'spendingToDecide',
  'spendingToBuy',
  'instalmentDue',
  'municipalityQuestion',
  'questionToAnswer',
] as const satisfies readonly Wait[]
export type Bookkeeping = (typeof BOOKKEEPING)[number]

/** What waits for whoever governs, and what a role must be able to do to be shown it. */
export const GOVERNING = [
  'cooperationAnswered',
  'agreementToSignFor',
  'writeOffToJudge',
  'spendingToDecide',
  'receiptToJudge',
  'trialEnding',
] as const satisfies readonly Wait[]
export type Governing = (typeof GOVERNING)[number]
export const NEEDED = {
  cooperationAnswered: 'cooperationAgreement.propose',
  agreementToSignFor: 'agreement.signFor',
  writeOffToJudge: 'invoice.writeOff',
  spendingToDecide: 'spending.decide',
  receiptToJudge: 'receipt.judge',
  trialEnding: 'member.admit',
} as const satisfies Record<Governing, string>

/** How long before its end a consent, a trial or a statement asks for attention. */
const NEAR = { consentEnding: 90, consentAsked: 90, trialEnding: 30 } as const

/** Of all that waits, what is on this list and near enough; with a last day first, in the order of the days. */
export function waitingFor<const W extends Wait>(
  all: readonly Waiting[],
  list: readonly W[],
  today: Day,
  daysBetween: (from: Day, to: Day) => number,
): (Waiting & { readonly what: W })[] {
  const wanted = (each: Waiting): each is Waiting & { what: W } => list.some((what) => what === each.what) && isNear(each, today, daysBetween)
  return all.filter(wanted).toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9') || list.indexOf(a.what) - list.indexOf(b.what))
}

function isNear(each: Waiting, today: Day, daysBetween: (from: Day, to: Day) => number): boolean {
  if (each.what === 'instalmentDue') return each.until !== null && each.until <= today
  if (each.what === 'consentStops') return each.until !== null && each.until >= today
  if (each.what !== 'consentEnding' && each.what !== 'consentAsked' && each.what !== 'trialEnding') return true
  if (each.until === null) return false
  const left = daysBetween(today, each.until)
  return left >= 0 && left <= NEAR[each.what]
}

/** Open invoices, or bills for things, whose last day has passed. */
export function overdue(all: readonly Waiting[], today: Day, of: 'invoiceOpen' | 'billToPay' = 'invoiceOpen'): Waiting[] {
  return all.filter((each) => each.what === of && each.until !== null && each.until < today)
}

/** What is in hand in the background, and what ended in the last day; newest first. */
export function errandsOf(all: readonly Waiting[], now: Instant): Waiting[] {
  const lately = (each: Waiting) => each.since !== null && Temporal.Instant.compare(each.since.add({ hours: 24 }), now) > 0
  return all.filter((each) => each.what === 'errandRuns' || ((each.what === 'errandDone' || each.what === 'errandStopped') && lately(each))).toReversed()
}

/** Where the thing that waits is dealt with, by the member (`own`) or by somebody of the office. */
export function addressOf(each: Pick<Waiting, 'what' | 'id' | 'member' | 'about'>, whose: 'own' | 'office'): string {
  const id = each.id ?? ''
  const at: Readonly<Record<Wait, string>> = {
    consentDraft: `/toestemmingen/${id}`,
    consentToAnswer: `/toestemmingen/${id}/antwoord`,
    objectionToMend: whose === 'own' ? `/toestemmingen/${id}/herstel` : `/toestemmingen/${id}`,
    consentToDecide: `/toestemmingen/${id}`,
    consentEnding: `/toestemmingen/${id}`,
    consentAsked: `/toestemmingen/${id}`,
    consentStops: `/toestemmingen/${id}`,
    consentElsewhere: '/toestemmingen/nieuw',
    letterToSee: `/toestemmingen/${id}/voorbeeld`,
    letterInHand: `/toestemmingen/${id}/voorbeeld`,
    application: `/aanmeldingen/${id}`,
    benefitReported: `/leden/${each.member ?? ''}`,
    trialEnding: `/leden/${each.member ?? ''}`,
    agreementToSign: `/afspraken/${id}/tekenen`,
    agreementToSignFor: `/afspraken/${id}`,
    cooperationAnswered: `/afspraken/gemeenten/${id}`,
    invoiceToSend: `/facturen/${id}`,
    shareToAgree: `/facturen/${id}/deel`,
    memberWorkToAnswer: `/onderling/${id}`,
    invoiceReturned: `/facturen/${id}/aanpassen`,
    invoiceOpen: `/facturen/${id}`,
    invoiceWaiting: `/facturen/${id}`,
    invoiceToRelease: `/facturen/${id}`,
    writeOffToJudge: `/facturen/${id}/afboeking`,
    workToDecide: '/toestemmingen',
    receiptToAnswer: `/bonnen/${id}`,
    receiptToJudge: `/bonnen/${id}`,
    spendingToDecide: `/bestedingen/${id}`,
    spendingToBuy: `/bestedingen/${id}`,
    instalmentDue: `/bestedingen/${id}`,
    billToPay: `/spullen/rekening/${id}`,
    bankLines: '/bank',
    statementToSend: whose === 'own' ? `/opgaven/${each.about ?? ''}` : `/opgaven/${each.about ?? ''}?lid=${each.member ?? ''}`,
    statementChanged: whose === 'own' ? `/opgaven/${each.about ?? ''}` : `/opgaven/${each.about ?? ''}?lid=${each.member ?? ''}`,
    statementToRead: '/opgaven',
    memberClaim: whose === 'own' ? '/opgaven' : `/leden/${each.member ?? ''}`,
    memberQuestion: '/opgaven',
    municipalityQuestion: `/opgaven/${id}`,
    errandRuns: `/bezig/${id}`,
    errandDone: `/bezig/${id}`,
    errandStopped: `/bezig/${id}`,
    questionToAnswer: `/steekproeven/stukken/${id}`,
    questionAsked: `/steekproeven/stukken/${id}`,
    conditionToAnswer: whose === 'own' ? '/voorwaarden/stand' : `/voorwaarden/stand?lid=${each.member ?? ''}`,
    conditionAsked: `/voorwaarden/stand?lid=${each.member ?? ''}`,
    statementAsked: `/opgaven/${id}`,
    requestAsked: `/toestemmingen/${id}/vragen`,
    requestToAnswer: `/toestemmingen/${id}/vragen`,
    caseInvited: '/uitnodigingen',
    relocationToTell: `/leden/${each.member ?? ''}/verhuizing`,
    residentLeaves: '/verhuizingen',
    residentComes: '/verhuizingen',
    knowledgeToCheck: '/mijn-kennis',
    knowledgeAsked: '/mijn-kennis',
    planToSign: whose === 'own' ? '/plan-van-aanpak/tekenen' : `/leden/${each.member ?? ''}/plan-van-aanpak`,
  }
  return at[each.what]
}
