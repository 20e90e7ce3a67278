import type { Tx } from '#kit/db.ts'
import { asSystem, type Job, organisationsAll, type Permit, tellStaff } from '#rooms/access'
import { insertTold, papersMade } from '../papers.sql.ts'

/** Tells the board, or the adviser of a municipality, that a version of a model counts, where an earlier one was made and none of this one; of one version once. */
async function tellOfVersion(tx: Tx, permit: Permit<'paper.tell'>, model: string, version: number): Promise<void> {
  const made = (await papersMade(tx, permit)).filter((paper) => paper.model === model)
  if (made.length === 0 || made.some((paper) => paper.version >= version)) return
  if (!(await insertTold(tx, permit, model, version))) return
  await tellStaff(tx, permit, ['board', 'policyAdviser'], [{ kind: 'paperNewer', link: `/stukken/${model}` }])
}

// The network let a version count; every cooperative and municipality hears of it on its own behalf.
const tellVersion: Job = async (world, { facts }) => {
  const organisations = await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)
  for (const { id, kind } of organisations) {
    if (kind === 'cooperative' || kind === 'municipality')
      await asSystem(world, id, 'paper.tell', (tx, permit) => tellOfVersion(tx, permit, facts.model ?? '', Number(facts.version)))
  }
}

export const jobs = { 'paper.tell': tellVersion }
