import type { Context } from 'hono'
import type { Tx } from '#kit/db.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type Action, type AnyPermit, covers, type Env, type MemberId, scopeOf } from '#rooms/access'
import { findMember } from '#rooms/members'
import { texts } from './coaching.en.ts'

/** The name of a member within reach. Refuses (missing) anybody else. */
export async function nameHere(tx: Tx, permit: AnyPermit, member: MemberId): Promise<string> {
  refuseElsewhere(permit, member)
  return (await findMember(tx, permit, member))?.name ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

export function refuseElsewhere(permit: AnyPermit, member: MemberId): void {
  if (!covers(permit, member)) refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/** The member an address is about. */
export function memberIn(c: Context<Env>): MemberId {
  return idIn(c, 'member') as MemberId
}

/** An id of an address; anything else is missing. */
export function idIn(c: Context<Env>, name: string): string {
  const id = c.req.param(name) ?? ''
  return isId(id) ? id : refuse(texts[c.var.language].refusals.missing, {}, { kind: 'missing' })
}

/** Whether to show a button. */
export function mayHere(c: Context<Env>, action: Action): boolean {
  return c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
}

/** Where everything of a member's track stands. */
export const trackOf = (member: MemberId) => `/leden/${member}/traject`
