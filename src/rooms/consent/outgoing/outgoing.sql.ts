import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import type { Typed } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { AnyPermit, MemberId, OrganisationId, PersonId } from '#rooms/access'
import type { ConsentEvent } from '../consent.rules.ts'
import type { ConsentRequest, RequestId } from '../consent.types.ts'
import type { Letter } from '../letters/letter.rules.ts'
import { moveFrom, movesQuery, type TeamMove } from '../teams/teams.sql.ts'
import { type TownRulesRow, townRulesFrom, townRulesQuery } from '../town/town.sql.ts'
import type { RoadName } from './outgoing.rules.ts'
import { momentAfter, type OutgoingFact, type OutgoingStep } from './outgoing.rules.ts'

declare const outgoing_: unique symbol
export type OutgoingId = string & { readonly [outgoing_]: true }

/** A letter that was prepared, with everything that was done with it. */
export type Outgoing = {
  readonly tenant: OrganisationId
  readonly id: OutgoingId
  readonly request: RequestId
  readonly member: MemberId
  readonly road: RoadName
  readonly typed: Typed
  /** As it was made first; a step may hold a newer one. */
  readonly letters: readonly Letter[]
  /** What will be recorded when it leaves. */
  readonly proposed: readonly ConsentEvent[]
  readonly preparedBy: PersonId
  readonly preparedAt: Instant
  readonly steps: readonly OutgoingFact[]
}

export async function insertOutgoing(
  tx: Tx,
  permit: AnyPermit,
  request: ConsentRequest,
  made: Pick<Outgoing, 'road' | 'typed' | 'letters' | 'proposed'> & { readonly after: Instant | undefined },
): Promise<OutgoingId> {
  const at = momentAfter(made.after, permit.now)
  const id = newId<OutgoingId>(at.epochMilliseconds)
  await tx
    .insertInto('consent.outgoing')
    .values({
      tenant: request.tenant,
      id,
      request: request.id,
      municipality: request.municipality,
      member: request.member,
      road: made.road,
      typed: json(made.typed),
      letters: json(made.letters),
      proposed: json(made.proposed),
      prepared_by: permit.person ?? '',
      prepared_at: at,
    })
    .execute()
  return id
}

export async function insertStep(
  tx: Tx,
  permit: AnyPermit,
  outgoing: Outgoing,
  step: { readonly step: OutgoingStep; readonly words?: string; readonly leavesAt?: Instant; readonly letters?: readonly Letter[] },
): Promise<void> {
  const at = momentAfter(outgoing.steps.at(-1)?.at ?? outgoing.preparedAt, permit.now)
  await tx
    .insertInto('consent.outgoing_step')
    .values({
      tenant: outgoing.tenant,
      id: newId(at.epochMilliseconds),
      outgoing: outgoing.id,
      request: outgoing.request,
      municipality: permit.organisation,
      step: step.step,
      at,
      recorded_by: permit.person,
      words: step.words ?? '',
      leaves_at: step.leavesAt ?? null,
      letters: step.letters ? json(step.letters) : null,
    })
    .execute()
}

/** The last letter that was prepared for a request, whatever became of it; null where there never was one, and for everybody outside the municipality. */
export async function lastOutgoing(tx: Tx, request: RequestId): Promise<Outgoing | null> {
  const row = await lastQuery(tx, request).executeTakeFirst()
  return row ? outgoingFrom(row) : null
}

/** The same together with what the municipality wrote down as its own rules, and at which of its teams the file was, in one question: the page of a request counts its questions. */
export async function lastOutgoingWithTown(
  tx: Tx,
  { id, municipality, member }: Pick<ConsentRequest, 'id' | 'municipality' | 'member'>,
): Promise<{ readonly last: Outgoing | null; readonly town: readonly TownRulesRow[]; readonly teams: readonly TeamMove[] }> {
  const { letter, town, teams } = await tx
    .selectNoFrom([
      jsonObjectFrom(lastQuery(tx, id)).as('letter'),
      jsonArrayFrom(townRulesQuery(tx, [municipality])).as('town'),
      jsonArrayFrom(movesQuery(tx, municipality, member)).as('teams'),
    ])
    .executeTakeFirstOrThrow()
  return { last: letter ? outgoingFrom(letter) : null, town: town.map(townRulesFrom), teams: teams.map(moveFrom) }
}

function lastQuery(tx: Tx, request: RequestId) {
  return rows(tx).where('request', '=', request).orderBy('prepared_at', 'desc').orderBy('id', 'desc').limit(1)
}

/** Signed letters whose time has come, of the permit's municipality: those of which no later step is known. */
export async function dueOutgoing(tx: Tx, permit: AnyPermit): Promise<Outgoing[]> {
  const found = await rows(tx)
    .where('municipality', '=', permit.organisation)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('consent.outgoing_step as s')
          .select('s.id')
          .whereRef('s.tenant', '=', 'consent.outgoing.tenant')
          .whereRef('s.outgoing', '=', 'consent.outgoing.id')
          .where('s.leaves_at', '<=', permit.now)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('consent.outgoing_step as later')
                  .select('later.id')
                  .whereRef('later.tenant', '=', 's.tenant')
                  .whereRef('later.outgoing', '=', 's.outgoing')
                  .whereRef('later.at', '>', 's.at'),
              ),
            ),
          ),
      ),
    )
    .orderBy('prepared_at')
    .execute()
  return found.map(outgoingFrom)
}

// One question for the letter with its steps: the page of a request counts its questions.
function rows(tx: Tx) {
  return tx
    .selectFrom('consent.outgoing')
    .select(['tenant', 'id', 'request', 'member', 'road', 'typed', 'letters', 'proposed', 'prepared_by as preparedBy', 'prepared_at as preparedAt'])
    .select(
      sql<KeptStep[] | null>`(select jsonb_agg(jsonb_build_object('step', s.step, 'at', s.at, 'by', s.recorded_by, 'words', s.words, 'leavesAt', s.leaves_at,
        'letters', s.letters) order by s.at, s.id) from consent.outgoing_step s where s.tenant = consent.outgoing.tenant and s.outgoing = consent.outgoing.id)`.as(
        'steps',
      ),
    )
}

type KeptStep = Omit<OutgoingFact, 'at' | 'leavesAt'> & { readonly at: string; readonly leavesAt: string | null }

type KeptLetter = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

// The moment is text where the letter came along with the answer to another question.
function outgoingFrom(row: Omit<KeptLetter, 'preparedAt'> & { readonly preparedAt: Instant | string }): Outgoing {
  const proposed = row.proposed as unknown as (ConsentEvent & { readonly recordedAt: string })[]
  return {
    ...(row as unknown as Outgoing),
    preparedAt: typeof row.preparedAt === 'string' ? Temporal.Instant.from(row.preparedAt) : row.preparedAt,
    proposed: proposed.map((event) => ({ ...event, recordedAt: Temporal.Instant.from(event.recordedAt) })),
    steps: (row.steps ?? []).map((step) => ({
      ...step,
      at: Temporal.Instant.from(step.at),
      leavesAt: step.leavesAt === null ? null : Temporal.Instant.from(step.leavesAt),
    })),
  }
}
