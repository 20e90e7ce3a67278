import type { Context } from 'hono'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type Action, act, type Env, scopeOf } from '#rooms/access'
import { nl } from '../consent.nl.ts'
import type { RequestId } from '../consent.types.ts'
import { type RequestFile, requestFile } from './request-file.ts'

export type C = Context<Env>

/** The request in the address, with the look written down; with `toDecide` also what the list of the municipality has to choose from. */
export function open(c: C, toDecide = false): Promise<RequestFile> {
  return act(c, 'consent.file', (tx, permit) => requestFile(tx, permit, idIn(c), toDecide))
}

/** Whether the role one acts in may do this, for showing a button. */
export function may(c: C, action: Action): boolean {
  return c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
}

/** The id in the address. */
export function idIn(c: C): RequestId {
  return known(c.req.param('request') ?? '') as RequestId
}

/** An id as ids are; anything else is a page that is not there. */
export function known(id: string): string {
  return isId(id) ? id : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

export function addressOf(id: RequestId): string {
  return `/toestemmingen/${id}`
}
