import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Day, Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, type OrganisationId, personOf, withinReach } from '#rooms/access'
import type { DepartureId, PotAnswer, PotQuestion, PotQuestionId, QuestionContent, Release } from '../departure.rules.ts'

/** Questions within reach of either owner with their answers, oldest first; in one query. */
export async function questionRows(
  tx: Tx,
  permit: AnyPermit,
  asked: { readonly id?: PotQuestionId; readonly departure?: DepartureId } = {},
): Promise<PotQuestion[]> {
  const rows = await tx
    .selectFrom('departure.question as q')
    .select(['q.id', 'q.tenant', 'q.municipality', 'q.departure', 'q.member', 'q.content', 'q.asked_at'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('departure.answer as a')
          .select(['a.id', 'a.verdict', 'a.months', 'a.answered_on', 'a.file', 'a.recorded_at'])
          .whereRef('a.tenant', '=', 'q.tenant')
          .whereRef('a.question', '=', 'q.id')
          .orderBy('a.recorded_at')
          .orderBy('a.id'),
      ).as('answers'),
    )
    .where((eb) => eb.or([eb('q.tenant', '=', permit.organisation), eb('q.municipality', '=', permit.organisation)]))
    .where((eb) => withinReach(permit, eb, 'q.member'))
    .$if(asked.id !== undefined, (query) => query.where('q.id', '=', asked.id ?? ''))
    .$if(asked.departure !== undefined, (query) => query.where('q.departure', '=', asked.departure ?? ''))
    .orderBy('q.asked_at')
    .orderBy('q.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as PotQuestionId,
    departure: row.departure as DepartureId,
    tenant: row.tenant as OrganisationId,
    municipality: row.municipality as OrganisationId,
    member: row.member as MemberId,
    content: row.content as QuestionContent,
    askedAt: row.asked_at,
    answers: (row.answers as readonly AnswerJson[]).map(answerFrom),
  }))
}

type AnswerJson = {
  readonly id: string
  readonly verdict: PotAnswer['verdict']
  readonly months: PotAnswer['months']
  readonly answered_on: string
  readonly file: string
  readonly recorded_at: unknown
}

function answerFrom(row: AnswerJson): PotAnswer {
  const { id, verdict, months, file } = row
  return { id, verdict, months, file, answeredOn: row.answered_on.slice(0, 10) as Day, recordedAt: Temporal.Instant.from(String(row.recorded_at)) as Instant }
}

export async function insertQuestion(
  tx: Tx,
  permit: AnyPermit,
  row: { readonly departure: DepartureId; readonly municipality: OrganisationId; readonly member: MemberId; readonly content: QuestionContent },
): Promise<PotQuestionId> {
  const id = newId<PotQuestionId>(permit.now.epochMilliseconds)
  await tx
    .insertInto('departure.question')
    .values({ tenant: permit.organisation, id, ...row, content: json(row.content), asked_by: personOf(permit), asked_at: permit.now })
    .execute()
  return id
}

export async function insertPotAnswer(
  tx: Tx,
  permit: AnyPermit,
  question: PotQuestion,
  row: Pick<PotAnswer, 'verdict' | 'months' | 'answeredOn' | 'file'>,
): Promise<void> {
  await tx
    .insertInto('departure.answer')
    .values({
      tenant: question.tenant,
      municipality: question.municipality,
      id: newId(permit.now.epochMilliseconds),
      question: question.id,
      member: question.member,
      verdict: row.verdict,
      months: json(row.months),
      answered_on: row.answeredOn,
      file: row.file,
      recorder: permit.organisation,
      recorded_by: personOf(permit),
      recorded_at: permit.now,
    })
    .execute()
}

/** What went out of the pots of a departure, oldest first. */
export async function releaseRows(tx: Tx, permit: AnyPermit, departure: DepartureId): Promise<Release[]> {
  const rows = await tx
    .selectFrom('departure.release')
    .select(['id', 'pot', 'receiver', 'why', 'fund_of as fundOf', 'cents', 'months', 'released_on as on'])
    .where('tenant', '=', permit.organisation)
    .where('departure', '=', departure)
    .orderBy('released_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, cents: cents(row.cents) }) as unknown as Release)
}

export async function insertRelease(
  tx: Tx,
  permit: AnyPermit,
  row: Omit<Release, 'on' | 'months'> & { readonly departure: DepartureId; readonly entry: string; readonly months: Release['months'] },
): Promise<void> {
  const { fundOf, ...rest } = row
  await tx
    .insertInto('departure.release')
    .values({ tenant: permit.organisation, ...rest, fund_of: fundOf, months: json(row.months), released_by: personOf(permit), released_on: permit.today })
    .execute()
}
