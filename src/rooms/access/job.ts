import type { Tx } from '#kit/db.ts'
import { claimJob, type Order } from '#kit/jobs.ts'
import { asSystem, type World } from './act.ts'
import type { Action } from './permissions.rules.ts'
import type { OrganisationId, Permit } from './permit.ts'

/** What a room offers to be done later, by its name: `src/app/jobs.ts` collects them. */
export type Job = (world: World, order: Order & { readonly id: string }) => Promise<void>

/** A job is one action of the program itself, with one effect however often the queue hands it out. */
export function job<A extends Action>(action: A, run: (tx: Tx, permit: Permit<A>, facts: Order['facts']) => Promise<unknown>): Job {
  return async (world, order) => {
    if (!order.organisation) throw new Error(`${order.job} was asked for on behalf of nobody`)
    await asSystem(world, order.organisation as OrganisationId, action, async (tx, permit) => {
      if (await claimJob(tx, order.id, permit.now)) await run(tx, permit, order.facts)
    })
  }
}
