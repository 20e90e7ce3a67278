import { createHash } from 'node:crypto'
import type { Tx } from '#kit/db.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { brokenInvariants, countUnsealed, insertSeals, lastSeal, type SealRow, sealedEntries, unsealedEntries } from '../ledger.sql.ts'

const BATCH = 2000

/** Lays the chain over entries that no later commit can come before; gives how many it sealed. */
export async function seal(tx: Tx, permit: Permit<'ledger.seal' | 'ledger.verify'> | AnyPermit): Promise<number> {
  const last = await lastSeal(tx, permit)
  let position = last?.position ?? 0n
  let hash = last?.hash ?? Buffer.alloc(32)
  let total = 0
  for (;;) {
    const entries = await unsealedEntries(tx, permit, BATCH)
    const seals: SealRow[] = entries.map((entry) => {
      position += 1n
      hash = chained(hash, entry.text)
      return { position, entry: entry.id, hash }
    })
    await insertSeals(tx, permit, seals)
    total += seals.length
    if (seals.length < BATCH) return total
  }
}

/** What `verify` finds: an empty list of faults is a sound ledger. */
export type Verdict = { readonly sealed: bigint; readonly unsealed: number; readonly head: string; readonly faults: readonly string[] }

/** Walks the chain from its first seal, recomputes every hash, and checks the invariants; names the first entry that differs. */
export async function verify(tx: Tx, permit: AnyPermit): Promise<Verdict> {
  const faults = await brokenInvariants(tx, permit)
  let hash: Buffer = Buffer.alloc(32)
  let position = 0n
  for (;;) {
    const rows = await sealedEntries(tx, permit, position, BATCH)
    for (const row of rows) {
      if (row.position !== position + 1n) faults.push(`the chain jumps from ${position} to ${row.position}`)
      position = row.position
      if (row.text === null) {
        faults.push(`entry ${row.entry} at position ${row.position} is gone`)
      } else {
        const expected = chained(hash, row.text)
        if (!expected.equals(row.hash)) faults.push(`entry ${row.entry} at position ${row.position} has changed`)
      }
      hash = row.hash
    }
    if (rows.length < BATCH) break
  }
  return { sealed: position, unsealed: await countUnsealed(tx, permit), head: hash.toString('hex'), faults }
}

function chained(before: Buffer, text: string): Buffer {
  return createHash('sha256').update(before).update(text).digest()
}
