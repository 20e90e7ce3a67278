import type { Context } from 'hono'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type Action, accessTexts, type Env, scopeOf } from '#rooms/access'
import { agreementRefusals } from './agreements.en.ts'
import type { VersionId } from './agreements.sql.ts'
import type { SignIn } from './signing/signing.rules.ts'

/** How the person of this request had signed in, for the proof of a signature. */
export function signInOf(c: Context<Env>): SignIn {
  return c.var.enteredBy ?? refuse(accessTexts.refusals.signInFirst, {}, { kind: 'forbidden' })
}

/** The version in the address; anything that is no id is a page that is not there. */
export function versionIn(c: Context<Env>): VersionId {
  return known(c, c.req.param('version') ?? '') as VersionId
}

export function known(c: Context<Env>, id: string): string {
  return isId(id) ? id : refuse(agreementRefusals[c.var.language].missing, {}, { kind: 'missing' })
}

/** Whether the role one acts in may do this, for showing a button. */
export function may(c: Context<Env>, action: Action): boolean {
  return c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
}
