import { addDays, addMonths, type Day } from '#kit/day.ts'

/** When somebody who left is asked, in months after the last day. */
export const LATER_MONTHS = [6, 12, 24] as const
export type LaterMonths = (typeof LATER_MONTHS)[number]

/** How long the link of an invitation works, and after how many days one reminder goes. */
export const LINK_DAYS = 42
export const REMIND_AFTER = 14

/** Answers of before this day are deleted: two years after they were given. */
export const KEPT_MONTHS = 24

export const LATER_WORK = ['ownBusiness', 'job', 'other', 'nothing'] as const
export const LATER_BENEFIT = ['yes', 'no', 'unsaid'] as const
export const LATER_FARING = ['better', 'same', 'worse'] as const

/** The three short answers. */
export type LaterAnswers = {
  readonly work: (typeof LATER_WORK)[number]
  readonly benefit: (typeof LATER_BENEFIT)[number]
  readonly faring: (typeof LATER_FARING)[number]
}

/** The days on which somebody is asked. */
export function plannedOn(lastDay: Day): readonly { readonly months: LaterMonths; readonly on: Day }[] {
  return LATER_MONTHS.map((months) => ({ months, on: addMonths(lastDay, months) }))
}

/**
 * Which invitations go today: each once, and only in the weeks after its day. What was missed longer than that, because nobody agreed or the program stood still,
 * is not made up for: a question about half a year is not asked after a year.
 */
export function invitationsDue(lastDay: Day, sent: readonly LaterMonths[], today: Day): readonly LaterMonths[] {
  return plannedOn(lastDay)
    .filter(({ months, on }) => on <= today && today < addDays(on, LINK_DAYS) && !sent.includes(months))
    .map(({ months }) => months)
}

/** Whether the one reminder of an invitation goes today: some days after it, while the link works, and never a second time. */
export function reminderDue(
  invitation: { readonly sentOn: Day; readonly expiresOn: Day; readonly reminded: boolean; readonly answered: boolean },
  today: Day,
): boolean {
  return !invitation.reminded && !invitation.answered && today >= addDays(invitation.sentOn, REMIND_AFTER) && today <= invitation.expiresOn
}

/** Whether a link still works on a day. */
export function linkWorks(invitation: { readonly expiresOn: Day; readonly agrees: boolean }, today: Day): boolean {
  return invitation.agrees && today <= invitation.expiresOn
}
