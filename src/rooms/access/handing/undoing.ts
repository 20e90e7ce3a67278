import { addDays } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { relate } from '../access.ts'
import type { Permit } from '../permit.ts'
import { handingTexts } from './handing.en.ts'
import { endRelations } from './handing.sql.ts'
import { kindFor, tellUndone } from './handing.ts'
import { handedRows, holderOn, insertHandingUndone } from './notes.sql.ts'
import { mayBeUndone } from './undoing.rules.ts'

/**
 * Takes back a handing over of one's own, within ten minutes: whoever had the person has them again from the same day, and the person gets a mail that
 * nothing changes. Refuses (missing) somebody else's and what was undone, what is longer ago, and somebody who was handed over again (conflict).
 */
export async function undoHanding(tx: Tx, permit: Permit<'relation.handOver'>, id: string): Promise<void> {
  const { refusals } = handingTexts(permit.language)
  const kind = kindFor(permit)
  const [handed] = await handedRows(tx, permit, kind, { id })
  if (!handed || handed.by !== permit.person) return refuse(refusals.notYours, {}, { kind: 'missing' })
  if (!mayBeUndone(handed.at, permit.now)) refuse(refusals.tooLate)
  const { subject, before, on } = handed
  if ((await holderOn(tx, permit, kind, subject, on)) !== handed.professional) refuse(refusals.movedOn, {}, { kind: 'conflict' })
  if (!(await insertHandingUndone(tx, permit, id))) refuse(refusals.movedOn, {}, { kind: 'conflict' })
  if (before) await relate(tx, permit, kind, subject, before, on)
  else await endRelations(tx, permit.organisation, kind, subject, addDays(on, -1))
  await happened(tx, permit, 'relation.handingUndone', { handing: id, subject, professional: handed.professional, relation: kind })
  await tellUndone(tx, permit, kind, handed)
}
