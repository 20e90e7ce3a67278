/**
 * "Is het iets voor mij?": a few questions without a name, and what seems to fit. The answers travel in the address as letters, one per question, and are
 * kept nowhere. It is a first direction and decides nothing: the municipality decides about consent, Bbz and parttime ondernemen.
 */
export const ANSWERS = {
  /** What somebody lives on now. */
  living: { b: 'assistance', u: 'uwv', g: 'none', w: 'unknown' },
  /** What somebody wants most. */
  wish: { s: 'together', z: 'alone', l: 'job', w: 'unknown' },
  /** Whether there is an idea of what to make or do. */
  idea: { j: 'yes', n: 'no' },
  /** How large the own business should be. */
  size: { v: 'full', d: 'part', w: 'unknown' },
  /** Whether debts are being settled: then a business of one's own is often not allowed yet. */
  debts: { n: 'no', j: 'yes', w: 'unknown' },
} as const

export type Question = keyof typeof ANSWERS
export type Given = { readonly [Q in Question]?: (typeof ANSWERS)[Q][keyof (typeof ANSWERS)[Q]] }

export const OUTCOMES = ['cooperative', 'bbz', 'partTime', 'job', 'talk'] as const
export type Fit = (typeof OUTCOMES)[number]

export type Reason =
  | 'wantsTogether'
  | 'wantsJob'
  | 'wantsAlone'
  | 'noIdea'
  | 'unsureWish'
  | 'livesOfIt'
  | 'fewHours'
  | 'unsureSize'
  | 'debtsForbid'
  | 'debtsAskFirst'
  | 'uwvDecides'
  | 'unsureLiving'
  | 'noBenefit'
  | 'assistanceNeedsConsent'

export type SelfCheck = { readonly fit: Fit; readonly reasons: readonly Reason[]; readonly living: NonNullable<Given['living']> }

/** At most so many questions lie before somebody. */
export const MOST = 5

/** Which question comes after these answers; null when there are enough. */
export function nextQuestion(given: Given): Question | null {
  if (!given.living) return 'living'
  if (!given.wish) return 'wish'
  if (given.wish === 'job') return null
  if (!given.idea) return 'idea'
  if (given.wish === 'unknown') return null
  if (given.wish === 'alone' && !given.size) return 'size'
  return given.debts ? null : 'debts'
}

/** Reads the letters of an address. Null for letters that answer no question, or that go on after the last. */
export function givenIn(letters: string): Given | null {
  let given: Given = {}
  for (const letter of letters) {
    const question = nextQuestion(given)
    const answers: Readonly<Record<string, string>> | null = question && ANSWERS[question]
    if (!question || !answers || !Object.hasOwn(answers, letter)) return null
    given = { ...given, [question]: answers[letter] }
  }
  return given
}

/** What seems to fit, with every reason that led to it. Null while a question is open. */
export function outcomeOf(given: Given): SelfCheck | null {
  const { living, wish } = given
  if (nextQuestion(given) || !living || !wish) return null
  const about = livingReasons(living)
  if (wish === 'job') return { fit: 'job', reasons: ['wantsJob'], living }
  if (wish === 'unknown') return { fit: 'talk', reasons: ['unsureWish', ...(given.idea === 'no' ? (['noIdea'] as const) : []), ...about], living }
  const debts: Reason[] = given.debts === 'no' ? [] : ['debtsAskFirst']
  const wants: Reason = wish === 'together' ? 'wantsTogether' : 'wantsAlone'
  // Who pays the benefit decides; without knowing who, or where that is UWV, nobody should begin on the word of a page.
  if (living === 'uwv' || living === 'unknown') return { fit: 'talk', reasons: [wants, ...about, ...debts], living }
  if (given.idea === 'no') return { fit: 'talk', reasons: [wants, 'noIdea', ...about, ...debts], living }
  if (wish === 'together') return { fit: 'cooperative', reasons: [wants, ...about, ...debts], living }
  if (given.debts === 'yes') return { fit: 'cooperative', reasons: [wants, 'debtsForbid', ...about], living }
  if (living === 'none') return { fit: 'talk', reasons: [wants, ...about, ...debts], living }
  if (given.size === 'full') return { fit: 'bbz', reasons: [wants, 'livesOfIt', ...debts], living }
  if (given.size === 'part') return { fit: 'partTime', reasons: [wants, 'fewHours', ...debts], living }
  return { fit: 'talk', reasons: [wants, 'unsureSize', ...about, ...debts], living }
}

function livingReasons(living: NonNullable<Given['living']>): readonly Reason[] {
  return { assistance: ['assistanceNeedsConsent'], uwv: ['uwvDecides'], none: ['noBenefit'], unknown: ['unsureLiving'] }[living] as readonly Reason[]
}
