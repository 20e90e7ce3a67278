import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'
import { allCooperatives } from '../organisations.sql.ts'
import type { Cooperative } from '../organisations.types.ts'

/** The cooperatives that a stranger chooses from, by name; `also` is one that they came for themselves, by its own address. Two queries. */
export async function cooperativesToChoose(tx: Tx, also: string | null = null): Promise<Cooperative[]> {
  const left = new Set((await tx.selectFrom('organisations.unlisted').select('tenant').execute()).map(({ tenant }) => tenant))
  return (await allCooperatives(tx)).filter(({ id }) => !left.has(id) || id === also)
}

/** Leaves the own cooperative out of lists to choose from, or takes it in again. */
export async function keepInLists(tx: Tx, permit: AnyPermit, listed: boolean): Promise<void> {
  if (listed) await tx.deleteFrom('organisations.unlisted').where('tenant', '=', permit.organisation).execute()
  else
    await tx
      .insertInto('organisations.unlisted')
      .values({ tenant: permit.organisation, since: permit.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
