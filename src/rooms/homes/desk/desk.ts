import type { Tx } from '#kit/db.ts'
import type { Permit } from '#rooms/access'
import { type SentStatement, statementDeviations, statementsToRead } from '#rooms/settlement'
import { type CaseManagerHome, caseManagerHome } from '../homes.ts'

/** What a case manager can look at: to decide, statements, questions, what ends. The rest is green, and only counted. */
export const DESK_TABS = ['beslissen', 'opgaven', 'vragen', 'af'] as const
export type DeskTab = (typeof DESK_TABS)[number]

export type Desk = CaseManagerHome & {
  readonly tab: DeskTab
  /** The cooperative that the desk is narrowed to; null for all. */
  readonly cooperative: string | null
  /** Statements of own cases that wait to be read, apart whether something deviates from the consent; only on their own tab. */
  readonly differing: readonly SentStatement[]
  readonly plain: readonly SentStatement[]
}

/** The desk of a case manager. Five queries, on the tab of the statements six, however many files there are. */
export async function deskOf(tx: Tx, permit: Permit<'home.caseManager'>, tab: DeskTab, cooperative: string | null): Promise<Desk> {
  const home = await caseManagerHome(tx, permit, cooperative)
  const waiting = new Set(home.statements.map(({ id }) => id))
  const read = tab === 'opgaven' ? await statementsToRead(tx, permit) : []
  const unread = read.filter((each) => waiting.has(each.id) && (cooperative === null || each.tenant === cooperative))
  const differs = (each: SentStatement) => statementDeviations(each.content, each.version).length > 0
  return { ...home, tab, cooperative, differing: unread.filter(differs), plain: unread.filter((each) => !differs(each)) }
}
