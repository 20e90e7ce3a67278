import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type OrganisationId, personOf } from '#rooms/access'
import { numberOf } from './questions.rules.ts'

/** The next number at a network in a year; the row stays locked until the transaction ends. */
export async function nextStepNumber(tx: Tx, network: OrganisationId, year: number): Promise<string> {
  const row = await tx
    .insertInto('network.start_count')
    .values({ tenant: network, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['tenant', 'year']).doUpdateSet((eb) => ({ last: eb('network.start_count.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return numberOf(year, row.last)
}

export async function insertQuestion(tx: Tx, permit: AnyPermit, thread: string, step: string, nr: string): Promise<void> {
  await tx.insertInto('network.start_question').values({ tenant: permit.organisation, thread, step, nr }).execute()
}

/** Which step each question is about, how it is called and who at the network sees to it; of the own organisation, or of all for the network. */
export async function questionFacts(tx: Tx): Promise<ReadonlyMap<string, { readonly step: string; readonly nr: string; readonly holder: string | null }>> {
  const rows = await tx
    .selectFrom('network.start_question as q')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('network.start_holder as h')
          .select('h.holder')
          .whereRef('h.tenant', '=', 'q.tenant')
          .whereRef('h.thread', '=', 'q.thread')
          .orderBy('h.nr', 'desc')
          .limit(1)
          .as('h'),
      (join) => join.onTrue(),
    )
    .select(['q.thread', 'q.step', 'q.nr', 'h.holder'])
    .execute()
  return new Map(rows.map(({ thread, step, nr, holder }) => [thread, { step, nr, holder: holder ?? null }]))
}

export async function insertHolder(tx: Tx, permit: AnyPermit, question: { readonly tenant: string; readonly id: string }, holder: string): Promise<void> {
  await tx
    .insertInto('network.start_holder')
    .values({
      ...{ tenant: question.tenant, thread: question.id },
      ...{ holder, given_by: personOf(permit), given_at: permit.now },
    })
    .execute()
}
