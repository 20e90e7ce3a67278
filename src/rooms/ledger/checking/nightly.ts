import type { Tx } from '#kit/db.ts'
import { log } from '#kit/log.ts'
import type { Permit } from '#rooms/access'
import { seal, verify } from './seal.ts'
import { insertVerdict } from './verdict.sql.ts'

/**
 * Seals what is new, walks the whole chain and asks the invariants; keeps the verdict for the homes and writes it in the log, with the head of the
 * chain and without a name: who changes the database cannot change that line too (decisions 3).
 */
export async function checkBooks(tx: Tx, permit: Permit<'ledger.verify'>): Promise<void> {
  await seal(tx, permit)
  const { sealed, unsealed, head, faults } = await verify(tx, permit)
  await insertVerdict(tx, permit, { sealed, head, faults: faults.length })
  const facts = { cooperative: permit.organisation, sealed: String(sealed), unsealed, head, faults: faults.length }
  if (faults.length > 0) log.error({ ...facts, first: faults.slice(0, 5) }, 'the books are not sound')
  else log.info(facts, 'the books are sound')
}
