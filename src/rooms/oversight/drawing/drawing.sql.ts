import { json, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type MemberId, personOf } from '#rooms/access'
import type { DrawnContent, DrawnId, Sample, SampleAsked, SampleId } from '../oversight.types.ts'
import type { Checked } from './drawing.rules.ts'

export async function insertSample(
  tx: Tx,
  permit: AnyPermit,
  asked: SampleAsked,
  names: { readonly cooperative: string; readonly municipality: string },
  residents: readonly MemberId[],
): Promise<SampleId> {
  const id = newId<SampleId>(permit.now.epochMilliseconds)
  const owners = { tenant: asked.cooperative, municipality: permit.organisation }
  await tx
    .insertInto('oversight.sample')
    .values({
      ...owners,
      id,
      kind: asked.kind,
      from_day: asked.from,
      until_day: asked.until,
      size: asked.size,
      percent: asked.percent,
      reason: asked.reason,
      seen_days: asked.seenDays,
      cooperative_name: names.cooperative,
      municipality_name: names.municipality,
      asked_at: permit.now,
      asked_by: personOf(permit),
    })
    .execute()
  await tx
    .insertInto('oversight.resident')
    .values(residents.map((member) => ({ ...owners, sample: id, member })))
    .execute()
  return id
}

export async function residentsOf(tx: Tx, permit: AnyPermit, sample: SampleId): Promise<ReadonlySet<MemberId>> {
  const rows = await tx.selectFrom('oversight.resident').select('member').where('tenant', '=', permit.organisation).where('sample', '=', sample).execute()
  return new Set(rows.map(({ member }) => member as MemberId))
}

/** A thing to copy: what it is, whose, its check value and its file, already copied. */
export type ToDraw = Checked & { readonly member: MemberId; readonly content: DrawnContent; readonly file: string | null }

export async function insertDraw(
  tx: Tx,
  permit: AnyPermit,
  sample: Sample,
  draw: { readonly number: string; readonly seed: string; readonly all: readonly Checked[]; readonly drawn: readonly ToDraw[] },
): Promise<void> {
  const owners = { tenant: sample.tenant, municipality: sample.municipality }
  const { number, seed, all, drawn } = draw
  await tx
    .insertInto('oversight.draw')
    .values({ ...owners, sample: sample.id, number, seed, checks: all.map(({ check }) => check), drawn_at: permit.now })
    .execute()
  await tx
    .insertInto('oversight.pool')
    .values({ tenant: sample.tenant, sample: sample.id, things: all.map(({ id }) => id) })
    .execute()
  if (drawn.length === 0) return
  await tx
    .insertInto('oversight.drawn')
    .values(
      drawn.map(({ id, check, member, content, file }, nr) => ({
        ...owners,
        id: newId<DrawnId>(permit.now.epochMilliseconds),
        sample: sample.id,
        place: nr + 1,
        member,
        thing: id,
        checked: check,
        content: json(content),
        file,
      })),
    )
    .execute()
}
