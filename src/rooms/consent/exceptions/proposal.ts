import { type Day, parseDay } from '#kit/day.ts'
import type { Typed } from '#kit/form.ts'
import { act } from '#rooms/access'
import type { Conditions, ConsentEvent } from '../consent.rules.ts'
import { type C, idIn } from '../file/opening.ts'
import type { RequestFile } from '../file/request-file.ts'
import type { Meaning } from './meaning.rules.ts'
import { whatItMeans } from './meaning.ts'

/** An event without its moment: that it would be written down now. */
export type Proposed = ConsentEvent extends infer Event
  ? Event extends ConsentEvent
    ? Omit<Event, 'on' | 'recordedAt'> & { readonly on?: Day }
    : never
  : never

/** What an event of today would mean for the request in the address. */
export function proposal(c: C, proposed: (today: Day) => Proposed | readonly Proposed[]): Promise<Meaning> {
  return act(c, 'consent.file', (tx, permit) => {
    const written = [proposed(permit.today)].flat().map((event) => ({ on: permit.today, ...event, recordedAt: permit.now }) as ConsentEvent)
    return whatItMeans(tx, permit, idIn(c), written)
  })
}

/** A day as it was typed, or what the empty form is filled with. */
function dayTyped(typed: Typed | null, name: string, filled: Day): Day {
  const said = typed?.[name]
  return (typeof said === 'string' ? parseDay(said) : null) ?? filled
}

/** A grant of the days that were typed, or asked for. */
export function grantTyped(
  file: RequestFile,
  typed: Typed | null,
  filled: Pick<Conditions, 'from' | 'until'>,
): { readonly kind: 'granted'; readonly conditions: Conditions; readonly on: Day } {
  const conditions: Conditions = {
    from: dayTyped(typed, 'from', filled.from),
    until: dayTyped(typed, 'until', filled.until),
    costKinds: file.request.costKinds,
    payOutAllowed: false,
    statementRhythm: typed?.statementRhythm === 'none' ? 'none' : 'monthly',
    statementDay: 10,
    statementFulfilsDuty: true,
    legalBasis: '',
    other: '',
  }
  return { kind: 'granted', conditions, on: dayTyped(typed, 'on', file.today) }
}

/** A correction of what was taken over from paper, with the days that were typed. */
export function correctionTyped(file: RequestFile, typed: Typed | null, before: Conditions): Proposed {
  const conditions = { ...before, from: dayTyped(typed, 'from', before.from), until: dayTyped(typed, 'until', before.until) }
  return { kind: 'paperCorrected', decidedOn: dayTyped(typed, 'decidedOn', file.today), conditions, note: '' }
}
