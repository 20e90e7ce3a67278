import type { Context } from 'hono'
import type { Tx } from '#kit/db.ts'
import { storeFile } from '#kit/files.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type Action, type AnyPermit, type Env, type MemberId, scopeOf } from '#rooms/access'
import { texts } from './spending.en.ts'

/** The words of this room in the language of the reader. */
export const wordsOf = (c: Context<Env>) => texts[c.var.language]

/** Whether the role in the header has this action at all. */
export const may = (c: Context<Env>, action: Action) => c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null

/** Keeps the photo of a form, if there is one. */
export async function keep(tx: Tx, permit: AnyPermit, photo: File | null): Promise<string | null> {
  if (!photo) return null
  return storeFile(tx, permit, { name: photo.name, type: photo.type, bytes: new Uint8Array(await photo.arrayBuffer()) }, { field: 'photo' })
}

/** The member a form is about: oneself, or the one that was chosen. */
export function memberOf(c: Context<Env>, chosen: string | null): MemberId {
  const missing = () => refuse(wordsOf(c).refusals.missing, {}, { kind: 'missing' })
  if (c.var.seat?.role === 'member') return c.var.person?.id ?? missing()
  // Whoever forgot to choose would otherwise send it for oneself, who is no member.
  if (!chosen) return refuse(wordsOf(c).refusals.whichMember, {}, { field: 'member' })
  return isId(chosen) ? (chosen as MemberId) : missing()
}

/** The id in the address; something else answers like an id that does not exist. */
export function idIn<Id extends string>(c: Context<Env>): Id {
  const id = c.req.param('id') ?? ''
  return isId(id) ? (id as Id) : refuse(wordsOf(c).refusals.missing, {}, { kind: 'missing' })
}
