import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { sentStatements } from '../statements/statement.sql.ts'
import type { SentStatement } from '../statements/statement.types.ts'
import { statementTexts } from '../statements/statements.en.ts'
import { insertReceiptUndone, receivedSince } from './receiving.sql.ts'

/** For how long a reaction can be taken back, as long as a letter waits. */
const UNDO_MINUTES = 10

/** Own reactions without questions of the last ten minutes, of own cases, the latest first. One query, two where there are any. */
export async function justRead(tx: Tx, permit: AnyPermit): Promise<readonly SentStatement[]> {
  const ids = await receivedSince(tx, permit, permit.now.subtract({ minutes: UNDO_MINUTES }))
  if (ids.length === 0) return []
  const found = new Map((await sentStatements(tx, permit, { ids })).map((each) => [each.id, each]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/**
 * Takes back own reactions without questions, within ten minutes: the statements wait again. A reaction is proof of receipt and no decision, so nothing
 * rests on it yet. All of them, or none: refuses nothing chosen, and (conflict) one of longer ago, of a colleague, or about which was asked since.
 */
export async function undoReceipts(tx: Tx, permit: Permit<'statement.receive'>, ids: readonly string[]): Promise<void> {
  const { refusals } = statementTexts(permit.language)
  if (ids.length === 0) refuse(refusals.nothingChosen)
  const open = new Map((await justRead(tx, permit)).map((each) => [each.id as string, each]))
  for (const id of new Set(ids)) {
    const statement = open.get(id) ?? refuse(refusals.notUndone, {}, { kind: 'conflict' })
    if (!(await insertReceiptUndone(tx, permit, statement.id))) refuse(refusals.notUndone, {}, { kind: 'conflict' })
    await happened(tx, permit, 'statement.receiptUndone', { statement: statement.id, member: statement.member })
  }
}
