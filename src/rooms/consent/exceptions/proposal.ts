import { type Day, parseDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
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
export function proposal(c: C, proposed: (today: Day) => Proposed | null): Promise<Meaning> {
  return act(c, 'consent.file', (tx, permit) => {
    const event = proposed(permit.today)
    const written = event ? [{ on: permit.today, ...event, recordedAt: permit.now } as ConsentEvent] : []
    return whatItMeans(tx, permit, idIn(c), written)
  })
}

/** A day as it was typed, or what the empty form is filled with. */
function dayTyped(problems: Problems | null, name: string, filled: Day): Day {
  const typed = problems?.typed[name]
  return (typeof typed === 'string' ? parseDay(typed) : null) ?? filled
}

/** A grant of the days that were typed, or asked for. */
export function grantTyped(file: RequestFile, problems: Problems | null, filled: Pick<Conditions, 'from' | 'until'>): Proposed {
  const conditions: Conditions = {
    from: dayTyped(problems, 'from', filled.from),
    until: dayTyped(problems, 'until', filled.until),
    costKinds: file.request.costKinds,
    payOutAllowed: false,
    statementRhythm: problems?.typed.statementRhythm === 'none' ? 'none' : 'monthly',
    statementDay: 10,
    statementFulfilsDuty: true,
    legalBasis: '',
    other: '',
  }
  return { kind: 'granted', conditions, on: dayTyped(problems, 'on', file.today) }
}
