import type { Instant } from '#kit/day.ts'

/** What can be new for somebody; `true` where a term of law runs, so that its mail waits for no rhythm. */
export const MESSAGE_KINDS = {
  statementWaits: true,
  consentAnswered: true,
  consentWaits: true,
  consentMoved: false,
  letterWaits: true,
  termEnds: true,
  sampleDrawn: false,
  sampleReady: false,
  sampleQuestion: false,
  sampleAnswered: false,
  sampleFound: false,
  sampleClosed: false,
  statementQuestioned: false,
  statementAnswered: false,
  conditionAsked: false,
  conditionRed: false,
  conditionAnswered: false,
  memberAgreement: false,
  cooperationAgreement: false,
  cooperationAnswered: false,
  receiptRevised: false,
  spendingCancelled: false,
  promiseChanged: false,
  purchaseUndone: false,
  thingBilled: false,
  thingBillUndone: false,
  receiptShared: false,
  shareAsked: false,
  shareSet: false,
  quotePartDue: false,
  shareReminded: false,
  memberWorkAsked: false,
  memberWorkRecorded: false,
  memberWorkAnswered: false,
  memberWorkWithdrawn: false,
  memberWorkUndone: false,
  openJobAnnounced: false,
  openJobJoined: false,
  openJobChosen: false,
  openJobFull: false,
  openJobWithdrawn: false,
  applicationWaits: false,
  inquiryWaits: false,
  offeringAsked: false,
  offeringQuoted: false,
  offeringProposed: false,
  lawChanges: false,
  paperNewer: false,
  lentNewer: false,
  lentUnmarked: false,
  lentAgain: false,
  lentRemarked: false,
  standIn: false,
  handedToYou: false,
  caseInvited: false,
  relocationToTell: false,
  residentLeaves: false,
  residentComes: false,
  relocationOff: false,
  relocationHandled: false,
  planToSign: false,
  partnerAnswered: false,
  caseTaken: false,
  fileAtTeam: false,
  fileForTeam: false,
  requestQuestion: false,
  introductionMoved: false,
  knowledgeAsked: false,
  knowledgeOffered: false,
  knowledgeStale: false,
  knowledgeDecided: false,
  knowledgeMoved: false,
  knowledgeAnswered: false,
  initiativeMoved: false,
  startMoved: false,
  startQuiet: false,
  potAsked: false,
  potAnswered: false,
  memberLeft: false,
  departureAgreed: false,
  departureConfirmed: false,
} as const satisfies Record<string, boolean>

export type MessageKind = keyof typeof MESSAGE_KINDS

export const MAIL_RHYTHMS = ['atOnce', 'daily', 'weekly', 'never'] as const
export type MailRhythm = (typeof MAIL_RHYTHMS)[number]

/** How often somebody wants mail, and between which hours of the clock in Amsterdam not; the same hour twice is no quiet at all. */
export type MailChoice = { readonly rhythm: MailRhythm; readonly quietFrom: number; readonly quietUntil: number; readonly onSunday: boolean }

export const USUAL: MailChoice = { rhythm: 'atOnce', quietFrom: 21, quietUntil: 8, onSunday: true }

/** The hour at which a day or a week is told; a week on Monday. */
const TELLING_HOUR = 9
/** Nothing with a term of law waits beyond this hour of the next morning. */
const LATEST_HOUR = 8
const MONDAY = 1
const SUNDAY = 7
const ZONE = 'Europe/Amsterdam'

/** When mail about something new may go at the earliest: `null` for never. What is urgent goes as soon as it is not quiet, and at eight the next morning at the latest. */
export function mailDue(choice: MailChoice, at: Instant, urgent: boolean): Instant | null {
  if (urgent) {
    const [calm, latest] = [nextCalm(choice, at, true), nextHour(at, LATEST_HOUR)]
    return Temporal.Instant.compare(calm, latest) < 0 ? calm : latest
  }
  if (choice.rhythm === 'never') return null
  if (choice.rhythm === 'atOnce') return nextCalm(choice, at, false)
  return nextCalm(choice, nextHour(at, TELLING_HOUR, choice.rhythm === 'weekly' ? MONDAY : null), false)
}

/** Whether one mail about all these goes now: something is due, and this is no quiet hour. A worker that stood still at night catches up in the morning. */
export function mailGoes(choice: MailChoice, waiting: readonly { readonly at: Instant; readonly urgent: boolean }[], now: Instant): boolean {
  const calm = (urgent: boolean) => Temporal.Instant.compare(nextCalm(choice, now, urgent), now) === 0 || (urgent && awake(now))
  return waiting.some(({ at, urgent }) => {
    const due = mailDue(choice, at, urgent)
    return due !== null && Temporal.Instant.compare(due, now) <= 0 && calm(urgent)
  })
}

/** Whether a moment lies in the hours, or on the Sunday, that somebody keeps free of mail. */
export function isQuiet({ quietFrom, quietUntil, onSunday }: MailChoice, at: Instant, urgent: boolean): boolean {
  const { hour, dayOfWeek } = at.toZonedDateTimeISO(ZONE)
  if (!urgent && !onSunday && dayOfWeek === SUNDAY) return true
  return quietFrom < quietUntil ? hour >= quietFrom && hour < quietUntil : quietFrom > quietUntil && (hour >= quietFrom || hour < quietUntil)
}

function nextCalm(choice: MailChoice, at: Instant, urgent: boolean): Instant {
  let moment = at
  while (isQuiet(choice, moment, urgent)) moment = moment.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 })
  return moment
}

/** The first time from `at` on that a clock in Amsterdam says this hour, on a day of the week where one is given. */
function nextHour(at: Instant, hour: number, dayOfWeek: number | null = null): Instant {
  const from = at.toZonedDateTimeISO(ZONE)
  for (let days = 0; ; days++) {
    const moment = from.toPlainDate().add({ days }).toZonedDateTime({ timeZone: ZONE, plainTime: { hour } })
    if ((dayOfWeek === null || moment.dayOfWeek === dayOfWeek) && Temporal.ZonedDateTime.compare(moment, from) >= 0) return moment.toInstant()
  }
}

function awake(at: Instant): boolean {
  const { hour } = at.toZonedDateTimeISO(ZONE)
  return hour >= LATEST_HOUR && hour < USUAL.quietFrom
}
