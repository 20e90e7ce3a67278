import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { looked, type MemberId, type Permit } from '#rooms/access'
import { journeysOfAll } from './journeys.ts'
import { classOf, type MemberClass, type MemberTerm, termsOf } from './terms.rules.ts'

export type RegisterEntry = {
  readonly member: MemberId
  readonly number: number | null
  readonly name: string
  readonly class: MemberClass
  readonly terms: readonly MemberTerm[]
}

/** The register on a day by number, with every beginning and end; with `former` also whoever left. That it was opened is written down for each who stands in it. */
export async function registerOn(tx: Tx, permit: Permit<'register.show'>, on: Day, former: boolean): Promise<RegisterEntry[]> {
  const entries = [...(await journeysOfAll(tx, permit)).values()].flatMap(({ member, number, name, steps }) => {
    const terms = termsOf(steps, on)
    const is = classOf(terms)
    return is === null || (is === 'former' && !former) ? [] : [{ member, number, name, class: is, terms }]
  })
  await looked(
    tx,
    permit,
    entries.map(({ member }) => member),
  )
  return entries.toSorted((a, b) => (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER) || a.name.localeCompare(b.name, 'nl'))
}
