import { type SqlBool, sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type MemberId, type OrganisationId, type PersonId, personOf, withinReach } from '#rooms/access'
import type { SampleKind, SampleSize } from '../drawing/drawing.rules.ts'
import type { Drawn, DrawnContent, DrawnId, Finding, FindingOutcome, Sample, SampleId } from '../oversight.types.ts'
import { contentFrom } from './content.rules.ts'

/**
 * Samples of the acting organisation, newest first, in one query: at the municipality and for a coach those with somebody within reach among the residents;
 * for a member those in which something of that member was drawn.
 */
export async function sampleRows(tx: Tx, permit: AnyPermit, id: SampleId | null = null): Promise<Sample[]> {
  const rows = await tx
    .selectFrom('oversight.sample as s')
    .leftJoin('oversight.draw as d', (join) => join.onRef('d.tenant', '=', 's.tenant').onRef('d.sample', '=', 's.id'))
    .leftJoin('oversight.closing as c', (join) => join.onRef('c.tenant', '=', 's.tenant').onRef('c.sample', '=', 's.id'))
    .selectAll('s')
    .select(['d.number', 'd.seed', 'd.checks', 'd.drawn_at', 'c.words as result', 'c.seen_until', 'c.closed_at'])
    .select(
      sql<{
        drawn: number
        right: number
        notRight: number
      }>`case when c.sample is not null then jsonb_build_object('drawn', c.found_right + c.found_not_right, 'right', c.found_right, 'notRight', c.found_not_right)
        else (select jsonb_build_object('drawn', count(*), 'right', count(*) filter (where x.outcome = 'right'), 'notRight', count(*) filter (where x.outcome = 'notRight'))
          from (select coalesce((select k.outcome from oversight.correction k where k.tenant = t.tenant and k.drawn = t.id order by k.found_at desc, k.id desc limit 1), f.outcome) as outcome
            from oversight.drawn t left join oversight.finding f on f.tenant = t.tenant and f.drawn = t.id where t.tenant = s.tenant and t.sample = s.id) x) end`.as(
        'counts',
      ),
    )
    .where((eb) => eb.or([eb('s.tenant', '=', permit.organisation), eb('s.municipality', '=', permit.organisation)]))
    .where(concerns(permit))
    .$if(id !== null, (query) => query.where('s.id', '=', id ?? ''))
    .orderBy('s.asked_at', 'desc')
    .orderBy('s.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    ...({ size: row.size, percent: row.percent } as SampleSize),
    id: row.id as SampleId,
    tenant: row.tenant as OrganisationId,
    municipality: row.municipality as OrganisationId,
    cooperativeName: row.cooperative_name,
    municipalityName: row.municipality_name,
    kind: row.kind as SampleKind,
    from: row.from_day,
    until: row.until_day,
    reason: row.reason,
    seenDays: row.seen_days,
    askedAt: row.asked_at,
    askedBy: row.asked_by as PersonId,
    draw: row.number !== null && row.seed !== null && row.drawn_at ? { number: row.number, seed: row.seed, checks: row.checks ?? [], at: row.drawn_at } : null,
    closing: row.result !== null && row.seen_until && row.closed_at ? { words: row.result, seenUntil: row.seen_until, at: row.closed_at } : null,
    counts: row.counts,
  }))
}

/** Whether a sample concerns whoever reads: a member only by what was drawn, others by the residents among whom was drawn. */
function concerns(permit: AnyPermit) {
  if (permit.reach === 'organisation') return sql<SqlBool>`true`
  const reach = [...permit.reach]
  return permit.role === 'member'
    ? sql<SqlBool>`exists (select from oversight.drawn t where t.tenant = s.tenant and t.sample = s.id and t.member = any (${reach}::uuid[]))`
    : sql<SqlBool>`exists (select from oversight.resident r where r.tenant = s.tenant and r.sample = s.id and r.member = any (${reach}::uuid[]))`
}

/** Drawn things within reach, in the order of the draw. The municipality sees nothing of a sample any more once its last day to look is over. */
export async function drawnRows(
  tx: Tx,
  permit: AnyPermit,
  only: { readonly sample?: SampleId; readonly id?: DrawnId; readonly member?: MemberId },
): Promise<Drawn[]> {
  const rows = await tx
    .selectFrom('oversight.drawn as t')
    .leftJoin('oversight.finding as f', (join) => join.onRef('f.tenant', '=', 't.tenant').onRef('f.drawn', '=', 't.id'))
    .selectAll('t')
    .select(['f.outcome', 'f.words', 'f.found_at'])
    .select(
      sql<readonly { outcome: FindingOutcome; words: string | null; reason: string; at: string }[]>`(select coalesce(jsonb_agg(jsonb_build_object(
        'outcome', k.outcome, 'words', k.words, 'reason', k.reason, 'at', k.found_at) order by k.found_at, k.id), '[]')
        from oversight.correction k where k.tenant = t.tenant and k.drawn = t.id)`.as('corrections'),
    )
    .select(
      sql<number>`(select count(*)::int from oversight.drawn o where o.tenant = t.tenant and o.municipality = t.municipality and o.thing = t.thing and o.id <> t.id)`.as(
        'others',
      ),
    )
    .where((eb) => eb.or([eb('t.tenant', '=', permit.organisation), stillSeen(permit)]))
    .where((eb) => withinReach(permit, eb, 't.member'))
    .$if(only.sample !== undefined, (query) => query.where('t.sample', '=', only.sample ?? ''))
    .$if(only.id !== undefined, (query) => query.where('t.id', '=', only.id ?? ''))
    .$if(only.member !== undefined, (query) => query.where('t.member', '=', only.member ?? ''))
    .orderBy('t.sample')
    .orderBy('t.place')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    id: row.id as DrawnId,
    tenant: row.tenant as OrganisationId,
    municipality: row.municipality as OrganisationId,
    sample: row.sample as SampleId,
    place: row.place,
    member: row.member as MemberId,
    thing: row.thing,
    check: row.checked,
    content: contentFrom(row.content) as DrawnContent,
    file: row.file,
    ...findingsOf(row),
    otherSamples: row.others,
  }))
}

type Found = {
  readonly outcome: string | null
  readonly words: string | null
  readonly found_at: Instant | null
  readonly corrections: readonly { outcome: FindingOutcome; words: string | null; reason: string; at: string }[]
}

/** What counts of what was found, the last, and what was found before it. */
function findingsOf(row: Found): Pick<Drawn, 'finding' | 'earlierFindings'> {
  if (!row.outcome || !row.found_at) return { finding: null, earlierFindings: [] }
  const first: Finding = { outcome: row.outcome as FindingOutcome, words: row.words, reason: null, at: row.found_at }
  const all = [first, ...row.corrections.map((each) => ({ ...each, at: Temporal.Instant.from(each.at) }))]
  return { finding: all.at(-1) ?? first, earlierFindings: all.slice(0, -1) }
}

/** Writes a new finding beside the one before it, with the reason. */
export async function insertCorrection(
  tx: Tx,
  permit: AnyPermit,
  drawn: Drawn,
  found: { outcome: FindingOutcome; words: string | null; reason: string },
): Promise<void> {
  const { tenant, municipality, id } = drawn
  await tx
    .insertInto('oversight.correction')
    .values({ tenant, municipality, id: newId(permit.now.epochMilliseconds), drawn: id, ...found, found_at: permit.now, found_by: personOf(permit) })
    .execute()
}

function stillSeen(permit: AnyPermit) {
  return sql<SqlBool>`(t.municipality = ${permit.organisation} and not exists (select from oversight.closing c
    where c.tenant = t.tenant and c.sample = t.sample and c.seen_until < ${permit.today}))`
}

/** The ids of everything that could have been drawn: at the cooperative alone. */
export async function poolOf(tx: Tx, permit: AnyPermit, sample: SampleId): Promise<readonly string[]> {
  const row = await tx.selectFrom('oversight.pool').select('things').where('tenant', '=', permit.organisation).where('sample', '=', sample).executeTakeFirst()
  return row?.things ?? []
}

/** Whether this was the first finding. */
export async function insertFinding(tx: Tx, permit: AnyPermit, drawn: Drawn, outcome: FindingOutcome, words: string | null): Promise<boolean> {
  const { tenant, municipality, id } = drawn
  const row = await tx
    .insertInto('oversight.finding')
    .values({ tenant, municipality, drawn: id, outcome, words, found_at: permit.now, found_by: personOf(permit) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('drawn')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether nobody closed it before. */
export async function insertClosing(tx: Tx, permit: AnyPermit, sample: Sample, words: string, seenUntil: Day): Promise<boolean> {
  const { tenant, municipality, id } = sample
  const row = await tx
    .insertInto('oversight.closing')
    .values({
      tenant,
      municipality,
      sample: id,
      words,
      seen_until: seenUntil,
      found_right: sample.counts.right,
      found_not_right: sample.counts.notRight,
      closed_at: permit.now,
      closed_by: personOf(permit),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sample')
    .executeTakeFirst()
  return row !== undefined
}
