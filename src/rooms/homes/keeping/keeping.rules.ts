import type { Day } from '#kit/day.ts'
import type { Waiting } from '../homes.sql.ts'

/** An item of what the network knows that one keeps and must look at again, or is asked to keep. */
export type ToKeep = { readonly title: string; readonly asked: boolean; readonly reviewOn: Day | null }

/** Of all that waits, the knowledge that one must look at again in a role, and what that role is asked to keep. */
export function knowledgeIn(all: readonly Pick<Waiting, 'what' | 'about' | 'until'>[], role: string): ToKeep[] {
  return all.flatMap(({ what, about, until }) =>
    (what === 'knowledgeToCheck' || what === 'knowledgeAsked') && about?.startsWith(`${role} `)
      ? [{ title: about.slice(role.length + 1), asked: what === 'knowledgeAsked', reviewOn: until }]
      : [],
  )
}
